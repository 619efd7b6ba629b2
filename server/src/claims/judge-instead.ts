import type { Fit } from './fit.ts';
import { suspectDeviation } from './judge-deviation.ts';
import { suspectOtherRowThanJoined } from './judge-joined-row.ts';
import { suspectNotMost } from './judge-not-most.ts';
import { suspectOtherColumn } from './judge-other-column.ts';
import { NO_SUSPICION, type Siblings, type Suspicion } from './judge-value.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** How suspicious a number is that stands in the table, where something else than names alone says that another cell is meant. */
export function suspectInstead(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): Suspicion {
  const ways: readonly (() => Suspicion)[] = [
    () => suspectOtherColumn(view, quantity, fits, siblings),
    () => suspectNotMost(view, quantity, fits),
    () => suspectDeviation(view, quantity, fits),
    () => suspectOtherRowThanJoined(view, quantity, fits, siblings),
  ];
  for (const suspect of ways) {
    const suspicion = suspect();
    if (suspicion.score > 0) return suspicion;
  }
  return NO_SUSPICION;
}

import { candidatesOf, NAMED } from './candidates.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import type { Fit } from './fit.ts';
import { isFarOff } from './in-column.ts';
import { NO_SUSPICION, type Suspicion } from './judge-value.ts';
import { meantInstead } from './meant-instead.ts';
import type { Quantity } from './quantity.ts';
import { isColumnSaid } from './said-column.ts';
import { isExtreme, isSaidToBeExtreme } from './superlative.ts';
import type { SentenceView } from './view.ts';

const ROW = 0.75;

/**
 * How suspicious a number is that the sentence calls the most or the least of a column, where it is not, and a row that the sentence names
 * before it has that: `Ours has the lowest cost (24.8), a cut of 17 % against B` where B has 24.8.
 */
export function suspectNotMost(view: SentenceView, quantity: Quantity, fits: readonly Fit[]): Suspicion {
  if (quantity.bound || quantity.approximate || significantDigits(quantity.text) < TELLING_DIGITS)
    return NO_SUSPICION;
  const [first] = fits;
  if (!first || fits.some(fit => fit.scoped !== first.scoped || isExtreme(fit))) return NO_SUSPICION;
  const { column } = first.number;
  if (fits.some(({ number }) => number.column !== column) || !isColumnSaid(view, quantity, first))
    return NO_SUSPICION;
  const best = candidatesOf(view, quantity).find(
    candidate =>
      candidate.scoped === first.scoped &&
      candidate.number.column === column &&
      candidate.row >= ROW &&
      isSaidToBeExtreme(view, quantity, candidate),
  );
  if (!best || isFarOff(quantity, best)) return NO_SUSPICION;
  // Whoever else is named before the number may be meant by it.
  const { words } = view.reading;
  const isNamedBefore = (row: number): boolean =>
    view
      .mentionsOf(first.scoped.table, 'row', row, NAMED)
      .some(({ words: at }) => words[at.at(-1)!]!.end <= quantity.start);
  if (!isNamedBefore(best.number.row) || fits.some(({ number }) => isNamedBefore(number.row)))
    return NO_SUSPICION;
  return meantInstead(quantity, [best], 'not the most');
}

import { cellAsNamed, NAMED } from './candidates.ts';
import type { Fit } from './fit.ts';
import { isClose, isSlipOf, isWhatItSays } from './in-column.ts';
import type { Siblings } from './judge-value.ts';
import { type Judgement, notInCell } from './judgement.ts';
import { andListOf } from './number-list.ts';
import { headerWords, isSaidIn, isTellingValue, measuresSaid } from './other-measure-said.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

const NAMED_BY_OTHER = 0.9;

/**
 * `GPT4 achieves F1 scores of 66.05 and 66.33`, where two columns are called F1: where the one number is the row's value in the one,
 * the other must be its value in the other.
 */
export function judgeTwoOfMeasure(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): Judgement | undefined {
  const members = andListOf(view, quantity)?.members ?? [];
  const other = members.find(member => member !== quantity);
  if (!other || members.length !== 2 || members.some(member => !isTellingValue(member))) return undefined;
  const said = measuresSaid(view, members[0]!);
  for (const scoped of said.size === 0 ? [] : view.nearest) {
    const columns = scoped.labels.measures.filter(column => isSaidIn(said, headerWords(scoped, column)));
    if (columns.length !== 2) continue;
    const quoted = fitsOf(other).filter(
      fit => fit.scoped === scoped && fit.row >= NAMED && columns.includes(fit.number.column),
    );
    const [first] = quoted;
    if (!first || quoted.length > 1) continue;
    const column = columns.find(each => each !== first.number.column)!;
    const number = scoped.numbers.inRow(first.number.row)[column];
    const isOwn = (fit: Fit): boolean =>
      fit.row >= NAMED || (fit.scoped === scoped && fit.number.row === first.number.row);
    if (!number || fits.some(isOwn)) return undefined;
    const cell = cellAsNamed(view, { scoped, number }, NAMED_BY_OTHER);
    if (isWhatItSays(quantity, cell)) return undefined;
    const slip = isSlipOf(quantity, { scoped, number });
    return slip || isClose(quantity, cell)
      ? notInCell(cell, fits, { score: slip ? 0.9 : 0.8, slip, inList: true })
      : undefined;
  }
  return undefined;
}

import type { Candidate } from './candidates.ts';
import type { Fit } from './fit.ts';
import { isSlipOf, isWhatItSays } from './in-column.ts';
import { agreesWith } from './judge-agreeing.ts';
import type { Siblings } from './judge-value.ts';
import { type Judgement, notInCell, unverified } from './judgement.ts';
import { cellByNames } from './named-list.ts';
import { type CellInList, cellInList, commaListOf, type NumberList } from './number-list.ts';
import type { Quantity } from './quantity.ts';
import { sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** One of several numbers with slashes: its place among them says which cell it must be, and nothing else does. */
export function judgeInList(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  owned: readonly Fit[],
  list: NumberList,
  siblings: Siblings,
): Judgement {
  const meant = cellInList(view, quantity, list, siblings.fitsOf);
  if (!meant || fits.some(fit => isInRow(fit, meant.cell) || isAbove(fit, quantity, list, siblings)))
    return owned[0]
      ? agreesWith(quantity, owned)
      : unverified('it is one of several, and nothing says which');
  return heldTo(meant, fits);
}

/**
 * `71.4, 53.5 and 48.6`: where the others of the list are cells of one line, each beside the other, this one is the cell between
 * them. Undefined where they are not, and where the number may be of that line after all.
 */
export function judgeAmongCommas(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): Judgement | undefined {
  const list = commaListOf(view, quantity);
  const meant = list && cellInList(view, quantity, list, siblings.fitsOf);
  if (!meant || quantity.approximate) return undefined;
  const isInLine = ({ scoped, number }: Fit): boolean =>
    scoped === meant.cell.scoped &&
    (number.row === meant.cell.number.row || number.column === meant.cell.number.column);
  return fits.some(isInLine) ? undefined : heldTo(meant, fits);
}

/** `19.0 and 12.1 on En-De and En-Cs, respectively`: held to the cell that its place among the names says. */
export function judgeByNames(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): Judgement | undefined {
  if (quantity.approximate || quantity.bound) return undefined;
  const cell = cellByNames(view, quantity, fitsOf);
  if (!cell || fits.some(fit => sameCell(fit, cell)) || isWhatItSays(quantity, cell)) return undefined;
  return heldTo({ cell, isSlip: isSlipOf(quantity, cell) }, fits);
}

const heldTo = ({ cell, isSlip }: CellInList, fits: readonly Fit[]): Judgement =>
  notInCell(cell, fits, { score: isSlip ? 0.9 : 0.8, slip: isSlip, inList: true });

/** Another number of the list stands in the same column: `0.826/0.671` may be of one thing and then another. */
const isAbove = (fit: Fit, quantity: Quantity, { members }: NumberList, { fitsOf }: Siblings): boolean =>
  members.some(
    member =>
      member !== quantity &&
      fitsOf(member).some(
        ({ scoped, number }) => scoped === fit.scoped && number.column === fit.number.column,
      ),
  );

const isInRow = (fit: Fit, { scoped, number }: Candidate): boolean =>
  fit.scoped === scoped && fit.number.row === number.row;

import { type Candidate, cellAsNamed, NAMED } from './candidates.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Fit, isSaid } from './fit.ts';
import { isFarOff, isWhatItSays } from './in-column.ts';
import { NO_SUSPICION, type Siblings, type Suspicion } from './judge-value.ts';
import { meantInstead } from './meant-instead.ts';
import { pairsWith } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';
import { columnRightAt } from './said-right-at.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/**
 * How suspicious a number is that stands in one column of the table, and can only be meant for another: the one that is said right at it
 * (`AUC-ROC 0.2056 and AUC-PR 0.2056`), or that of the number it is set against (`2.48 s against 0.36 s`), of which it is neither in the
 * row nor in the column.
 */
export function suspectOtherColumn(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): Suspicion {
  if (quantity.bound || quantity.approximate) return NO_SUSPICION;
  const [first] = fits;
  if (!first || fits.some(({ scoped }) => scoped !== first.scoped)) return NO_SUSPICION;
  const { scoped } = first;
  const isOnlyInNamedRow = fits.length === 1 && first.row >= NAMED && quantity.decimals >= 2;
  if (significantDigits(quantity.text) < (isOnlyInNamedRow ? 2 : TELLING_DIGITS)) return NO_SUSPICION;
  const column = columnRightAt(view, quantity, scoped) ?? columnOfPartner(view, quantity, fits, siblings);
  if (column === undefined || fits.some(({ number }) => number.column === column)) return NO_SUSPICION;
  const rows = new Set(fits.map(({ number }) => number.row));
  const named = fits.filter(({ row }) => row >= NAMED);
  const row = rows.size === 1 ? first.number.row : named.length === 1 ? named[0]!.number.row : undefined;
  if (row === undefined || !isSpokenOf(view, quantity, { scoped, row, column }, named.length > 0, siblings))
    return NO_SUSPICION;
  const number = scoped.numbers.inRow(row)[column];
  if (!number || isAlongRow(view, quantity, { scoped, row, column }, siblings)) return NO_SUSPICION;
  const meant: Candidate = cellAsNamed(view, { scoped, number }, NAMED);
  if (isFarOff(quantity, meant) || isWhatItSays(quantity, meant)) return NO_SUSPICION;
  return meantInstead(quantity, [meant], 'another column than the one said');
}

/** `from 79.4 AP near to 28.1 far away`, where both stand in the row, and neither in the column called AP: it goes along the row. */
const isAlongRow = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, row, column }: { readonly scoped: ScopedTable; readonly row: number; readonly column: number },
  { fitsOf }: Siblings,
): boolean =>
  pairsWith(view, quantity).some(({ a, b }) =>
    fitsOf(a === quantity ? b : a).some(
      fit => fit.scoped === scoped && fit.number.row === row && fit.number.column !== column,
    ),
  );

const MUCH = 0.1;

/** The column of the number that it is set against, where the table has the two neither in one row nor in one column. */
function columnOfPartner(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): number | undefined {
  const columns = pairsWith(view, quantity).flatMap(({ a, b }) => {
    const partner = a === quantity ? b : a;
    const cells = fitsOf(partner);
    const isAlone = ({ row, column }: Fit): boolean => cells.length === 1 && Math.max(row, column) >= NAMED;
    // Of the two the one is off whose column the sentence does not name.
    const isNamedBetter = ({ column }: Fit): boolean => fits.every(fit => fit.column < column - MUCH);
    const told = cells.filter(fit => (isSaid(fit) || isAlone(fit)) && isNamedBetter(fit));
    const isTogether = fits.some(fit =>
      cells.some(
        ({ scoped, number }) =>
          scoped === fit.scoped && (number.row === fit.number.row || number.column === fit.number.column),
      ),
    );
    const of = new Set(told.map(({ number }) => number.column));
    const isTelling = significantDigits(partner.text) >= TELLING_DIGITS;
    return isTelling && !isTogether && of.size === 1 ? [...of] : [];
  });
  return new Set(columns).size === 1 ? columns[0] : undefined;
}

/** The sentence speaks of the row, or another of its numbers stands in that row or in that column. */
function isSpokenOf(
  view: SentenceView,
  quantity: Quantity,
  { row, column, scoped }: { readonly scoped: ScopedTable; readonly row: number; readonly column: number },
  isNamed: boolean,
  { fitsOf }: Siblings,
): boolean {
  return (
    isNamed ||
    view.sentence.quantities.some(
      other =>
        other !== quantity &&
        other.noClaim === undefined &&
        significantDigits(other.text) >= TELLING_DIGITS &&
        fitsOf(other).some(
          fit =>
            fit.scoped === scoped && isSaid(fit) && (fit.number.row === row || fit.number.column === column),
        ),
    )
  );
}

import { NAMED_AT_ALL } from './change-of-others.ts';
import type { Derivation } from './derive.ts';
import { columnScore } from './fit.ts';
import type { Siblings } from './judge-value.ts';
import type { Quantity } from './quantity.ts';
import { isQuoted } from './quoted.ts';
import { type CellNumberRef, type ScopedTable, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * A change of which one end is what another number of the sentence, or of the passage, says: the other end may be called otherwise
 * than the table calls it.
 */

/** `scores 82.5, 14.7 above the classifier`: one of the two cells is quoted in the sentence, the other may be called otherwise. */
export const isAnchored = (view: SentenceView, quantity: Quantity, { a, b, kind }: Derivation): boolean =>
  (kind === 'difference' || kind === 'points' || kind === 'change' || quantity.unit === '×') &&
  (a.number.column === b.number.column ||
    [a, b].every(cell => isColumnNamed(view, cell)) ||
    // `dropped 21.7 points from a starting value of 71.3`
    kind === 'difference') &&
  [a, b].some(cell => isQuoted(view, quantity, cell));

/** In each table the row that something is set against, where one is. */
export type ComparandRows = ReadonlyMap<ScopedTable, number | undefined>;

/** `lasts 9.3 hours, 2.2 shorter than B`: the one cell is what another number says in its two digits, the other is that of what it is compared with. */
export const isAnchoredByFew = (
  view: SentenceView,
  comparand: ComparandRows,
  { a, b, kind }: Derivation,
  { fitsOf }: Siblings,
): boolean =>
  (kind === 'difference' || kind === 'change') &&
  a.number.column === b.number.column &&
  [[a, b] as const, [b, a] as const].some(
    ([own, other]) =>
      comparand.get(other.scoped) === other.number.row &&
      view.sentence.quantities.some(
        said => said.role === 'value' && fitsOf(said).some(fit => sameCell(fit, own)),
      ),
  );

/** The sentence names the column, though not in full. */
const isColumnNamed = (view: SentenceView, { scoped, number }: CellNumberRef): boolean =>
  columnScore(view, scoped, number.column) >= NAMED_AT_ALL;

/** `Without it A gave 3.92. The first 60 kg added 1.69`: from a cell that another sentence of the passage quotes to one of a row named here. */
export function isFromQuotedBefore(
  view: SentenceView,
  { a, b, kind }: Derivation,
  { inBlock }: Siblings,
): boolean {
  if ((kind !== 'difference' && kind !== 'points') || a.number.column !== b.number.column) return false;
  const { rows } = view.naming(a.scoped.table).own;
  const goes = (from: CellNumberRef, to: CellNumberRef): boolean =>
    inBlock.some(fit => sameCell(fit, from)) && (rows.get(to.number.row)?.score ?? 0) >= NAMED_AT_ALL;
  return goes(a, b) || goes(b, a);
}

import { isPhysical } from '../tables/units.ts';
import { NAMED } from './candidates.ts';
import { isDecimalShift } from './compare.ts';
import { operand, type Pair } from './derive.ts';
import { columnScore, rowScore, writtenInTable } from './fit.ts';
import { formatLike } from './format-like.ts';
import type { Siblings } from './judge-value.ts';
import { changeReadings } from './pair-readings.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

const ABOUT_AS_LARGE = 2.2;
const isAsLarge = (a: number, b: number): boolean => a / b <= ABOUT_AS_LARGE && b / a <= ABOUT_AS_LARGE;

/** A number that is far from all that the two cells give is about something else; a tenth or ten times of it is a slip. */
export function isPlausible(quantity: Quantity, { a, b }: Pair): boolean {
  const said = writtenInTable(quantity, a.scoped);
  const ways = changeReadings(operand(a), operand(b)).filter(
    ({ kind }) =>
      (quantity.unit === '×') === (kind === 'ratio') && (!isPhysical(quantity.unit) || kind === 'difference'),
  );
  return ways.some(({ value }) => value > 0 && (isAsLarge(said.size, value) || isDecimalShift(said, value)));
}

/** Points are a difference and nothing else; a percentage may be points or relative, so that nothing is said. */
export function expectedChange(
  view: SentenceView,
  quantity: Quantity,
  { a, b, named }: Pair,
  fitsOf: Siblings['fitsOf'],
): string | undefined {
  if (named < 0.8 || quantity.unit !== 'point') return undefined;
  const rows = view.naming(a.scoped.table).own.rows;
  if ([a, b].some(({ number }) => (rows.get(number.row)?.score ?? 0) < NAMED)) return undefined;
  // `59.1, so 0.5 more than A and 3.6 more than B`: of the two it is neither where the sentence quotes a third one.
  const isOfThird = view.sentence.quantities.some(other => {
    const fits = other === quantity || other.role !== 'value' ? [] : fitsOf(other);
    return (
      fits.length > 0 &&
      fits.every(
        ({ scoped, number }) =>
          scoped === a.scoped && number.row !== a.number.row && number.row !== b.number.row,
      )
    );
  });
  if (isOfThird) return undefined;
  const scale = Math.max(a.number.size, b.number.size) <= 1 ? 100 : 1;
  const value = Math.abs(a.number.size - b.number.size) * scale;
  return isAsLarge(quantity.size, value) ? formatLike(quantity.text, value) : undefined;
}

/** `a geometric mean of 2.11 s, 1.29x faster than B`: along the row that is named, from the column that is. */
export const isOfNamedLine = (view: SentenceView, { a, b }: Pair): boolean =>
  a.number.row === b.number.row &&
  rowScore(view, a.scoped, a.number.row) >= NAMED &&
  [a, b].some(({ scoped, number }) => columnScore(view, scoped, number.column) >= NAMED);

import { type Candidate, candidatesOf, cellAsNamed, NAMED } from './candidates.ts';
import type { Fit } from './fit.ts';
import { isFarOff, isWhatItSays } from './in-column.ts';
import { NO_SUSPICION, type Suspicion } from './judge-value.ts';
import { meantInstead } from './meant-instead.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

const BEHIND = /^\s?%?\s?\(?±\s?(\d+(?:\.\d+)?)/u;
const FEWEST_DIGITS = 2;

/**
 * How suspicious a number is whose deviation is another one than its cell has, where a cell of its column or of the row that is named has
 * just that: `66.6 ± 1.9` beside `66.6 ± 2.2` and `85.0 ± 1.9`.
 */
export function suspectDeviation(view: SentenceView, quantity: Quantity, fits: readonly Fit[]): Suspicion {
  const said = BEHIND.exec(view.reading.block.text.slice(quantity.end, quantity.end + 16))?.[1];
  const [first] = fits;
  if (said === undefined || !first || said.replace(/\D/g, '').length < FEWEST_DIGITS) return NO_SUSPICION;
  // Of a row that is named see `companions.ts`.
  if (fits.some(({ row }) => row >= NAMED)) return NO_SUSPICION;
  // Without one, or with the same one, the cell is what is quoted.
  if (fits.some(fit => fit.scoped !== first.scoped || [undefined, said].includes(deviationOf(fit))))
    return NO_SUSPICION;
  const meant = candidatesOf(view, quantity).filter(
    cell =>
      cell.scoped === first.scoped &&
      deviationOf(cell) === said &&
      (cell.row >= NAMED || cell.column >= NAMED) &&
      !isWhatItSays(quantity, cell) &&
      !isFarOff(quantity, cell),
  );
  const [best, ...more] = meant;
  if (!best || more.length > 0) return NO_SUSPICION;
  const cell: Candidate = cellAsNamed(view, best, NAMED);
  return meantInstead(quantity, [cell], 'another deviation');
}

const IN_CELL = /±\s?(\d+(?:\.\d+)?)/u;

const deviationOf = ({ scoped, number }: CellNumberRef): string | undefined =>
  IN_CELL.exec(scoped.table.rows[number.row]![number.column]!.text)?.[1];

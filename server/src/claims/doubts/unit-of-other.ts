import type { Candidate } from '../candidates.ts';
import { columnStats } from '../column-stats.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

/** What could be a word as well (`in`, `a`) is no unit by its looks. */
const LOOKS_LIKE_UNIT = /\p{Lu}|[^\p{L}]/u;
const BEHIND = /^\s?([\p{L}°µμ%/²³·]+)/u;

/** `575 MPa` beside a column in `(MPa)` where the cell is of one in `(%)`: a unit that only the table knows. */
export function hasUnitOfOther(
  { reading }: SentenceView,
  { unit, unitEnd }: Quantity,
  { scoped, number }: Candidate,
): boolean {
  if (unit !== '') return false;
  const [, behind] = BEHIND.exec(reading.block.text.slice(unitEnd, unitEnd + 24)) ?? [];
  if (behind === undefined || !LOOKS_LIKE_UNIT.test(behind)) return false;
  const stats = columnStats(scoped.table);
  return stats[number.column]!.unit !== behind && stats.some(column => column.unit === behind);
}

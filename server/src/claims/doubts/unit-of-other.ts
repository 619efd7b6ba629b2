import type { Candidate } from '../candidates.ts';
import { columnStats } from '../column-stats.ts';
import { lastOfList } from '../number-list.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

/** What could be a word as well (`in`, `a`) is no unit by its looks. */
const LOOKS_LIKE_UNIT = /\p{Lu}|[^\p{L}]/u;
const BEHIND = /^\s?([\p{L}°µμ%/²³·]+)/u;

/** `575 MPa`, `102, 131 and 148 MPa` beside a column in `(MPa)` where the cell is of one in `(%)`: a unit that only the table knows. */
export function hasUnitOfOther(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean {
  if (quantity.unit !== '') return false;
  const { unit, unitEnd } = lastOfList(view, quantity);
  const [, word] = BEHIND.exec(view.reading.block.text.slice(unitEnd, unitEnd + 24)) ?? [];
  const behind = unit === '' ? word : unit;
  if (behind === undefined || !LOOKS_LIKE_UNIT.test(behind)) return false;
  const stats = columnStats(scoped.table);
  return stats[number.column]!.unit !== behind && stats.some(column => column.unit === behind);
}

import { clauseBefore } from './clause.ts';
import { columnStats } from './column-stats.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const MOST = word('highest|largest|greatest|maximum|max|longest|tallest|top');
const LEAST = word('lowest|smallest|minimum|min|shortest|fewest');
const BEST = word('best|worst|state-of-the-art|most|least|fastest|slowest');
/** Of some only, or not of the number: `the second best`, `better than the best`, `among the largest`. */
const NOT_OF_ALL = word(
  'second|third|next|former|among|amongst|baselines?|single|previous|prior|existing|other|than|over|vs|versus|compared|against|at (?:most|least|best|worst)|at the (?:most|least)',
);

const isMost = ({ scoped, number }: CellNumberRef): boolean =>
  number.size >= columnStats(scoped.table)[number.column]!.max;
const isLeast = ({ scoped, number }: CellNumberRef): boolean =>
  number.size <= columnStats(scoped.table)[number.column]!.min;

/** True for the largest and the smallest number of a column. */
export const isExtreme = (cell: CellNumberRef): boolean => isMost(cell) || isLeast(cell);

/** `A has the highest accuracy of 91.2`, where the cell is the largest of its column: the sentence says twice which cell it means. */
export function isSaidToBeExtreme(view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean {
  const clause = clauseBefore(view, quantity);
  if (NOT_OF_ALL.test(clause)) return false;
  const { header } = cell.scoped.table.columns[cell.number.column]!;
  const says = (pattern: RegExp): boolean => pattern.test(clause) && !pattern.test(header);
  return (says(MOST) && isMost(cell)) || (says(LEAST) && isLeast(cell)) || (says(BEST) && isExtreme(cell));
}

import { anchorOfCell } from '../tables/cell-anchor.ts';
import { encodePath } from '../wiki/destination.ts';
import { folderOf, relativePath } from '../wiki/path.ts';
import type { CellRef } from './claim.ts';

/**
 * The destination that binds a number in the page at `fromPath` to a cell: `../data/d.csv#severe-medical/total`.
 * Undefined for a cell of a GFM table and for a row that no anchor tells from another.
 */
export function bindingFor(cell: CellRef, fromPath: string): string | undefined {
  if (cell.table.format === 'gfm') return undefined;
  const anchor = anchorOfCell(cell.table, cell.row, cell.column);
  if (anchor === undefined) return undefined;
  return `${encodePath(relativePath(folderOf(fromPath), cell.path))}#${encodePath(anchor)}`;
}

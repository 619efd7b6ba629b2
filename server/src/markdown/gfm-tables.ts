import type { Table, TableCell } from 'mdast';
import type { Span } from '../text/span.ts';
import { plainText } from './plain-text.ts';
import type { GfmTable } from './prose.ts';

/** The rows of a GFM table with the place of each cell's content. */
export function gfmTableOf(table: Table, section: number): GfmTable {
  return {
    span: { start: table.position!.start.offset!, end: table.position!.end.offset! },
    section,
    rows: table.children.map(row => row.children.map(cellOf)),
  };
}

function cellOf(cell: TableCell): GfmTable['rows'][number][number] {
  return { text: plainText(cell).trim(), span: contentSpan(cell) };
}

/** From the first to the last child; an empty cell's place is right behind the bar before it. */
function contentSpan(cell: TableCell): Span {
  const [first] = cell.children;
  const last = cell.children.at(-1);
  if (first && last) return { start: first.position!.start.offset!, end: last.position!.end.offset! };
  const { start, end } = cell.position!;
  const empty = Math.min(start.offset! + 1, end.offset!);
  return { start: empty, end: empty };
}

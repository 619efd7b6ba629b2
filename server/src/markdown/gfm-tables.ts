import type { Nodes, Table, TableCell } from 'mdast';
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
  const first: Nodes | undefined = cell.children[0];
  const last: Nodes | undefined = cell.children.at(-1);
  // An empty cell's place is right behind the bar before it.
  const start =
    first?.position!.start.offset ?? Math.min(cell.position!.start.offset! + 1, cell.position!.end.offset!);
  return { text: plainText(cell).trim(), span: { start, end: last?.position!.end.offset ?? start } };
}

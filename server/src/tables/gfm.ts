import type { LineStarts } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import { buildTable } from './build-table.ts';
import type { Table, TableOptions } from './table.ts';

/** Rows of a GFM table, header first, mark-up taken out; spans count in the page. */
export interface MarkdownTable {
  readonly span: Span;
  readonly rows: readonly (readonly { readonly text: string; readonly span: Span }[])[];
}

const known = new WeakMap<MarkdownTable, Table>();

/** A table that stands in a page, whose line starts are given. The same object for the same rows. */
export function gfmTable(gfm: MarkdownTable, lineStarts: LineStarts, options?: TableOptions): Table {
  let table = known.get(gfm);
  if (!table || options) {
    table = buildTable(
      lineStarts,
      { format: 'gfm', records: gfm.rows, headerRows: 1, problems: [] },
      options,
    );
    if (!options) known.set(gfm, table);
  }
  return table;
}

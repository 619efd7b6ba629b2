import { LRUCache } from 'lru-cache';
import type { LineStarts } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import { buildTable } from './build-table.ts';
import type { Table } from './table.ts';

/** Rows of a GFM table, header first, mark-up taken out; spans count in the page. */
export interface MarkdownTable {
  readonly span: Span;
  readonly rows: readonly (readonly { readonly text: string; readonly span: Span }[])[];
  /** What `gfmTable` made of it. */
  table?: Table;
}

/** Tables of pages seen last, by the texts of their cells: an edit elsewhere in the page leaves them as they were. */
const recent = new LRUCache<string, Table['derived']>({ max: 32 });
const LONGEST = 1_000_000;

/** A table that stands in a page, whose line starts are given. The same object for the same rows. */
export function gfmTable(gfm: MarkdownTable, lineStarts: LineStarts): Table {
  gfm.table ??= {
    ...buildTable(lineStarts, { format: 'gfm', records: gfm.rows, headerRows: 1, problems: [] }),
    derived: sharedBy(gfm),
  };
  return gfm.table;
}

function sharedBy({ rows }: MarkdownTable): Table['derived'] {
  const content = rows.map(row => row.map(({ text }) => text).join('\0')).join('\x01');
  const shared = recent.get(content) ?? new Map();
  if (content.length <= LONGEST) recent.set(content, shared);
  return shared;
}

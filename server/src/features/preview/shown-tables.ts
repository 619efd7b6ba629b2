import type { Claim } from '../../claims/claim.ts';
import { tableName } from '../../claims/scoped.ts';
import { columnLabel } from '../../claims/wording.ts';
import { readFragment } from '../../tables/expression.ts';
import type { Selection } from '../../tables/fragment.ts';
import { labelColumns } from '../../tables/labels.ts';
import type { Table } from '../../tables/table.ts';
import { valueAt } from '../../tables/table-values.ts';
import type { Page } from '../../wiki/page.ts';
import { isTablePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { shorten } from '../page-card.ts';

/** The part of a table that `![caption](data/x.csv)` shows. */
export interface ShownTable {
  /** As written in the page; see `Link.destination`. */
  readonly destination: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ShownCell[])[];
  /** How many rows and columns there are to show, cut off or not. */
  readonly allRows: number;
  readonly allColumns: number;
}

export interface ShownCell {
  readonly text: string;
  /** What to sort by, where the cell is a number. */
  readonly value?: number;
  /** A number of the page speaks of this cell. */
  readonly quoted?: Verdict;
}

type Verdict = 'supported' | 'contradicted';
type DecidedClaim = Claim & { readonly verdict: Verdict };

/** The first rows of a table, and as many again of those further down that the page quotes. */
const FIRST_ROWS = 20;
const MORE_QUOTED = 10;
const MOST_COLUMNS = 12;
/** Of all tables of a page together, so that a page full of them stays light; each shows some rows all the same. */
const MOST_CELLS = 1500;
const LEAST_ROWS = 3;
/** Longest text of a cell, in UTF-16 units. */
const LONGEST = 80;

/** The tables that a page shows in the manner of images, each destination once; none for a file that is gone. */
export function shownTablesOf(
  wiki: Wiki,
  page: Page,
  claims: readonly DecidedClaim[],
): readonly ShownTable[] {
  const shown = new Map<string, ShownTable>();
  let room = MOST_CELLS;
  for (const [index, link] of page.facts.links.entries()) {
    if (link.kind !== 'image' && link.kind !== 'image-reference') continue;
    const destination = page.destinations[index]!;
    if (shown.has(link.destination) || destination.kind !== 'path' || !isTablePath(destination.path))
      continue;
    const table = wiki.sources.tableAt(destination.path);
    if (!table) continue;
    const quoted = quotedCells(destination.path, claims);
    const part = shownPart(table, selectionOf(table, destination.fragment), quoted, room);
    room -= part.rows.length * part.columns.length;
    shown.set(link.destination, {
      destination: link.destination,
      name: tableName(destination.path, table),
      ...part,
    });
  }
  return [...shown.values()];
}

/** What an anchor narrows the table to; everything where it narrows nothing, or can't be read. */
function selectionOf(table: Table, fragment: string | undefined): Selection {
  const value = fragment ? readFragment(table, fragment) : undefined;
  if (value?.kind === 'cell') return { rows: [value.place.row] };
  return value?.kind === 'selection' ? value.selection : {};
}

function shownPart(
  table: Table,
  selection: Selection,
  quoted: ReadonlyMap<string, Verdict>,
  room: number,
): Omit<ShownTable, 'destination' | 'name'> {
  const allColumns = selection.columns
    ? [...new Set([...labelColumns(table).map(({ index }) => index), ...selection.columns])]
    : table.columns.map(({ index }) => index);
  const columns = allColumns.slice(0, MOST_COLUMNS);
  const allRows = selection.rows?.length ?? table.rows.length;
  const rowAt = (index: number): number => selection.rows?.[index] ?? index;
  const first = Math.min(allRows, FIRST_ROWS, Math.max(LEAST_ROWS, Math.floor(room / (columns.length || 1))));
  const rows = Array.from({ length: first }, (_, index) => rowAt(index));
  const further = [...quoted.keys()]
    .map(key => Number(key.slice(0, key.indexOf(' '))))
    .filter(row => !rows.includes(row) && (!selection.rows || selection.rows.includes(row)));
  rows.push(...[...new Set(further)].sort((a, b) => a - b).slice(0, MORE_QUOTED));
  return {
    columns: columns.map(column => shorten(columnLabel(table, column), LONGEST)),
    rows: rows.map(row => columns.map(column => shownCell(table, quoted, row, column))),
    allRows,
    allColumns: allColumns.length,
  };
}

function shownCell(
  table: Table,
  quoted: ReadonlyMap<string, Verdict>,
  row: number,
  column: number,
): ShownCell {
  const text = table.rows[row]?.[column]?.text ?? '';
  const value = valueAt(table, { row, column }).main?.scaled;
  const verdict = quoted.get(`${row} ${column}`);
  return {
    text: shorten(text, LONGEST),
    ...(value === undefined ? {} : { value }),
    ...(verdict === undefined ? {} : { quoted: verdict }),
  };
}

/** The cells of a table that numbers of the page speak of; one that agrees and one that does not make a contradiction. */
function quotedCells(path: string, claims: readonly DecidedClaim[]): ReadonlyMap<string, Verdict> {
  const quoted = new Map<string, Verdict>();
  for (const { cells, verdict } of claims) {
    for (const cell of cells) {
      const key = `${cell.row} ${cell.column}`;
      if (cell.path === path && quoted.get(key) !== 'contradicted') quoted.set(key, verdict);
    }
  }
  return quoted;
}

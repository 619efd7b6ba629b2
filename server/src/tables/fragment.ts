import { columnWithSlug, type RowKey, rowsWithKeys } from './cell-anchor.ts';
import { rowLabel } from './labels.ts';
import { slugOf } from './slug.ts';
import type { Table } from './table.ts';

/** The cells that a fragment names; a side that it leaves open is undefined. */
export interface Selection {
  /** Rows in the table's order; undefined when the fragment says nothing of rows. */
  readonly rows?: readonly number[];
  /** Columns in the table's order; undefined when the fragment says nothing of columns. */
  readonly columns?: readonly number[];
}

/** What is wrong with a fragment. Offsets count in the fragment, percent-encoding undone. */
export interface FragmentProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Rows that fit where only one may; the candidates that a message shows. */
  readonly candidates?: readonly number[];
}

export type FragmentResult = { readonly selection: Selection } | { readonly problem: FragmentProblem };

const RFC_7111 = /^(row|col|cell)=([\d*,;-]+)$/;

/**
 * Reads `ROW/COLUMN`, `ROW`, `/COLUMN` or a selection of RFC 7111. `several` allows `*` and rows that share their keys, as
 * `mean(…)` wants them.
 */
export function readSelection(
  table: Table,
  fragment: string,
  options: { readonly several: boolean },
): FragmentResult {
  const rfc = RFC_7111.exec(fragment);
  if (rfc) return readRfc7111(table, rfc[1]!, rfc[2]!);
  const slash = fragment.indexOf('/');
  const rowPart = slash < 0 ? fragment : fragment.slice(0, slash);
  const columnPart = slash < 0 ? undefined : fragment.slice(slash + 1);
  const rows = rowPart === '' ? undefined : readRows(table, rowPart, options.several);
  if (rows && 'problem' in rows) return rows;
  const columns =
    columnPart === undefined ? undefined : readColumns(table, columnPart, slash + 1, options.several);
  if (columns && 'problem' in columns) return columns;
  if (rows === undefined && columns === undefined) return problem('the anchor is empty', 0, 0);
  return {
    selection: { ...(rows ? { rows: rows.found } : {}), ...(columns ? { columns: columns.found } : {}) },
  };
}

type Found = { readonly found: readonly number[] } | { readonly problem: FragmentProblem };

const problem = (message: string, start: number, end: number, candidates?: readonly number[]) => ({
  problem: { message, start, end, ...(candidates ? { candidates } : {}) },
});

function readRows(table: Table, part: string, several: boolean): Found {
  const keys: RowKey[] = [];
  let at = 0;
  let all = false;
  for (const piece of part.split('+')) {
    const equals = piece.indexOf('=');
    const header = equals < 0 ? undefined : piece.slice(0, equals);
    const key = equals < 0 ? piece : piece.slice(equals + 1);
    const end = at + piece.length;
    if (key === '') return problem('a key is missing here', at, end);
    if (header !== undefined && columnWithSlug(table, slugOf(header)) === undefined) {
      return problem(`no column "${header}"${didYouMean(table.columns.map(column => column.slug))}`, at, end);
    }
    if (key === '*') {
      if (!several)
        return problem('"*" stands for many rows; only mean, sum, min, max and count take it', at, end);
      all = true;
    } else keys.push({ slug: slugOf(key), ...(header === undefined ? {} : { header: slugOf(header) }) });
    at = end + 1;
  }
  const found = rowsWithKeys(table, keys);
  if (found.length === 0) return problem(`no row "${part}"`, 0, part.length);
  if (found.length > 1 && !all && !several) {
    const names = found
      .slice(0, 3)
      .map(row => `"${rowLabel(table, row)}"`)
      .join(' and ');
    return problem(`${found.length} rows fit "${part}": ${names}`, 0, part.length, found);
  }
  return { found };
}

function readColumns(table: Table, part: string, at: number, several: boolean): Found {
  const end = at + part.length;
  if (part === '') return problem('a column is missing after "/"', at, end);
  if (part === '*') {
    if (!several)
      return problem('"*" stands for many columns; only mean, sum, min, max and count take it', at, end);
    return { found: table.columns.filter(column => !column.isLabel).map(column => column.index) };
  }
  const found = columnWithSlug(table, part) ?? columnWithSlug(table, slugOf(part));
  if (found !== undefined) return { found: [found] };
  return problem(`no column "${part}"${didYouMean(table.columns.map(column => column.slug))}`, at, end);
}

/** A short list of what there is; a long one helps nobody. */
function didYouMean(names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names
    .slice(0, 6)
    .map(name => `"${name}"`)
    .join(', ');
  return `; there ${names.length === 1 ? 'is' : 'are'} ${shown}${names.length > 6 ? ', …' : ''}`;
}

/** RFC 7111: rows and columns counted from the header row, which is row 0, and from column 1. */
function readRfc7111(table: Table, kind: string, written: string): FragmentResult {
  const offset = kind.length + 1;
  const lastRow = table.rows.length;
  const lastColumn = table.columns.length;
  const [from = '', to] = kind === 'cell' ? splitCell(written) : written.split(';')[0]!.split('-');
  const outside = problem(`"${kind}=${written}" lies outside of the table`, 0, offset + written.length);
  if (kind === 'cell') {
    const [row, column] = from.split(',');
    const [row2 = row, column2 = column] = (to ?? '').split(',').filter(part => part !== '');
    const rows = range(row, row2, 1, lastRow);
    const columns = range(column, column2, 1, lastColumn);
    if (!rows || !columns) return outside;
    return { selection: { rows: rows.map(value => value - 1), columns: columns.map(value => value - 1) } };
  }
  const found = range(from, to ?? from, 1, kind === 'row' ? lastRow : lastColumn);
  if (!found) return outside;
  const zeroBased = found.map(value => value - 1);
  return { selection: kind === 'row' ? { rows: zeroBased } : { columns: zeroBased } };
}

const splitCell = (written: string): string[] => written.split(';')[0]!.split('-');

function range(
  from: string | undefined,
  to: string | undefined,
  least: number,
  most: number,
): number[] | undefined {
  const first = from === '*' ? most : Number(from);
  const last = to === '*' ? most : Number(to);
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < least || last > most || first > last)
    return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

import { cellText, columnLabel, rowLabel } from '../tables/labels.ts';
import type { Table } from '../tables/table.ts';
import type { Aggregate } from './aggregate.ts';
import type { CellRef } from './claim.ts';
import type { Derivation } from './derive.ts';
import type { CellNumberRef } from './scoped.ts';
import { tableName } from './scoped.ts';

export { cellText, columnLabel, rowLabel };

/** The same cell, also where a page was read again and its GFM table is another object. */
export const isSameCell = (a: CellRef, b: CellRef): boolean =>
  a.path === b.path &&
  a.row === b.row &&
  a.column === b.column &&
  a.table.headerSpan.start === b.table.headerSpan.start;

/** A cell as messages and editors know it. */
export const cellRef = ({ scoped, number }: CellNumberRef): CellRef => ({
  path: scoped.path,
  table: scoped.table,
  row: number.row,
  column: number.column,
});

/** `severe medical, total`; a row's key that is its only label is not said twice. */
export function placeLabel(table: Table, row: number, column: number): string {
  const label = rowLabel(table, row);
  const header = columnLabel(table, column);
  return label === '' ? header : `${label}, ${header}`;
}

/** `deceptionbench.csv says 34.46 for severe medical, total`. */
export const cellSays = ({ path, table, row, column }: CellRef): string =>
  `${tableName(path, table)} says ${cellText(table, row, column)} for ${placeLabel(table, row, column)}`;

/** `34.46 in deceptionbench.csv, severe medical, total`. */
export const cellIs = ({ path, table, row, column }: CellRef): string =>
  `${cellText(table, row, column)} in ${tableName(path, table)}, ${placeLabel(table, row, column)}`;

const DERIVED: Readonly<Record<Derivation['kind'], string>> = {
  difference: 'the difference between',
  points: 'the difference in points between',
  change: 'the relative change between',
  ratio: 'the ratio of',
  share: 'the share of',
  'error-change': 'the relative change of what is missing to a hundred between',
  sum: 'the sum of',
  mean: 'the mean of',
};

/** `the difference between 26.94 and 34.46 in d.csv (vanilla, total; severe medical, total)`. */
export function pairIs(kind: Derivation['kind'], a: CellRef, b: CellRef): string {
  const places = `${placeLabel(a.table, a.row, a.column)}; ${placeLabel(b.table, b.row, b.column)}`;
  return `${DERIVED[kind]} ${cellText(a.table, a.row, a.column)} and ${cellText(b.table, b.row, b.column)} in ${tableName(a.path, a.table)} (${places})`;
}

/** `the mean of total over 7 rows of d.csv`. */
export function aggregateIs({ kind, scoped, column, rows, numbers, selection }: Aggregate): string {
  const where = selection === '' ? '' : ` for ${selection}`;
  if (kind === 'count') return `the number of rows${where} in ${scoped.name}, ${rows.length}`;
  return `the ${kind} of ${columnLabel(scoped.table, column)} over ${numbers.length} rows${where} of ${scoped.name}`;
}

import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { columnStats, comparable } from './column-stats.ts';
import { type LabelIndex, labelIndex } from './label-index.ts';
import { numberIndex, type TableNumber } from './number-index.ts';
import type { ScopedTable } from './scoped.ts';

/** Pairs of cells of one column, or of one row: `first[i]` with `second[i]`. Two lists, since there are many of them. */
export interface TablePairs {
  readonly first: readonly TableNumber[];
  readonly second: readonly TableNumber[];
}

/** Above this all pairs of a table are too many; then only rows that the sentence names are compared. */
const MOST_CELLS = 400;
const MOST_ROWS = 12;

/** The columns whose numbers are compared with one another. */
export const comparedColumns = ({ measures, keys }: LabelIndex): number[] =>
  measures.filter(column => !keys.includes(column));

/** All pairs of a table, or, where it is long, those of the rows that a sentence names best. */
export function pairsIn(scoped: ScopedTable, namedRows: readonly number[]): TablePairs {
  const { table, numbers } = scoped;
  if (numbers.count > MOST_CELLS) return pairsOf(table, namedRows.slice(0, MOST_ROWS));
  return derived(table, allPairs);
}

const allPairs = (table: Table): TablePairs =>
  pairsOf(
    table,
    table.rows.map((_, row) => row),
  );

function pairsOf(table: Table, rows: readonly number[]): TablePairs {
  const stats = columnStats(table);
  const columns = comparedColumns(labelIndex(table));
  const numbers = numberIndex(table);
  const first: TableNumber[] = [];
  const second: TableNumber[] = [];
  const add = (x: TableNumber | undefined, y: TableNumber | undefined): void => {
    if (!x || !y) return;
    first.push(x);
    second.push(y);
  };
  rows.forEach((row, place) => {
    const cells = numbers.inRow(row);
    columns.forEach((column, at) => {
      for (const other of columns.slice(at + 1)) {
        if (comparable(stats[column]!, stats[other]!)) add(cells[column], cells[other]);
      }
      for (const below of rows.slice(place + 1)) add(cells[column], numbers.inRow(below)[column]);
    });
  });
  return { first, second };
}

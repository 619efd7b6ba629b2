import type { Table } from '../tables/table.ts';
import { columnStats, comparable } from './column-stats.ts';
import type { TableNumber } from './number-index.ts';
import type { ScopedTable } from './scoped.ts';

/** Pairs of cells of one column, or of one row: `first[i]` with `second[i]`. Two lists, since there are many of them. */
export interface TablePairs {
  readonly first: readonly TableNumber[];
  readonly second: readonly TableNumber[];
}

/** Above this all pairs of a table are too many; then only rows that the sentence names are compared. */
const MOST_CELLS = 400;
const MOST_ROWS = 12;

const known = new WeakMap<Table, TablePairs>();

/** The columns whose numbers are compared with one another. */
export const comparedColumns = ({ labels }: ScopedTable): number[] =>
  labels.measures.filter(column => !labels.keys.includes(column));

/** All pairs of a table, or, where it is long, those of the rows that a sentence names best. */
export function pairsIn(scoped: ScopedTable, namedRows: readonly number[]): TablePairs {
  const { table, numbers } = scoped;
  if (numbers.count > MOST_CELLS) return pairsOf(scoped, namedRows.slice(0, MOST_ROWS));
  let pairs = known.get(table);
  if (!pairs) {
    pairs = pairsOf(
      scoped,
      table.rows.map((_, row) => row),
    );
    known.set(table, pairs);
  }
  return pairs;
}

function pairsOf(scoped: ScopedTable, rows: readonly number[]): TablePairs {
  const stats = columnStats(scoped.table);
  const columns = comparedColumns(scoped);
  const first: TableNumber[] = [];
  const second: TableNumber[] = [];
  const add = (x: TableNumber | undefined, y: TableNumber | undefined): void => {
    if (!x || !y) return;
    first.push(x);
    second.push(y);
  };
  rows.forEach((row, place) => {
    const cells = scoped.numbers.cells[row]!;
    columns.forEach((column, at) => {
      for (const other of columns.slice(at + 1)) {
        if (comparable(stats[column]!, stats[other]!)) add(cells[column], cells[other]);
      }
      for (const below of rows.slice(place + 1)) add(cells[column], scoped.numbers.cells[below]![column]);
    });
  });
  return { first, second };
}

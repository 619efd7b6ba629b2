import type { Table } from '../tables/table.ts';
import { baseName, stem } from '../wiki/path.ts';
import type { ReachableTable } from './claim.ts';
import { type LabelIndex, labelIndex } from './label-index.ts';
import { type NumberIndex, numberIndex, type TableNumber } from './number-index.ts';

/** A table in scope. A class, since a getter in an object literal makes a new hidden class of each object. */
export class ScopedTable implements ReachableTable {
  readonly path: string;
  readonly table: Table;
  /** How near its level is: 0 is linked in the block, 4 stands in a cited source. */
  readonly level: number;
  /** True for a table that stands in the same section as the sentence, or that somebody linked or listed: only those can contradict. */
  readonly close: boolean;
  /** How messages call it: the file's name, or `the table in x.md`. */
  readonly name: string;

  /** What the page's title and caption say of all its columns: `Exports (in million euros)`. */
  readonly about: string;

  constructor({ path, table }: ReachableTable, level: number, close: boolean, about: string) {
    this.path = path;
    this.table = table;
    this.level = level;
    this.close = close;
    this.about = `${about} ${table.title ?? ''}`;
    this.name = tableName(path, table);
  }

  get labels(): LabelIndex {
    return labelIndex(this.table);
  }

  get numbers(): NumberIndex {
    return numberIndex(this.table);
  }
}

export const tableName = (path: string, table: Table): string =>
  table.format === 'gfm' ? `the table in ${baseName(path)}` : baseName(path);

/** Words that may name the table as a whole: its title and its file's name. */
export const tableTitle = (path: string, table: Table): string =>
  `${table.title ?? ''} ${table.format === 'gfm' ? '' : stem(path).replace(/[-_]+/g, ' ')}`.trim();

/** A cell of a table in scope with the number that stands in it. */
export interface CellNumberRef {
  readonly scoped: ScopedTable;
  readonly number: TableNumber;
}

export const sameCell = (a: CellNumberRef, b: CellNumberRef): boolean =>
  a.scoped === b.scoped && a.number.row === b.number.row && a.number.column === b.number.column;

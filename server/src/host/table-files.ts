import { statSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import type { TroubledFile } from '../rules/rule.ts';
import { LONGEST_TABLE, readTable, tooLongTable } from '../tables/read-table.ts';
import type { Table, TableOptions } from '../tables/table.ts';
import { LARGEST_PARQUET, readParquet, tooLargeParquet } from './read-parquet.ts';
import { readBytes, readText } from './read-text.ts';

interface LoadedTable {
  readonly table: Table | undefined;
  readonly trouble: TroubledFile | undefined;
  /** UTF-16 units of its text. */
  readonly size: number;
}

/** What is kept of the tables asked for last, with all that is derived from them: a wiki may have one for each of its pages. */
const MOST_TABLES = 256;
const MOST_TEXT = 16_000_000;
/** What a cell that is in no text counts for. */
const UNITS_A_CELL = 8;
/** No UTF-16 unit takes more bytes, so that a file of more is too long without being read. */
const MOST_BYTES_A_UNIT = 3;

/** Data tables by wiki path, read when asked for; the ones asked for last are kept until their file changes. */
export class TableFiles {
  private readonly root: string;
  private readonly open: ReadonlyMap<string, string>;
  private readonly optionsOf: (path: string) => TableOptions | undefined;
  private readonly loaded = new LRUCache<string, LoadedTable>({
    max: MOST_TABLES,
    maxSize: MOST_TEXT,
    sizeCalculation: ({ size }) => 1 + size,
  });

  constructor(
    root: string,
    open: ReadonlyMap<string, string>,
    optionsOf: (path: string) => TableOptions | undefined,
  ) {
    this.root = root;
    this.open = open;
    this.optionsOf = optionsOf;
  }

  /** The table of a file; undefined when the file is missing or is no table at all. */
  table(path: string): Table | undefined {
    return this.load(path).table;
  }

  /** Why the file of a table can't be read, once somebody asked for it. */
  trouble(path: string): TroubledFile | undefined {
    return this.load(path).trouble;
  }

  /** The text of a table's file as it is now, if it can be written back; the table is read again with it. */
  textNow(path: string): string | undefined {
    this.forget(path);
    const openText = this.open.get(path);
    if (openText !== undefined) return openText;
    const file = readText(`${this.root}/${path}`);
    return file && 'text' in file && file.encoding === 'utf-8' ? file.text : undefined;
  }

  /** The file changed, or what the schema says of it. */
  forget(path: string): void {
    this.loaded.delete(path);
  }

  forgetAll(): void {
    this.loaded.clear();
  }

  private load(path: string): LoadedTable {
    let loaded = this.loaded.get(path);
    if (!loaded) this.loaded.set(path, (loaded = this.read(path)));
    return loaded;
  }

  private read(path: string): LoadedTable {
    const openText = this.open.get(path);
    if (openText !== undefined) return this.parse(path, openText);
    const absolute = `${this.root}/${path}`;
    if (path.endsWith('.parquet')) return this.readParquetFile(path, absolute);
    const bytes = sizeOf(absolute);
    if (bytes > LONGEST_TABLE * MOST_BYTES_A_UNIT)
      return { table: tooLongTable(path, bytes), trouble: undefined, size: 0 };
    const file = readText(absolute);
    if (!file) return { table: undefined, trouble: undefined, size: 0 };
    if ('trouble' in file) return { table: undefined, trouble: { path, ...file }, size: 0 };
    return this.parse(path, file.text);
  }

  private readParquetFile(path: string, absolute: string): LoadedTable {
    const size = sizeOf(absolute);
    if (size > LARGEST_PARQUET) return { table: tooLargeParquet(size), trouble: undefined, size: 0 };
    const file = readBytes(absolute);
    if (!file) return { table: undefined, trouble: undefined, size: 0 };
    if ('trouble' in file) return { table: undefined, trouble: { path, ...file }, size: 0 };
    const table = readParquet(file.bytes, this.optionsOf(path));
    return { table, trouble: undefined, size: table.rows.length * table.columns.length * UNITS_A_CELL };
  }

  private parse(path: string, text: string): LoadedTable {
    return { table: readTable(path, text, this.optionsOf(path)), trouble: undefined, size: text.length };
  }
}

/** Bytes of a file; 0 when there is none. */
function sizeOf(absolute: string): number {
  return statSync(absolute, { throwIfNoEntry: false })?.size ?? 0;
}

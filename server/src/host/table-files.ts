import type { TroubledFile } from '../rules/rule.ts';
import { readTable } from '../tables/read-table.ts';
import type { Table, TableOptions } from '../tables/table.ts';
import { readText } from './read-text.ts';

interface LoadedTable {
  readonly table: Table | undefined;
  readonly trouble: TroubledFile | undefined;
}

/** Data tables by wiki path, read when first asked for and kept until their file changes. */
export class TableFiles {
  private readonly root: string;
  private readonly open: ReadonlyMap<string, string>;
  private readonly optionsOf: (path: string) => TableOptions | undefined;
  private readonly loaded = new Map<string, LoadedTable>();

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

  isLoaded(path: string): boolean {
    return this.loaded.has(path);
  }

  /** Paths of the tables that were asked for. */
  paths(): Iterable<string> {
    return this.loaded.keys();
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
    if (openText !== undefined)
      return { table: readTable(path, openText, this.optionsOf(path)), trouble: undefined };
    const file = readText(`${this.root}/${path}`);
    if (!file) return { table: undefined, trouble: undefined };
    if ('trouble' in file) return { table: undefined, trouble: { path, ...file } };
    return { table: readTable(path, file.text, this.optionsOf(path)), trouble: undefined };
  }
}

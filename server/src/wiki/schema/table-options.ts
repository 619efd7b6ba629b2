import type { TableOptions } from '../../tables/table.ts';
import { type PathTest, pathTest } from './glob.ts';
import type { NamedTable, Schema } from './schema.ts';

const matchers = new WeakMap<Schema, readonly { readonly table: NamedTable; readonly matches: PathTest }[]>();

function matchersOf(schema: Schema) {
  let list = matchers.get(schema);
  if (!list) {
    list = schema.tables.map(table => ({ table, matches: pathTest([table.file], { dots: true }) }));
    matchers.set(schema, list);
  }
  return list;
}

/** What the wiki's YAML says about the table at a path; undefined where it says nothing. */
export const tableOptionsOf = (schema: Schema, path: string): TableOptions | undefined =>
  matchersOf(schema).find(({ matches }) => matches(path))?.table;

/** True for a file whose own problems are reported without being linked. */
export const isNamedTable = (schema: Schema, path: string): boolean =>
  tableOptionsOf(schema, path) !== undefined;

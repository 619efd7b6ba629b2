import type { FieldValue, FrontMatter } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import { folderOf, resolvePath } from './path.ts';
import type { Schema } from './schema/schema.ts';

/** An entry of the front matter's `tables:`. */
export interface PageTable {
  /** Wiki path of the table's file, whether it is there or not. */
  readonly path: string;
  readonly written: string;
  readonly span: Span;
}

/** The tables that a page's front matter names: by path, relative to the page, or by a name of the wiki's YAML. */
export function pageTablesOf(
  path: string,
  frontMatter: FrontMatter | undefined,
  schema: Schema,
): readonly PageTable[] {
  const field = frontMatter?.fields.find(({ key }) => key === 'tables');
  if (!field) return [];
  return (field.value.items ?? [field.value]).flatMap((value: FieldValue) => {
    if (typeof value.value !== 'string' || value.value === '') return [];
    const named = schema.tables.find(table => table.name === value.value);
    const target = named ? resolvePath('', named.file) : resolvePath(folderOf(path), value.value);
    return [{ path: target, written: value.value, span: value.span }];
  });
}

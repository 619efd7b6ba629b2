import { addFields } from '../../rules/front-matter/add-fields.ts';
import { addValue } from '../../rules/front-matter/add-value.ts';
import { fieldOf } from '../../rules/front-matter/fields.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { yamlScalarLike } from '../../wiki/moves/yaml-scalar.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/**
 * Names a table in a page's `tables:`, by its name in the wiki's YAML, else by its path. Undefined where the page names it
 * already, is read-only, or has front matter that can't be read.
 */
export function linkTable(wiki: Wiki, page: Page, table: string): FileEdit | undefined {
  const text = wiki.sources.textOf(page.path);
  if (text === undefined || isReadOnly(wiki.schema, page.path) || page.facts.frontMatter?.problems.length)
    return undefined;
  if (page.tables.some(({ path }) => path === table)) return undefined;
  const name =
    wiki.schema.tables.find(({ file }) => file === table)?.name ?? relativePath(folderOf(page.path), table);
  const field = fieldOf(page, 'tables');
  if (!field) return addFields(wiki, page, { tables: [name] }, ['lenses', 'status', 'date']);
  return { path: page.path, ...addValue(text, field.value, yamlScalarLike('', name)) };
}

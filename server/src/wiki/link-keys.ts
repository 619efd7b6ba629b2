import { namedTablePath } from './named-table.ts';
import type { Page } from './page.ts';
import { pageNamesIn } from './page-fields.ts';
import { folderOf, pathKey, resolvePath, stem } from './path.ts';
import { slashedPath } from './page-path.ts';

const keysOf = new WeakMap<Page, ReadonlySet<string>>();

/**
 * Everything outside of itself that a page speaks of, as keys: the paths of its links, tables and page paths
 * (`pathKey`), and the names in fields that name pages (`@name`).
 */
export function linkKeysOf(page: Page): ReadonlySet<string> {
  let keys = keysOf.get(page);
  if (!keys) {
    keys = new Set(collect(page));
    keysOf.set(page, keys);
  }
  return keys;
}

function* collect(page: Page): Iterable<string> {
  for (const destination of page.destinations) {
    if (destination.kind === 'path' && !destination.self) yield pathKey(destination.path);
  }
  for (const pagePath of page.facts.pagePaths) yield pathKey(slashedPath(pagePath.path));
  for (const { name } of pageNamesIn(page)) {
    yield `@${name.toLowerCase()}`;
    if (name.includes('/')) yield pathKey(resolvePath(folderOf(page.path), name));
  }
  for (const table of tablesNamed(page)) yield pathKey(table);
}

/** The paths of the front matter's `tables:`; a name of the wiki's YAML is looked up there. */
export function tablesNamed(page: Page): readonly string[] {
  const tables = page.facts.frontMatter?.data['tables'];
  const list = Array.isArray(tables) ? tables : tables === undefined ? [] : [tables];
  return list.flatMap(item => (typeof item === 'string' ? [namedTablePath(page, item)] : []));
}

/** Names by which a field may name this page. */
export function nameKeysOf(page: Page): ReadonlySet<string> {
  return new Set([stem(page.path), page.title, ...page.aliases].map(name => `@${name.toLowerCase()}`));
}

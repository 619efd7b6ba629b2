import type { Page } from './page.ts';
import { folderOf, isTablePath, pathKey, resolvePath, stem } from './path.ts';

const linkKeys = new WeakMap<Page, ReadonlySet<string>>();
const nameKeys = new WeakMap<Page, ReadonlySet<string>>();

const nameKey = (name: string): string => `@${name.toLowerCase()}`;

/**
 * Everything outside of itself that a page speaks of, as keys: the paths of its links and tables (`pathKey`), and
 * the names by which its fields and the page paths in its prose may mean a page (`@name`).
 */
export function linkKeysOf(page: Page): ReadonlySet<string> {
  let keys = linkKeys.get(page);
  if (!keys) {
    keys = new Set(collect(page));
    linkKeys.set(page, keys);
  }
  return keys;
}

function* collect(page: Page): Iterable<string> {
  for (const destination of page.destinations) {
    if (destination.kind === 'path' && !destination.self) yield pathKey(destination.path);
  }
  for (const pagePath of page.facts.pagePaths)
    yield nameKey(stem(`${pagePath.path.replace(/\.md$/, '')}.md`));
  for (const { name } of page.names) {
    yield nameKey(stem(`${name.replace(/\.md$/, '')}.md`));
    if (name.includes('/')) yield pathKey(resolvePath(folderOf(page.path), name));
  }
  for (const table of page.tables) yield pathKey(table.path);
  for (const { destination } of page.facts.links) {
    if (destination.startsWith(COUNT_SCHEME)) yield destination;
  }
}

/** A link to `wiki:finding` binds a number to how many findings there are, so that each that comes or goes concerns it. */
const COUNT_SCHEME = 'wiki:';
export const countKey = (typeName: string): string => `${COUNT_SCHEME}${typeName}`;

const stems = new WeakMap<Page, ReadonlySet<string>>();

/** The file names, in lower case and without ending, of all pages and files that a page links to. */
export function linkedStemsOf(page: Page): ReadonlySet<string> {
  let found = stems.get(page);
  if (!found) {
    const paths = page.destinations.flatMap(to => (to.kind === 'path' && !to.self ? to.path : []));
    stems.set(page, (found = new Set(paths.map(path => stem(path).toLowerCase()))));
  }
  return found;
}

const tables = new WeakMap<Page, ReadonlySet<string>>();

/** Files with a table's ending that a page links to, and the tables that its front matter names. */
export function linkedTablesOf(page: Page): ReadonlySet<string> {
  let found = tables.get(page);
  if (!found) {
    const linked = page.destinations.flatMap(to =>
      to.kind === 'path' && isTablePath(to.path) ? to.path : [],
    );
    tables.set(page, (found = new Set([...page.tables.map(({ path }) => path), ...linked])));
  }
  return found;
}

/** The keys under which others may name this page. */
export function nameKeysOf(page: Page): ReadonlySet<string> {
  let keys = nameKeys.get(page);
  if (!keys) {
    keys = new Set([stem(page.path), page.title, ...page.aliases].map(nameKey));
    nameKeys.set(page, keys);
  }
  return keys;
}

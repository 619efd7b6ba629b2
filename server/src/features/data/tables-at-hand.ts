import { linkedTablesOf } from '../../wiki/link-keys.ts';
import type { Page } from '../../wiki/page.ts';
import { baseName, extension, isTablePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** A table that a page may quote. */
export interface TableAtHand {
  readonly path: string;
  /** The title that the wiki's YAML gives it, else its file name. */
  readonly title: string;
  /** True where the page links to it or names it in its front matter. */
  readonly linked: boolean;
}

/** The data tables of a wiki, those of the page first. A JSON file is one only where somebody says so. */
export function tablesAtHand(wiki: Wiki, page: Page): readonly TableAtHand[] {
  const linked = linkedTablesOf(page);
  const named = new Map(wiki.schema.tables.map(table => [table.file, table.title]));
  return [...wiki.files]
    .filter(
      path =>
        isTablePath(path) && (extension(path) !== '.json' || named.has(path) || wiki.isTableInUse(path)),
    )
    .map(path => ({ path, title: named.get(path) ?? baseName(path), linked: linked.has(path) }))
    .sort((a, b) => Number(b.linked) - Number(a.linked) || (a.path < b.path ? -1 : 1));
}

import { gfmTable } from '../tables/gfm.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { ReachableTable } from './claim.ts';

/** The GFM tables of a page, as tables of the wiki; empty when its text can't be had. */
export function tablesInPage(wiki: Wiki, path: string): readonly ReachableTable[] {
  const page = wiki.pages.get(path);
  const content = page && wiki.sources.contentOf(page);
  if (!content) return [];
  return content.prose.tables.map(table => ({ path, table: gfmTable(table, page.facts.lineStarts) }));
}

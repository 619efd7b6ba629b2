import { readDestination } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import { isTablePath } from '../../wiki/path.ts';
import { resolve } from '../../wiki/resolve.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { completeCellAnchor } from './cell-anchor.ts';
import { type Completions, NO_COMPLETIONS } from './completion.ts';
import type { CursorOf } from './cursor.ts';

/** `](b.md#met|` → the headings and HTML ids of that page; `](d.csv#sev|` → the cells of that table. */
export function completeFragment(wiki: Wiki, page: Page, cursor: CursorOf<'fragment'>): Completions {
  const target = resolve(wiki, readDestination(page.path, cursor.path === '' ? '#' : cursor.path));
  const table =
    target.kind === 'file' && isTablePath(target.path) ? wiki.sources.tableAt(target.path) : undefined;
  if (table) return completeCellAnchor(table, cursor);
  if (target.kind !== 'page') return NO_COMPLETIONS;
  const { facts, path } = target.page;
  const anchors = [
    ...facts.headings.map(({ text, slug }) => ({ label: text || slug, slug })),
    ...facts.htmlIds.map(id => ({ label: id, slug: id })),
  ].filter(({ slug }) => slug !== '');
  return {
    incomplete: false,
    items: anchors.map(({ label, slug }, index) => ({
      kind: 'anchor',
      label,
      description: `#${slug}`,
      filterText: `${slug} ${label}`,
      rank: String(index).padStart(5, '0'),
      span: cursor.span,
      newText: encodeURI(slug),
      page: path,
    })),
  };
}

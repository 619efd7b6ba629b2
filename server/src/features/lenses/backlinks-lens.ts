import { count, listOf } from '../../rules/words.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { backlinksOf } from '../backlinks.ts';
import { titleSpansOf } from '../navigation/page-at.ts';
import type { LensKind } from './lens.ts';

/** Over a page's title: how many pages of which kinds lead here. A click lists the places. */
export const backlinksLens: LensKind = {
  setting: 'links',
  placesIn(wiki, page) {
    // Of a page outside of all types, such as a README, nobody expects that others lead there.
    if (page.typeName === undefined && wiki.linkersOf(page.path).size === 0) return [];
    return titleSpansOf(page)
      .filter(({ by }) => by === 'heading')
      .map(({ span }) => ({ span, subject: '' }));
  },
  titleOf(wiki, page) {
    const pages = new Set(backlinksOf(wiki, page).map(({ from }) => from));
    if (pages.size === 0) return 'no page links here';
    return `${listOf(countedByType(wiki, pages), 'and')} ${pages.size === 1 ? 'links' : 'link'} here`;
  },
  leadsTo: (wiki, page) => backlinksOf(wiki, page).map(({ from, span }) => ({ path: from.path, span })),
};

/** `3 findings`, `1 thread`: in the schema's order of types, pages without a type last. */
function countedByType(wiki: Wiki, pages: ReadonlySet<Page>): readonly string[] {
  const counts = new Map<string, number>([...wiki.schema.pages.keys()].map(type => [type, 0]));
  for (const { typeName = 'page' } of pages) counts.set(typeName, (counts.get(typeName) ?? 0) + 1);
  return [...counts].filter(([, number]) => number > 0).map(([type, number]) => count(number, type));
}

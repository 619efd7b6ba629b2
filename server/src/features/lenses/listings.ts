import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { lists, owesNothing, relationLinks, relationsOf } from '../../wiki/relation-links.ts';
import { sectionKey } from '../../wiki/relations.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** A page that names another one in a section which asks to be listed back. */
export interface Listing {
  readonly from: Page;
  readonly to: Page;
  /** Where `from` names `to`. */
  readonly span: Span;
  readonly listed: boolean;
}

/** Pages that `page` names where the schema asks them to list it back in `section`; each once. */
export function listingsFrom(wiki: Wiki, page: Page, section: string): readonly Listing[] {
  const found = new Map<Page, Listing>();
  if (!page.type || page.facts.partial) return [];
  for (const { relation, title } of relationsOf(page.type)) {
    if (!relation.listedBackIn || sectionKey(relation.listedBackIn) !== sectionKey(section)) continue;
    for (const { place, target } of relationLinks(wiki, page, relation, title)) {
      if (!target || found.has(target) || owesNothing(relation, place)) continue;
      const span = 'destinationSpan' in place ? place.destinationSpan : place.span;
      found.set(target, {
        from: page,
        to: target,
        span,
        listed: lists(wiki, target, relation.listedBackIn, page),
      });
    }
  }
  return [...found.values()];
}

/** Pages that name `page` where the schema asks it to list them back in `section`; by path. */
export function listingsTo(wiki: Wiki, page: Page, section: string): readonly Listing[] {
  return [...wiki.linkersOf(page.path)]
    .sort()
    .flatMap(path => listingsFrom(wiki, wiki.pages.get(path)!, section))
    .filter(({ to }) => to === page);
}

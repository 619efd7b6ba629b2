import type { Page } from '../../wiki/page.ts';
import { relationLinks, relationsOf } from '../../wiki/relation-links.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FilePlace } from './places.ts';

/** Where other pages name this one in a section whose links the schema asks for: the findings that instantiate a concept. */
export function instancesOf(wiki: Wiki, page: Page): readonly FilePlace[] {
  const found: FilePlace[] = [];
  for (const path of [...wiki.linkersOf(page.path)].sort()) {
    const from = wiki.pages.get(path)!;
    if (from === page || !from.type || from.facts.partial) continue;
    const starts = new Set<number>();
    for (const { relation, title } of relationsOf(from.type)) {
      if (title === undefined || !relation.to.includes(page.typeName ?? '')) continue;
      for (const { place, target } of relationLinks(wiki, from, relation, title)) {
        const span = 'destinationSpan' in place ? place.destinationSpan : place.span;
        if (target !== page || starts.has(span.start)) continue;
        starts.add(span.start);
        found.push({ path, span });
      }
    }
  }
  return found;
}

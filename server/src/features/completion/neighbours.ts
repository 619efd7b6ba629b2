import { linkKeysOf } from '../../wiki/link-keys.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** So many neighbours say enough, and bound what a key costs. */
const MOST_NEIGHBOURS = 60;

/**
 * How many neighbours of a page link to each path (`pathKey`). Neighbours are pages that link to what it links to, and
 * those that share the rarest targets come first: that everybody links to the index says little.
 */
export function neighbourLinks(wiki: Wiki, page: Page): ReadonlyMap<string, number> {
  const targets = [
    ...new Set(page.destinations.flatMap(to => (to.kind === 'path' && !to.self ? to.path : []))),
  ];
  const circles = targets.map(target => wiki.linkersOf(target)).sort((a, b) => a.size - b.size);
  const neighbours = new Set<string>();
  for (const circle of circles) {
    for (const path of circle) {
      if (neighbours.size >= MOST_NEIGHBOURS) break;
      if (path !== page.path) neighbours.add(path);
    }
  }
  const counts = new Map<string, number>();
  for (const path of neighbours) {
    for (const key of linkKeysOf(wiki.pages.get(path)!)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

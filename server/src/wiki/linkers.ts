import type { Page } from './page.ts';
import { pageNamed, pageOfPath } from './resolve.ts';
import { targetsOf } from './targets.ts';
import type { Wiki } from './wiki.ts';

/** True where a page leads to another: by a link, by a page path in its prose, or by a field. */
export function linksTo(wiki: Wiki, from: Page, to: Page): boolean {
  return (
    targetsOf(wiki, from).some(({ target }) => target.kind === 'page' && target.page.path === to.path) ||
    from.facts.pagePaths.some(({ path }) => pageOfPath(wiki, from.path, path)?.path === to.path) ||
    from.names.some(({ name, type }) => pageNamed(wiki, from.path, name, type)?.path === to.path)
  );
}

/** The other pages that lead to a page, in no particular order. */
export function* linkersOf(wiki: Wiki, page: Page): Iterable<Page> {
  for (const other of wiki.mayLinkTo(page)) {
    if (other.path !== page.path && linksTo(wiki, other, page)) yield other;
  }
}

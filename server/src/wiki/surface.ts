import { anchorsOf, type Page } from './page.ts';
import { sourceIdsOf } from './source-ids.ts';

const surfaces = new WeakMap<Page, string>();

/**
 * What other pages can see of a page, as one text to compare: type, status, title, aliases, anchors, where its
 * links lead from which section, whom it names, its tables, and what it is the source of. If it stays the same, an
 * edit concerns nobody else.
 */
export function surfaceOf(page: Page): string {
  let surface = surfaces.get(page);
  if (surface === undefined) {
    const { facts } = page;
    const targets = page.destinations.map((destination, index) =>
      destination.kind === 'path'
        ? `${destination.path} ${facts.sections[facts.links[index]!.section]?.heading.text ?? ''}`
        : '',
    );
    surface = JSON.stringify([
      page.typeName,
      page.status,
      page.title,
      page.aliases,
      [...anchorsOf(facts)],
      facts.tablesKey,
      [...new Set(targets)].sort(),
      facts.pagePaths.map(({ path }) => path),
      page.names.map(({ name }) => name),
      sourceIdsOf(page).map(({ id }) => id),
    ]);
    surfaces.set(page, surface);
  }
  return surface;
}

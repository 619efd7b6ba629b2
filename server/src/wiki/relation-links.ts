import type { Link, PagePath } from '../markdown/facts.ts';
import type { Page } from './page.ts';
import { isExempt, sectionKey, standsIn } from './relations.ts';
import { pageOfPath } from './resolve.ts';
import { typeOf } from './schema/page-type.ts';
import type { PageType, Relation } from './schema/schema.ts';
import { targetsOf } from './targets.ts';
import type { Wiki } from './wiki.ts';

/** A link that counts for a relation: it leads to a page of a type that the relation names, there or planned. */
export interface RelationLink {
  readonly place: Link | PagePath;
  /** Undefined for a page that does not exist yet. */
  readonly target: Page | undefined;
}

/**
 * The links of a page that count for a relation of its section `title`, or, without a title, of the whole page. A link
 * to a missing path has the type whose files match it. Page paths in prose count as links.
 */
export function* relationLinks(
  wiki: Wiki,
  page: Page,
  relation: Relation,
  title?: string,
): Iterable<RelationLink> {
  for (const { link, target, destination } of targetsOf(wiki, page)) {
    if (link.kind === 'image' || (title !== undefined && !standsIn(page, link, title))) continue;
    if (target.kind === 'page') {
      if (target.page !== page && relation.to.includes(target.page.typeName ?? ''))
        yield { place: link, target: target.page };
    } else if (target.kind === 'missing' && destination.kind === 'path') {
      if (relation.to.includes(typeOf(wiki.schema, target.path, undefined) ?? ''))
        yield { place: link, target: undefined };
    }
  }
  for (const pagePath of page.facts.pagePaths) {
    if (title !== undefined && !standsIn(page, pagePath, title)) continue;
    const target = pageOfPath(wiki, page.path, pagePath.path);
    if (target && target !== page && relation.to.includes(target.typeName ?? ''))
      yield { place: pagePath, target };
  }
}

/** Every relation that a type asks for, once for each title of its section; without a title, of the whole page. */
export function* relationsOf(
  type: PageType,
): Iterable<{ readonly relation: Relation; readonly title?: string }> {
  for (const entry of type.sections) {
    for (const spec of 'oneOf' in entry ? entry.oneOf.flat() : [entry]) {
      if (!spec.links) continue;
      for (const title of [spec.title, ...spec.aliases]) yield { relation: spec.links, title };
    }
  }
  for (const relation of type.links) yield { relation };
}

/** True where `page` has a link (or a page path) to `other` in the section `title` or below it. */
export function lists(wiki: Wiki, page: Page, title: string, other: Page): boolean {
  const linked = targetsOf(wiki, page).some(
    ({ link, target }) =>
      target.kind === 'page' && target.page.path === other.path && standsIn(page, link, title),
  );
  return (
    linked ||
    page.facts.pagePaths.some(
      place => standsIn(page, place, title) && pageOfPath(wiki, page.path, place.path)?.path === other.path,
    )
  );
}

/** The section of a page with this title, as sections are compared. */
export const sectionTitled = (page: Page, title: string) =>
  page.facts.sections.find(({ heading }) => sectionKey(heading.text) === sectionKey(title));

/** True where the list item of a link that counts says that it owes nothing back. */
export const owesNothing = (relation: Relation, place: Link | PagePath): boolean =>
  'kind' in place ? isExempt(relation, place) : false;

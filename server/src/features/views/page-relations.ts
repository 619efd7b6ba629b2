import type { Link, PagePath } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';
import { lists, owesNothing, relationLinks, relationsOf } from '../../wiki/relation-links.ts';
import type { Relation } from '../../wiki/schema/schema.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { reliesOn } from '../evidence.ts';
import type { FilePlace } from '../navigation/places.ts';

/** The links of one relation that leave a page or lead to it. */
export interface RelationGroup {
  readonly direction: 'to' | 'from';
  /** The section that holds the links; undefined for links anywhere in the page. */
  readonly section: string | undefined;
  /** The type of the pages that link here; undefined for links of the page itself. */
  readonly fromType?: string;
  /** How many links there must be. */
  readonly atLeast: number;
  readonly links: readonly RelatedPage[];
}

export interface RelatedPage {
  /** The page at the other end; undefined for one that does not exist yet. */
  readonly page: Page | undefined;
  readonly text: string;
  /** Where the link stands. */
  readonly place: FilePlace;
  /** The section of the page that is linked to which owes a listing and does not have it. */
  readonly notListedIn?: string;
}

/** More pages that link to one are looked at by nobody; nor are their relations worked out. */
const MOST_LINKERS = 500;

/** The relations of a page: those that its type asks for in the schema's order, its other links, then who links to it by which. */
export const pageRelations = (wiki: Wiki, page: Page): readonly RelationGroup[] => [
  ...linksBySection(wiki, page),
  ...linkersByRelation(wiki, page),
];

function linksBySection(wiki: Wiki, page: Page): readonly RelationGroup[] {
  const seen = new Set<Page>();
  const groups = groupedByRelation(page).map(({ relation, titles }): RelationGroup => {
    const links = new Map<string, RelatedPage>();
    for (const title of titles) {
      for (const { place, target } of relationLinks(wiki, page, relation, title)) {
        // What a section holds is not said again where the whole page is meant.
        if (target && title === undefined && seen.has(target)) continue;
        if (target) seen.add(target);
        const key = target?.path ?? textOf(place);
        if (!links.has(key)) links.set(key, related(wiki, page, relation, place, target));
      }
    }
    const { atLeast } = relation;
    return { direction: 'to', section: titles[0], atLeast, links: [...links.values()] };
  });
  const others = reliesOn(wiki, page)
    .filter(({ page: target }) => !seen.has(target))
    .map(({ page: target, spans }) => ({
      page: target,
      text: target.title,
      place: { path: page.path, span: spans[0]! },
    }));
  const asked = groups.filter(({ links, atLeast, section }) => links.length > 0 || (atLeast > 0 && section));
  if (others.length === 0) return asked;
  return [...asked, { direction: 'to', section: undefined, atLeast: 0, links: others }];
}

/** The relations of a page's type, each with the title and the aliases of its section. */
function groupedByRelation({ type }: Page) {
  const titles = new Map<Relation, (string | undefined)[]>();
  for (const { relation, title } of type ? relationsOf(type) : []) {
    const known = titles.get(relation);
    if (known) known.push(title);
    else titles.set(relation, [title]);
  }
  return [...titles].map(([relation, names]) => ({ relation, titles: names }));
}

function linkersByRelation(wiki: Wiki, page: Page): readonly RelationGroup[] {
  const groups = new Map<Relation, RelationGroup & { links: RelatedPage[] }>();
  const linkers = [...wiki.mayLinkTo(page)]
    .filter(from => from !== page)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const from of linkers.slice(0, MOST_LINKERS)) {
    for (const { relation, titles } of groupedByRelation(from)) {
      const found = relation.to.includes(page.typeName ?? '') && linkTo(wiki, from, page, relation, titles);
      if (!found) continue;
      let group = groups.get(relation);
      if (!group) {
        const fromType = from.typeName ?? '';
        group = { direction: 'from', section: titles[0], fromType, atLeast: 0, links: [] };
        groups.set(relation, group);
      }
      group.links.push({ ...related(wiki, from, relation, found, page), page: from, text: from.title });
    }
  }
  return [...groups.values()];
}

function linkTo(
  wiki: Wiki,
  from: Page,
  page: Page,
  relation: Relation,
  titles: readonly (string | undefined)[],
): Link | PagePath | undefined {
  for (const title of titles)
    for (const { place, target } of relationLinks(wiki, from, relation, title))
      if (target === page) return place;
  return undefined;
}

function related(
  wiki: Wiki,
  from: Page,
  relation: Relation,
  place: Link | PagePath,
  target: Page | undefined,
): RelatedPage {
  const section = relation.listedBackIn;
  const isOwed =
    section !== undefined &&
    target !== undefined &&
    !target.facts.partial &&
    !owesNothing(relation, place) &&
    !lists(wiki, target, section, from);
  return {
    page: target,
    text: target?.title ?? textOf(place),
    place: { path: from.path, span: 'destinationSpan' in place ? place.destinationSpan : place.span },
    ...(isOwed ? { notListedIn: section } : {}),
  };
}

const textOf = (place: Link | PagePath): string =>
  'destination' in place ? place.text.trim() || place.destination : place.path;

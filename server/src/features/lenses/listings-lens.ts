import { count } from '../../rules/words.ts';
import type { Page } from '../../wiki/page.ts';
import { relationsOf, sectionTitled } from '../../wiki/relation-links.ts';
import { isExempt, standsIn } from '../../wiki/relations.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { LensKind } from './lens.ts';
import { type Listing, listingsFrom, listingsTo } from './listings.ts';

const TO = 'to:';
const FROM = 'from:';

/**
 * Over a section that lists back who names the page: how many do, and how many are not listed. Over a section whose
 * pages must list this one back: how many do. A click lists the gaps, or all where there is none.
 */
export const listingsLens: LensKind = {
  setting: 'links',
  placesIn(wiki, page) {
    const asked = (wiki.linkersOf(page.path).size > 0 ? sectionsAskedOf(wiki, page) : []).map(title => ({
      title,
      subject: `${TO}${title}`,
    }));
    const asking = askingSections(page).map(({ title, back }) => ({ title, subject: `${FROM}${back}` }));
    return [...asked, ...asking].flatMap(({ title, subject }) => {
      const section = sectionTitled(page, title);
      return section ? [{ span: section.heading.textSpan, subject }] : [];
    });
  },
  titleOf(wiki, page, subject) {
    const all = listingsAbout(wiki, page, subject);
    const gaps = all.filter(({ listed }) => !listed).length;
    if (all.length === 0) return subject.startsWith(TO) ? 'no page to list' : 'no page to be listed by';
    if (subject.startsWith(TO)) {
      const who = `${count(all.length, kindOf(all.map(({ from }) => from)))} ${all.length === 1 ? 'names' : 'name'} this page`;
      return gaps === 0 ? who : `${who}, ${gaps} not listed`;
    }
    const kind = kindOf(all.map(({ to }) => to));
    return gaps === 0
      ? `listed back by ${count(all.length, kind)}`
      : `listed back by ${all.length - gaps} of ${count(all.length, kind)}`;
  },
  leadsTo(wiki, page, subject) {
    const all = listingsAbout(wiki, page, subject);
    const gaps = all.filter(({ listed }) => !listed);
    return (gaps.length > 0 ? gaps : all).map(({ from, span }) => ({ path: from.path, span }));
  },
};

const listingsAbout = (wiki: Wiki, page: Page, subject: string): readonly Listing[] =>
  subject.startsWith(TO)
    ? listingsTo(wiki, page, subject.slice(TO.length))
    : listingsFrom(wiki, page, subject.slice(FROM.length));

/** Titles of the sections in which pages of this type must list others, as relations of other types say. */
function sectionsAskedOf(wiki: Wiki, { typeName }: Page): readonly string[] {
  const titles = new Set<string>();
  for (const type of wiki.schema.pages.values()) {
    for (const { relation } of relationsOf(type))
      if (relation.listedBackIn && relation.to.includes(typeName ?? '')) titles.add(relation.listedBackIn);
  }
  return [...titles];
}

/** Sections of the page with links that ask to be listed back, and where. */
function askingSections(page: Page): readonly { title: string; back: string }[] {
  if (!page.type) return [];
  return [...relationsOf(page.type)].flatMap(({ relation, title }) => {
    if (title === undefined || !relation.listedBackIn) return [];
    const asks = page.facts.links.some(link => standsIn(page, link, title) && !isExempt(relation, link));
    return asks ? [{ title, back: relation.listedBackIn }] : [];
  });
}

/** The type that all pages have in common, else "page". */
function kindOf(pages: readonly Page[]): string {
  const types = new Set(pages.map(({ typeName }) => typeName ?? 'page'));
  return types.size === 1 ? [...types][0]! : 'page';
}

import type { Link } from '../markdown/facts.ts';
import type { Page } from './page.ts';
import type { PageType, Relation, SectionSpec } from './schema/schema.ts';

/** A title whose key is just its lower case. */
const PLAIN_TITLE = /^[a-z]+(?: [a-z]+)*$/i;

/** Keys of the titles met last: pages of a wiki share most of their titles. */
const sectionKeys = new Map<string, string>();
const MOST_KEYS = 5000;

/** A section as a reader knows it: without case, punctuation, and numbers before (`2.1 Method`) or behind it. */
export function sectionKey(title: string): string {
  if (PLAIN_TITLE.test(title)) return title.toLowerCase();
  let key = sectionKeys.get(title);
  if (key !== undefined) return key;
  key = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?: \d+)+$/, '')
    .replace(/^(?:\d+ )+(?=\D)/, '');
  if (sectionKeys.size >= MOST_KEYS) sectionKeys.clear();
  sectionKeys.set(title, key);
  return key;
}

const specs = new WeakMap<PageType, ReadonlyMap<string, SectionSpec>>();

/** The schema's section for a title, by its name or an alias. */
export function sectionSpec(type: PageType, title: string): SectionSpec | undefined {
  let byKey = specs.get(type);
  if (!byKey) {
    const all = type.sections.flatMap(entry => ('oneOf' in entry ? entry.oneOf.flat() : [entry]));
    const map = new Map<string, SectionSpec>();
    for (const spec of all) {
      for (const name of [spec.title, ...spec.aliases])
        if (!map.has(sectionKey(name))) map.set(sectionKey(name), spec);
    }
    specs.set(type, (byKey = map));
  }
  return byKey.get(sectionKey(title));
}

/** The schema's section that a link stands in: the innermost one that the type knows. */
export function sectionOf(page: Page, section: number): SectionSpec | undefined {
  if (!page.type) return undefined;
  for (let index = section; index >= 0; index = page.facts.sections[index]!.parent) {
    const spec = sectionSpec(page.type, page.facts.sections[index]!.heading.text);
    if (spec) return spec;
  }
  return undefined;
}

/** The relation that the schema asks of links at this place. */
export const relationOf = (page: Page, link: Link): Relation | undefined =>
  sectionOf(page, link.section)?.links;

/** True where a link or page path stands in a section of this title (or below it). */
export function standsIn(page: Page, place: { readonly section: number }, title: string): boolean {
  const wanted = sectionKey(title);
  for (let index = place.section; index >= 0; index = page.facts.sections[index]!.parent) {
    if (sectionKey(page.facts.sections[index]!.heading.text) === wanted) return true;
  }
  return false;
}

/** True when the list item of a link says, by one of the relation's words, that it owes nothing back. */
export function isExempt(relation: Relation, link: Link): boolean {
  if (relation.unless.length === 0) return false;
  const text = ` ${(link.item?.text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return relation.unless.some(word =>
    text.includes(
      ` ${word
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
    ),
  );
}

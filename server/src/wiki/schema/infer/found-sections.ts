import type { PageFacts, Section } from '../../../markdown/facts.ts';
import { readDestination } from '../../destination.ts';
import { sectionKey } from '../../relations.ts';
import { type FoundPage, mostFrequent, type PageGroup } from './page-groups.ts';

/** A section of a kind of pages, as they have it. */
export interface FoundSection {
  readonly title: string;
  /** How many of the pages have it. */
  readonly count: number;
  /** The kind of pages that all its links to pages lead to, and whether none is without such a link. */
  readonly links?: { readonly to: string; readonly always: boolean };
}

export interface FoundSections {
  /** In the order in which the pages have them. */
  readonly sections: readonly FoundSection[];
  /** True where every page has them in that order. */
  readonly ordered: boolean;
}

/** Sections that so many of the pages have belong to their kind. */
const SHARE = 0.6;
/** As many pages must have such links before they say what a section links to. */
const ENOUGH_PAGES = 3;

/** The sections that most pages of a group have. */
export function foundSections(
  group: PageGroup,
  typeOfPath: (path: string) => string | undefined,
): FoundSections {
  const titles = new Map<string, string[]>();
  for (const page of group.pages) {
    for (const [key, title] of new Map(
      outermost(page).map(({ heading }) => [sectionKey(heading.text), heading.text]),
    )) {
      titles.set(key, [...(titles.get(key) ?? []), title]);
    }
  }
  const least = Math.max(2, group.pages.length * SHARE);
  const keys = [...titles].filter(([key, own]) => key !== '' && own.length >= least).map(([key]) => key);
  const runs = group.pages.map(page => runOf(page, new Set(keys)));
  const order = [...keys].sort((a, b) => placeOf(a, runs) - placeOf(b, runs));
  const sections = order.map(key => {
    const links = linksOf(key, new Set(keys), group.pages, typeOfPath);
    const count = group.pages.filter(page => allKeys(page).has(key)).length;
    return { title: mostFrequent(titles.get(key)!), count, ...(links ? { links } : {}) };
  });
  const ordered = runs.every(run =>
    run.every((key, index) => index === 0 || order.indexOf(run[index - 1]!) < order.indexOf(key)),
  );
  return { sections, ordered };
}

/** Sections side by side at the outermost level; a first heading of level 1 above them is the title. */
function outermost({ facts: { sections } }: FoundPage): readonly Section[] {
  const title = sections[0]?.heading.depth === 1 ? 0 : -1;
  return sections.filter(
    (section, index) => index !== title && (section.parent === -1 || section.parent === title),
  );
}

const allKeys = ({ facts }: FoundPage): ReadonlySet<string> =>
  new Set(facts.sections.map(({ heading }) => sectionKey(heading.text)));

/** The keys as they follow one another in a page, each once; what lies inside of one of them is its own matter. */
function runOf({ facts: { sections } }: FoundPage, keys: ReadonlySet<string>): readonly string[] {
  const own = sections.map(({ heading }) => sectionKey(heading.text));
  const run = new Set<string>();
  for (const [index, key] of own.entries()) {
    let above = sections[index]!.parent;
    while (above >= 0 && !keys.has(own[above]!)) above = sections[above]!.parent;
    if (keys.has(key) && above < 0) run.add(key);
  }
  return [...run];
}

/** Mean place of a section, from 0 (first) to 1 (last). */
function placeOf(key: string, runs: readonly (readonly string[])[]): number {
  const places = runs
    .filter(run => run.includes(key))
    .map(run => run.indexOf(key) / Math.max(1, run.length - 1));
  return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
}

/** What the items of a section lead to, where all lead to pages of one kind and most of the sections have such items. */
function linksOf(
  key: string,
  keys: ReadonlySet<string>,
  pages: readonly FoundPage[],
  typeOfPath: (path: string) => string | undefined,
): FoundSection['links'] {
  const having = pages.filter(page => allKeys(page).has(key));
  const targets = having.map(page => itemTargets(page, key, keys).flatMap(path => typeOfPath(path) ?? []));
  const types = new Set(targets.flat());
  const filled = targets.filter(own => own.length > 0).length;
  if (types.size !== 1 || filled < ENOUGH_PAGES || filled < having.length * SHARE) return undefined;
  return { to: [...types][0]!, always: filled === having.length };
}

/** Paths that the items of a section begin with; of nested sections the innermost known one counts. */
function itemTargets({ path, facts }: FoundPage, key: string, keys: ReadonlySet<string>): readonly string[] {
  const items = new Set<number>();
  return facts.links.flatMap(link => {
    if (!link.item || items.has(link.item.span.start)) return [];
    items.add(link.item.span.start);
    let index = link.section;
    while (index >= 0 && !keys.has(keyAt(facts, index))) index = facts.sections[index]!.parent;
    const leads = link.item.text.trimStart().startsWith(link.text.trim());
    if (index < 0 || keyAt(facts, index) !== key || link.kind === 'image' || !leads) return [];
    const destination = readDestination(path, link.destination);
    return destination.kind === 'path' && !destination.self ? [destination.path] : [];
  });
}

const keyAt = ({ sections }: PageFacts, index: number): string => sectionKey(sections[index]!.heading.text);

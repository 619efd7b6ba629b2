import type { PageFacts, Section } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';
import { sectionKey, sectionSpec } from '../../wiki/relations.ts';
import type { PageType, SectionSpec } from '../../wiki/schema/schema.ts';

/** A section of the page that counts for its structure, with what the schema says of it. */
export interface OutlineSection {
  readonly section: Section;
  readonly spec: SectionSpec | undefined;
}

const outlines = new WeakMap<Page, readonly OutlineSection[]>();

/**
 * The page's sections in source order, without its title and without what lies inside of a section: parts of a
 * section are its author's business. A section that the schema knows may stand inside of one that it does not know.
 */
export function outlineOf(page: Page): readonly OutlineSection[] {
  let outline = outlines.get(page);
  if (!outline) outlines.set(page, (outline = read(page)));
  return outline;
}

function read(page: Page): readonly OutlineSection[] {
  const { sections } = page.facts;
  const specs = sections.map(({ heading }) => page.type && sectionSpec(page.type, heading.text));
  const title = titleIndex(page);
  return sections.flatMap((section, index) => {
    if (index === title) return [];
    const spec = specs[index];
    for (let above = section.parent; above >= 0 && above !== title; above = sections[above]!.parent) {
      if (spec === undefined || specs[above] !== undefined) return [];
    }
    return [{ section, spec }];
  });
}

/** Index of the section whose heading is the page's title, or -1: a first heading of level 1 that is no known section. */
export function titleIndex(page: Page): number {
  const first = page.facts.sections[0]?.heading;
  const isTitle = first?.depth === 1 && !(page.type && sectionSpec(page.type, first.text));
  return isTitle ? 0 : -1;
}

const keySets = new WeakMap<PageFacts, ReadonlySet<string>>();

/** True where some heading of the page bears the section's name, wherever it stands. */
export function hasSection(page: Page, spec: SectionSpec): boolean {
  let keys = keySets.get(page.facts);
  if (!keys) {
    keys = new Set(page.facts.sections.map(({ heading }) => sectionKey(heading.text)));
    keySets.set(page.facts, keys);
  }
  return keys.has(sectionKey(spec.title)) || spec.aliases.some(alias => keys.has(sectionKey(alias)));
}

/** All sections of a type in their order, alternatives one after the other. */
export const allSections = (type: PageType): readonly SectionSpec[] =>
  type.sections.flatMap(entry => ('oneOf' in entry ? entry.oneOf.flat() : [entry]));

import type { Fix } from '../../rules/rule.ts';
import { missingOf, missingSection } from '../../rules/structure/missing-section.ts';
import { type OutlineSection, outlineOf } from '../../rules/structure/outline.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import type { SectionSpec } from '../../wiki/schema/schema.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** A section that a page has, or one that its type asks for. */
export type PageSection =
  | { readonly title: string; readonly span: Span; readonly empty: boolean }
  /** `entry`: its place in the type's list of sections, for `missingSectionFix`. */
  | { readonly title: string; readonly missing: true; readonly entry: number };

/**
 * The sections of a page in the order of its type, with those that are missing where they should stand. What the type does
 * not list comes behind what it follows in the page.
 */
export function pageSections(page: Page): readonly PageSection[] {
  const outline = outlineOf(page);
  if (!page.type) return outline.map(present);
  const follows = followers(outline);
  const listed = page.type.sections.flatMap((entry, index): readonly PageSection[] => {
    const missing = page.facts.partial ? [] : missingOf(page, entry).missing;
    return ('oneOf' in entry ? entry.oneOf.flat() : [entry]).flatMap(spec =>
      missing.includes(spec)
        ? [{ title: spec.title, missing: true, entry: index }]
        : (follows.get(spec) ?? []).map(present),
    );
  });
  return [...(follows.get(undefined) ?? []).map(present), ...listed];
}

/** By the schema's section: each section of that kind with the unlisted ones behind it; under undefined those before the first. */
function followers(
  outline: readonly OutlineSection[],
): ReadonlyMap<SectionSpec | undefined, readonly OutlineSection[]> {
  const found = new Map<SectionSpec | undefined, OutlineSection[]>();
  let last: SectionSpec | undefined;
  for (const section of outline) {
    last = section.spec ?? last;
    const group = found.get(last);
    if (group) group.push(section);
    else found.set(last, [section]);
  }
  return found;
}

const present = ({ section: { heading, empty } }: OutlineSection): PageSection => ({
  title: heading.text,
  span: heading.textSpan,
  empty,
});

/** What adds the missing sections of an entry, or corrects a heading that is spelt nearly so. */
export function missingSectionFix(wiki: Wiki, page: Page, entry: number): Fix | undefined {
  if (isReadOnly(wiki.schema, page.path)) return undefined;
  for (const problem of missingSection.check(page, wiki, {})) {
    if (problem.data?.entry !== entry) continue;
    const fixes = [...(missingSection.fix?.(problem, page, wiki) ?? [])];
    return fixes.find(({ preferred }) => preferred) ?? fixes[0];
  }
  return undefined;
}

import { allSections, hasSection } from '../../rules/structure/outline.ts';
import type { Page } from '../../wiki/page.ts';
import { sectionSpec } from '../../wiki/relations.ts';
import type { PageType, SectionSpec } from '../../wiki/schema/schema.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';

/** `## Sou|` → the sections of the page's type that the page does not have yet, in their order. */
export function completeSection(page: Page, cursor: CursorOf<'section'>): Completions {
  const { type } = page;
  if (!type) return { items: [], incomplete: false };
  // The heading under the cursor is the one that is being written.
  const written = page.facts.headings.find(({ span }) => span.start === cursor.lineStart);
  const own = written && sectionSpec(type, written.text);
  const isThere = (spec: SectionSpec) => spec !== own && hasSection(page, spec);
  const ruledOut = new Set(ruledOutBy(type, isThere));
  const wanted = allSections(type).filter(spec => !isThere(spec) && !ruledOut.has(spec));
  return {
    incomplete: false,
    items: wanted.map((spec, index) => ({
      kind: 'section',
      label: spec.title,
      description: spec.required ? 'required' : '',
      filterText: spec.title,
      rank: String(index).padStart(4, '0'),
      span: cursor.span,
      newText: cursor.empty
        ? `${spec.title}\n\n${spec.links && spec.links.atLeast > 0 ? '- ' : ''}`
        : spec.title,
    })),
  };
}

/** Of alternatives, those that the page has not chosen. */
function* ruledOutBy({ sections }: PageType, isThere: (spec: SectionSpec) => boolean): Iterable<SectionSpec> {
  for (const entry of sections) {
    if (!('oneOf' in entry)) continue;
    const chosen = entry.oneOf.filter(specs => specs.some(isThere));
    if (chosen.length > 0) for (const specs of entry.oneOf) if (!chosen.includes(specs)) yield* specs;
  }
}

import type { Page } from '../../wiki/page.ts';
import type { PageRule } from '../rule.ts';
import { allSections, type OutlineSection, outlineOf } from './outline.ts';

interface Ranked extends OutlineSection {
  /** Place in the schema's order. */
  readonly rank: number;
}

/** Sections that do not stand in the schema's order. */
export const sectionOrder: PageRule = {
  id: 'structure/section-order',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: "Sections should stand in the schema's order.",
  why: `Who reads many pages of a kind finds things by place. The rule speaks only for page types with \`order: true\`,
and reports as few sections as would have to move. Sections that the schema does not list may stand anywhere.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  concept: { order: true, sections: [Definition, Instantiating findings, Scope note] }
=== concepts/recall.md
# Recall

## Scope note
   ^^^^^^^^^^ "Scope note" should stand after "Instantiating findings"

Lists only.

## Definition

What is meant.

## Instantiating findings

None yet.
`,
    good: `
=== research-wiki.yaml
version: 1
pages:
  concept: { order: true, sections: [Definition, Instantiating findings, Scope note] }
=== concepts/recall.md
# Recall

## Definition

What is meant.

## History

Anywhere.

## Instantiating findings

None yet.

## Scope note

Lists only.
`,
  },
  *check(page) {
    if (!page.type?.order || page.facts.partial) return;
    const sections = ranked(page);
    if (sections.every(({ rank }, index) => index === 0 || rank > sections[index - 1]!.rank)) return;
    const kept = new Set(longestInOrder(sections));
    for (const misplaced of sections) {
      if (kept.has(misplaced)) continue;
      const before = [...kept].findLast(({ rank }) => rank < misplaced.rank);
      const after = [...kept].find(({ rank }) => rank > misplaced.rank);
      const { text, textSpan } = misplaced.section.heading;
      const late = before !== undefined && before.section.span.start > misplaced.section.span.start;
      const other = late ? before : after;
      if (!other) continue;
      const message = `"${text}" should stand ${late ? 'after' : 'before'} "${other.section.heading.text}"`;
      yield { span: textSpan, message, data: { to: other.section.span.start, late } };
    }
  },
  *fix(problem, page, wiki) {
    const { to, late } = problem.data as { to: number; late: boolean };
    const { sections } = page.facts;
    const section = sections.find(({ heading }) => heading.textSpan.start === problem.span.start);
    const other = sections.find(({ span }) => span.start === to);
    const text = wiki.sources.textOf(page.path);
    if (!section || !other || text === undefined) return;
    const moved = text.slice(section.span.start, section.span.end);
    const at = late ? other.span.end : other.span.start;
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const gap = late && !/\n\r?\n$/.test(text.slice(0, at)) ? newline : '';
    const newText = `${gap}${late ? moved.trimEnd() : moved.trimEnd() + newline}${newline}`;
    yield {
      title: `Move it ${late ? 'behind' : 'in front of'} "${other.heading.text}"`,
      preferred: true,
      safe: false,
      edits: [
        { path: page.path, span: section.span, newText: '' },
        { path: page.path, span: { start: at, end: at }, newText },
      ],
    };
  },
};

/** The first section of each kind; a second one is another rule's matter. */
function ranked(page: Page): readonly Ranked[] {
  const order = allSections(page.type!);
  const seen = new Set<number>();
  return outlineOf(page).flatMap(({ section, spec }) => {
    const rank = spec ? order.indexOf(spec) : -1;
    if (rank < 0 || seen.has(rank)) return [];
    seen.add(rank);
    return [{ section, spec, rank }];
  });
}

/** The longest run that is in order already; of equals the one that keeps what comes first. */
function longestInOrder(sections: readonly Ranked[]): readonly Ranked[] {
  /** How long a run may be that begins with each section. */
  const lengths: number[] = [];
  for (let index = sections.length - 1; index >= 0; index--) {
    const after = sections
      .slice(index + 1)
      .map(({ rank }, i) => (rank > sections[index]!.rank ? lengths[i]! : 0));
    lengths.unshift(1 + Math.max(0, ...after));
  }
  const run: Ranked[] = [];
  let wanted = Math.max(0, ...lengths);
  for (const [index, section] of sections.entries()) {
    if (lengths[index] !== wanted || section.rank <= (run.at(-1)?.rank ?? -1)) continue;
    run.push(section);
    wanted--;
  }
  return run;
}

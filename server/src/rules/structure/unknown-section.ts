import { similarTo } from '../../text/distance.ts';
import type { PageRule } from '../rule.ts';
import { article } from '../words.ts';
import { allSections, hasSection, outlineOf } from './outline.ts';

/** A section that the schema does not list, where it wants no others. */
export const unknownSection: PageRule = {
  id: 'structure/unknown-section',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  summary: 'A page must have no other sections where the schema says `others: warn`.',
  why: `Some page types are so regular that a section beyond those listed is a slip: a heading of another wiki, a
misspelt one, one that belongs into another section. The rule speaks only for page types with \`others: warn\`; by
default pages may have any sections beside those listed. Sections inside of a section are free.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  concept: { sections: [Definition, { title: Scope note, required: false }], others: warn }
=== concepts/recall.md
# Recall

## Definition

What is meant.

## Scope notes
   ^^^^^^^^^^^ "Scope notes" is no section of a concept; did you mean "Scope note"?

What is not.
`,
    good: `
=== research-wiki.yaml
version: 1
pages:
  concept: { sections: [Definition, { title: Scope note, required: false }], others: warn }
=== concepts/recall.md
# Recall

## Definition

### In models

What is meant.

## Scope note

What is not.
`,
  },
  *check(page) {
    if (page.type?.others !== 'warn' || page.facts.partial) return;
    for (const { section, spec } of outlineOf(page)) {
      const { text, textSpan } = section.heading;
      if (spec !== undefined || text === '') continue;
      const free = allSections(page.type).filter(candidate => !hasSection(page, candidate));
      const similar = similarTo(text, free, ({ title }) => title).map(({ title }) => title);
      const hint = similar.length > 0 ? `; did you mean "${similar[0]}"?` : '';
      yield {
        span: textSpan,
        message: `"${text}" is no section of ${article(page.type.name)}${hint}`,
        ...(similar.length > 0 ? { expected: similar } : {}),
      };
    }
  },
  *fix(problem, page) {
    for (const [index, title] of (problem.expected ?? []).entries()) {
      const edits = [{ path: page.path, span: problem.span, newText: title }];
      yield { title: `Change the heading to "${title}"`, preferred: index === 0, safe: false, edits };
    }
  },
};

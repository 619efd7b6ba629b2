import type { PageRule } from '../rule.ts';
import { titleIndex } from './outline.ts';

/** A heading with nothing under it. */
export const emptySection: PageRule = {
  id: 'structure/empty-section',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: 'A section should hold something.',
  why: `An empty section is a promise that the page does not keep: fill it, or take it out where the schema does not ask
for it. Comments count as nothing; a section that holds sections is not empty.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
---
## Summary

A probe finds the list.

## Method
   ^^^^^^ section "Method" is empty

<!-- to be written -->

## Sources

The paper.
`,
    good: `
=== findings/2024-probe.md
---
type: finding
---
## Summary

A probe finds the list.

## Method

### Data

A list of words.
`,
  },
  *check(page) {
    if (!page.type || page.facts.partial) return;
    const title = titleIndex(page);
    for (const [index, { empty, heading }] of page.facts.sections.entries()) {
      if (!empty || index === title || heading.text === '') continue;
      yield { span: heading.textSpan, message: `section "${heading.text}" is empty` };
    }
  },
  *fix(problem, page) {
    const section = page.facts.sections.find(({ heading }) => heading.textSpan.start === problem.span.start);
    if (!section) return;
    yield {
      title: `Remove section "${section.heading.text}"`,
      preferred: false,
      safe: false,
      edits: [{ path: page.path, span: section.span, newText: '' }],
    };
  },
};

import { similarTo } from '../../text/distance.ts';
import type { PageRule } from '../rule.ts';

/** `[text][label]` where no `[label]: …` stands in the page. */
export const undefinedReference: PageRule = {
  id: 'links/undefined-reference',
  subject: 'page',
  severity: 'error',
  reads: 'page',
  untyped: true,
  summary: 'A reference link needs a definition of its label.',
  why: `Without a definition Markdown shows the brackets as they are. Only \`[text][label]\` and \`[label][]\` are
reported: a lone \`[label]\` is mostly meant as brackets.`,
  examples: {
    bad: `
=== a.md
As [earlier work][smith-2024] has it.
                  ^^^^^^^^^^ no definition of "smith-2024"
`,
    good: `
=== a.md
As [earlier work][smith-2024] has it.

[smith-2024]: https://example.org/smith
`,
  },
  *check(page) {
    for (const { label, labelSpan } of page.facts.undefinedReferences) {
      yield { span: labelSpan, message: `no definition of "${label}"`, data: { label } };
    }
  },
  *fix(problem, page) {
    const near = similarTo(
      problem.data?.label as string,
      page.facts.definitions,
      definition => definition.label,
    );
    for (const [index, definition] of near.slice(0, 3).entries()) {
      yield {
        title: `Change to "${definition.label}"`,
        preferred: index === 0,
        safe: false,
        edits: [{ path: page.path, span: problem.span, newText: definition.label }],
      };
    }
  },
};

import { similarTo } from '../../text/distance.ts';
import type { SuppressionRule } from '../rule.ts';
import { matchesRule } from '../suppression.ts';

/** A comment that names a rule which does not exist, so that it silences nothing. */
export const unknownSuppression: SuppressionRule = {
  id: 'suppression/unknown',
  subject: 'suppression',
  severity: 'info',
  summary: 'A suppression comment must name a rule that exists.',
  why: 'A misspelt id silences nothing, and nobody sees why.',
  examples: {
    bad: `
=== a.md
<!--lint ignore links/broken-pages-->
                ^^^^^^^^^^^^^^^^^^ there is no rule links/broken-pages; did you mean links/broken-page?

See [there](https://example.org).
`,
    good: `
=== a.md
<!--lint ignore links/broken-page-->

See [there](not-yet.md).
`,
  },
  *check(suppressions, known) {
    for (const { suppression } of suppressions) {
      const { pattern } = suppression;
      if (known.has(pattern) || [...known].some(id => matchesRule(pattern, id)) || !isOurs(pattern, known))
        continue;
      const near = similarTo(pattern, known, id => id)[0];
      yield {
        span: suppression.idSpan,
        message: `there is no rule ${pattern}${near ? `; did you mean ${near}?` : ''}`,
        ...(near ? { expected: [near] } : {}),
      };
    }
  },
  *fix(problem, page) {
    for (const id of problem.expected ?? []) {
      yield {
        title: `Change to ${id}`,
        preferred: true,
        safe: false,
        edits: [{ path: page.path, span: problem.span, newText: id }],
      };
    }
  },
};

/** Other linters share the comment's form; only ids of a group like one of ours are meant for us. */
function isOurs(pattern: string, known: ReadonlySet<string>): boolean {
  const group = pattern.split('/')[0]!;
  return similarTo(group, new Set([...known].map(id => id.split('/')[0]!)), name => name).length > 0;
}

import type { PageRule } from '../rule.ts';
import { bindingFixes, reportedClaim } from './fixes/claim-fixes.ts';
import { claimProblems } from './problems.ts';

/** Two values for one thing on one page. */
export const conflicting: PageRule = {
  id: 'claims/conflicting',
  subject: 'page',
  severity: 'info',
  reads: 'targets',
  untyped: true,
  summary: 'A page should give one value for one thing.',
  why: `The same words with two numbers, say in the summary and in the results: one of them is mostly an earlier draft's.
No table is needed to see it, and none is asked which of the two is right.`,
  examples: {
    bad: `
=== findings/2024-probe.md
## Summary

The linear probe reaches an accuracy of 81.3 on the held-out set after 40 steps.

## Key results

The linear probe reaches an accuracy of 83.1 on the held-out set after 40 steps.
                                        ^^^^ this page says 81.3 in another place, here 83.1
`,
    good: `
=== findings/2024-probe.md
## Summary

The linear probe reaches an accuracy of 83 on the held-out set after 40 steps.

## Key results

The linear probe reaches an accuracy of 83.1 on the held-out set after 40 steps.
`,
  },
  check: (page, wiki) => claimProblems(wiki, page, 'claims/conflicting'),
  *fix(problem, page, wiki) {
    const other = problem.related?.find(({ path }) => path === page.path)?.span;
    const text = wiki.sources.textOf(page.path);
    if (!other || text === undefined) return;
    const [here, there] = [problem.span, other].map(({ start, end }) => text.slice(start, end));
    yield {
      title: `Change to ${there} as in the other place`,
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span: problem.span, newText: there! }],
    };
    yield {
      title: `Change the other place to ${here}`,
      preferred: false,
      safe: false,
      edits: [{ path: page.path, span: other, newText: here! }],
    };
    const reported = reportedClaim(wiki, page, problem);
    if (reported) yield* bindingFixes(page, reported, undefined);
  },
};

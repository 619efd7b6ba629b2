import type { PageRule } from '../rule.ts';
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

The probe reaches an accuracy of 81.3 on the held-out set.

## Key results

The probe reaches an accuracy of 83.1 on the held-out set.
                                 ^^^^ line 3 gives 81.3 for the same
`,
    good: `
=== findings/2024-probe.md
## Summary

The probe reaches an accuracy of 83 on the held-out set.

## Key results

The probe reaches an accuracy of 83.1 on the held-out set.
`,
  },
  check: (page, wiki) => claimProblems(wiki, page, 'claims/conflicting'),
};

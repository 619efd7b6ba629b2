import type { PageRule } from '../rule.ts';
import { changeValue } from './fixes/change-value.ts';
import { reportedClaim } from './fixes/claim-fixes.ts';
import { rebind } from './fixes/rebind.ts';
import { claimProblems } from './problems.ts';

/** A number whose link names its cell, and which is not what the cell says. */
export const boundValue: PageRule = {
  id: 'claims/bound-value',
  subject: 'page',
  severity: 'error',
  reads: 'targets',
  untyped: true,
  summary: 'A bound number must be what its cell says.',
  why: `The link says which cell the number stands for, so there is no doubt: either the text is wrong or the table is.
Rounding and truncation to the precision written are fine, and so are percent for fraction and the sign of a drop.`,
  examples: {
    bad: `
=== findings/2024-probe.md
Recall reached [71.4](../data/recall.csv#large/recall) in the large model.
                ^^^^ recall.csv says 74.1 for large, recall; the text says 71.4
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
    good: `
=== findings/2024-probe.md
Recall reached [74](../data/recall.csv#large/recall) in the large model.
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
  },
  check: (page, wiki) => claimProblems(wiki, page, 'claims/bound-value'),
  *fix(problem, page, wiki) {
    yield* changeValue(problem, page, 'safe');
    const reported = reportedClaim(wiki, page, problem);
    if (reported) yield* rebind(page, reported.content, reported.claim);
  },
};

import type { PageRule } from '../rule.ts';
import { changeValue } from './fixes/change-value.ts';
import { bindingFixes, reportedClaim } from './fixes/claim-fixes.ts';
import { claimProblems } from './problems.ts';

/** A number that the table in scope contradicts, found by the words around it. */
export const contradicted: PageRule = {
  id: 'claims/contradicted',
  subject: 'page',
  severity: 'warning',
  reads: 'targets',
  untyped: true,
  summary: 'A number must agree with the table that it speaks of.',
  why: `The words of the clause name a row and a column, and the cell there says something else. Nothing is said in any
doubt: where another cell, a rounding, a difference or a ratio of cells explains the number, where two cells fit
equally well, where the number stands in quotation marks. So silence is no proof that a number is right; a number that
must not drift is best bound to its cell, \`[74.1](../data/recall.csv#large/recall)\`.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
tables: [../data/recall.csv]
---
The large model reaches a recall of 71.4.
                                    ^^^^ recall.csv says 74.1 for large, recall; the text says 71.4
=== data/recall.csv
model,recall,precision
small,52.0,60.2
large,74.1,81.9
`,
    good: `
=== findings/2024-probe.md
---
tables: [../data/recall.csv]
---
The large model reaches a recall of 74.
=== data/recall.csv
model,recall,precision
small,52.0,60.2
large,74.1,81.9
`,
  },
  check: (page, wiki) => claimProblems(wiki, page, 'claims/contradicted'),
  *fix(problem, page, wiki) {
    yield* changeValue(problem, page, 'needs-a-look');
    const reported = reportedClaim(wiki, page, problem);
    if (reported) yield* bindingFixes(page, reported, problem.expected?.[0]);
  },
};

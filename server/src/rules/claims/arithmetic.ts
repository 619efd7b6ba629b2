import type { PageRule } from '../rule.ts';
import { bindChange } from './fixes/bind-change.ts';
import { changeValue } from './fixes/change-value.ts';
import { reportedClaim } from './fixes/claim-fixes.ts';
import { claimProblems } from './problems.ts';

/** A sentence at odds with itself. */
export const arithmetic: PageRule = {
  id: 'claims/arithmetic',
  subject: 'page',
  severity: 'warning',
  reads: 'targets',
  untyped: true,
  summary: 'A change that is stated must be the change between the two values that are stated.',
  why: `Where a sentence gives both values and their change, they can be held against each other without any table. The
change is right if any reading makes it so: points, relative to the first or to the second value, a ratio, rounded or
truncated, and a hedged one (*about*) within a tenth, or within a fiftieth or a hundredth where it is said to three digits
or more. A percentage in brackets beside a part and its whole (*41 of 200 sentences (20.5 %)*) is held to these. A verb that
its two numbers contradict (*grows from 83.8 to 78.5*) is reported, too, and so is a percentage far above a hundred of what
there is at most all of (*an accuracy of 837 %*), and a part
that is more than its whole (*201 of 158*).`,
  examples: {
    bad: `
=== findings/2024-probe.md
The rate rose from 26.94 to 34.46, a 35% relative increase.
                                     ^^ from 26.94 to 34.46 is +27.9 %, the text says 35

Of these, 41 of 200 sentences (25%) were long.
                               ^^ 41 of 200 is 20.5 %, the text says 25

The delay fell from 4.1 to 5.2 hours.
          ^^^^ from 4.1 to 5.2 goes the other way than "fell" says

The probe reaches 837% accuracy.
                  ^^^ 837 % is more than there is
`,
    good: `
=== findings/2024-probe.md
The rate rose from 26.94 to 34.46, a 28% relative increase.

Of these, 41 of 200 sentences (20.5%) were long.

The delay fell from 5.2 to 4.1 hours.
`,
  },
  check: (page, wiki) => claimProblems(wiki, page, 'claims/arithmetic'),
  *fix(problem, page, wiki) {
    yield* changeValue(problem, page, 'needs-a-look');
    const reported = reportedClaim(wiki, page, problem);
    if (reported) yield* bindChange(wiki, page, reported, problem.expected?.[0]);
  },
};

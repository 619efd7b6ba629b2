import { tableRule } from './table-rule.ts';

export const mixedUnitsTable = tableRule({
  id: 'tables/mixed-units',
  severity: 'info',
  summary: 'The values of a column should have one unit.',
  why: `A number can't be compared with a column that mixes units without a guess, so it is left unchecked.`,
  examples: {
    bad: `
=== a.md
See [the numbers](data/time.csv).
=== data/time.csv
model,training,evaluation
small,40 min,2 min
large,3 h,5 min
      ^^^ "training" has values in "min" and in "h"
`,
    good: `
=== a.md
See [the numbers](data/time.csv).
=== data/time.csv
model,training (min),evaluation (min)
small,40,2
large,180,5
`,
  },
});

import { tableRule } from './table-rule.ts';

export const ambiguousRowTable = tableRule({
  id: 'tables/ambiguous-row',
  severity: 'warning',
  summary: 'A table should let each of its rows be told apart.',
  why: `A row that says the same as another can't be named by a cell anchor, so no number can be bound to it.`,
  examples: {
    bad: `
=== a.md
See [the numbers](data/recall.csv).
=== data/recall.csv
model,recall
small,52.0
small,52.0
^^^^^^^^^^ this row says the same as row 1; no anchor can tell them apart
`,
    good: `
=== a.md
See [the numbers](data/recall.csv).
=== data/recall.csv
model,run,recall
small,1,52.0
small,2,52.0
`,
  },
});

import { tableRule } from './table-rule.ts';

export const raggedRowTable = tableRule({
  id: 'tables/ragged-row',
  severity: 'info',
  summary: 'Every row of a table should have as many fields as the header.',
  why: `A field too many or too few shifts values into columns that are not theirs; mostly a comma inside a value that wants
quotes.`,
  examples: {
    bad: `
=== a.md
See [the numbers](data/recall.csv).
=== data/recall.csv
model,recall
small,52.0,61.3
^^^^^^^^^^^^^^^ this row has 3 fields; the header has 2
large,74.1
`,
    good: `
=== a.md
See [the numbers](data/recall.csv).
=== data/recall.csv
model,recall
"small, first run",52.0
large,74.1
`,
  },
});

import { tableRule } from './table-rule.ts';

export const syntaxTable = tableRule({
  id: 'tables/syntax',
  severity: 'error',
  summary: 'A data table must be readable as one.',
  why: `Nothing that quotes a table can be checked while it can't be read: a quote that is not closed, an Excel file
renamed to \`.csv\`, a delimiter that changes halfway. Tables above two million characters are not read either.`,
  examples: {
    bad: `
=== a.md
See [the numbers](data/recall.csv).
=== data/recall.csv
model,recall
"small,52.0
^ a quote opens here and does not close the field
large,74.1
`,
    good: `
=== a.md
See [the numbers](data/recall.csv).
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
  },
});

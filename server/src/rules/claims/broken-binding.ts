import type { PageRule } from '../rule.ts';
import { mendAnchor } from './fixes/mend-anchor.ts';
import { claimProblems } from './problems.ts';

/** A cell anchor that names no cell, or more than one. */
export const brokenBinding: PageRule = {
  id: 'claims/broken-binding',
  subject: 'page',
  severity: 'error',
  reads: 'targets',
  untyped: true,
  summary: 'The cell anchor or expression of a link to a table must name something.',
  why: `A binding that names no cell checks nothing, though it looks as if it did. Rows are named by the keys of their
label columns, columns by their header, both in lower case with dashes (\`recall.csv#large/recall\`). A row or a
column that was renamed in the table breaks the bindings to it. A table that is not there at all is
\`links/broken-page\`.`,
  examples: {
    bad: `
=== findings/2024-probe.md
Recall reached [74.1](../data/recall.csv#lrge/recall) in the large model.
                                         ^^^^^^^^^^^ recall.csv: no row "lrge"
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
    good: `
=== findings/2024-probe.md
Recall reached [74.1](../data/recall.csv#large/recall) in the large model.
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
  },
  check: (page, wiki) => claimProblems(wiki, page, 'claims/broken-binding'),
  fix: (problem, page, wiki) => mendAnchor(wiki, page, problem),
};

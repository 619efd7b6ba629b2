import { claimsOf } from '../../claims/claims-of.ts';
import type { PageRule } from '../rule.ts';

/** An explanation is a sentence; a diagnostic is not. */
const asMessage = (explanation: string): string => {
  const reason = explanation.replace(/^Not checked: /, '').replace(/\.$/, '');
  return `not checked: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
};

/** A number that nothing was found to hold against. */
export const unverified: PageRule = {
  id: 'claims/unverified',
  subject: 'page',
  severity: 'off',
  reads: 'targets',
  untyped: true,
  summary: 'A number should be held to a table.',
  why: `Off by default, since most numbers of a page have no table. Switched on (\`rules: { claims/unverified: hint }\`) it
shows what was not checked, and why, so that silence is not taken for proof.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
rules: { claims/unverified: hint }
=== findings/2024-probe.md
---
tables: [../data/recall.csv]
---
The large model needs 812 hours.
                      ^^^ not checked: it is of another size altogether
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
    good: `
=== research-wiki.yaml
version: 1
rules: { claims/unverified: hint }
=== findings/2024-probe.md
---
tables: [../data/recall.csv]
---
The large model reaches a recall of 74.1.
=== data/recall.csv
model,recall
small,52.0
large,74.1
`,
  },
  *check(page, wiki) {
    if (page.facts.partial) return;
    for (const claim of claimsOf(wiki, page)?.claims ?? []) {
      if (claim.verdict === 'unverified') yield { span: claim.span, message: asMessage(claim.explanation) };
    }
  },
};

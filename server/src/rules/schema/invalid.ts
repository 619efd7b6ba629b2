import type { SchemaRule } from '../rule.ts';
import { replaceFixes, toldBy } from './told.ts';

/** A value that can't stand where it stands. */
export const schemaInvalid: SchemaRule = {
  id: 'schema/invalid',
  subject: 'schema',
  severity: 'error',
  summary: 'Every value of the configuration must be one that its key allows.',
  why: `A value that is not understood is left out, and the check goes on without it. The message says what the key allows;
\`docs/schema.md\` describes every key.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  finding:
    others: wern
            ^^^^ "wern" is no value of "others"; did you mean "warn"?
    links: { to: consept, at-least: some }
                 ^^^^^^^ there is no page type "consept"; did you mean "concept"?
                                    ^^^^ "at-least" must be a whole number, 0 or more
`,
    good: `
=== research-wiki.yaml
version: 1
pages:
  finding:
    others: warn
    links: { to: concept, at-least: 1 }
`,
  },
  check: file => toldBy('schema/invalid', file),
  fix: replaceFixes,
};

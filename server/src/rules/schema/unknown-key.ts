import type { SchemaRule } from '../rule.ts';
import { replaceFixes, toldBy } from './told.ts';

/** A key that the language does not have. */
export const schemaUnknownKey: SchemaRule = {
  id: 'schema/unknown-key',
  subject: 'schema',
  severity: 'warning',
  summary: 'Every key of the configuration, and every rule it names, must be a known one.',
  why: `A misspelt key counts for nothing: what it should switch on stays off. \`docs/schema.md\` lists all keys, and
\`research-wiki explain\` all rules.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
inclde: ["wiki/**"]
^^^^^^ "inclde" is no key of research-wiki.yaml; did you mean "include"?
rules: { links/brokn-page: warning }
         ^^^^^^^^^^^^^^^^ there is no rule "links/brokn-page"; did you mean "links/broken-page"?
`,
    good: `
=== research-wiki.yaml
version: 1
include: ["**/*.md"]
rules: { links/broken-page: warning }
`,
  },
  check: file => toldBy('schema/unknown-key', file),
  fix: replaceFixes,
};

import type { SchemaRule } from '../rule.ts';
import { toldBy } from './told.ts';

/** A glob or a regular expression that can't be used. */
export const schemaBadPattern: SchemaRule = {
  id: 'schema/bad-pattern',
  subject: 'schema',
  severity: 'error',
  summary: 'Patterns must be valid, and cheap to match.',
  why: `A pattern runs over every file name or value of a wiki, so it must not be able to take long: regular expressions
are those of RE2 (no look-around, no back-references), globs have at most four \`**\` and three \`*\` between two
slashes, and stay inside of the wiki.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
exclude: ["../other/**"]
          ^^^^^^^^^^^^^ a pattern for files counts from the wiki's root and can't leave it
pages:
  finding: { name: "^(?!draft)" }
                   ^^^^^^^^^^^^ look-around and back-references are not supported
`,
    good: `
=== research-wiki.yaml
version: 1
exclude: ["other/**"]
pages:
  finding: { name: "^[0-9]{4}-" }
`,
  },
  check: file => toldBy('schema/bad-pattern', file),
};

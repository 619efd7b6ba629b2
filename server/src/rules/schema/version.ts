import type { SchemaRule } from '../rule.ts';
import { toldBy } from './told.ts';

/** A configuration for a later version of this program. */
export const schemaVersion: SchemaRule = {
  id: 'schema/version',
  subject: 'schema',
  severity: 'error',
  summary: 'The configuration must be of a version that this program understands.',
  why: `A later version of the language may mean other things by the same words. What can be understood of the file is used,
and nothing else of it is judged. Bring the program up to date.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 2
         ^ this is version 2 of the schema; this program understands version 1
patterns: {}
`,
    good: `
=== research-wiki.yaml
version: 1
`,
  },
  check: file => toldBy('schema/version', file),
};

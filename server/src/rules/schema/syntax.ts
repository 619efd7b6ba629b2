import type { SchemaRule } from '../rule.ts';
import { toldBy } from './told.ts';

/** A configuration that is no YAML. */
export const schemaSyntax: SchemaRule = {
  id: 'schema/syntax',
  subject: 'schema',
  severity: 'error',
  summary: 'The configuration must be valid YAML.',
  why: `A file that is no YAML can't be read as the author meant it. The last schema that could be read stays in force until
the mistake is mended; only the first one is reported.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
version: 1
^^^^^^^ this key stands here twice
`,
    good: `
=== research-wiki.yaml
version: 1
`,
  },
  check: file => toldBy('schema/syntax', file),
};

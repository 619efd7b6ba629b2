import { globFault, pathTest } from '../../wiki/schema/glob.ts';
import { globsOf } from '../../wiki/schema/globs-of.ts';
import type { SchemaRule } from '../rule.ts';

/** A glob that matches no file. */
export const schemaUnusedGlob: SchemaRule = {
  id: 'schema/unused-glob',
  subject: 'schema',
  severity: 'info',
  summary: 'A pattern for files should match some file.',
  why: `A pattern that matches nothing is often misspelt, or left over from a folder that was renamed: its pages have no
type and its tables no names. \`exclude\` may name what is not there yet. In a young wiki whose folders are still empty
the message goes away with the first page.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  finding: { files: "findngs/*.md" }
                    ^^^^^^^^^^^^^^ no file matches "findngs/*.md"
=== findings/2024-probe.md
---
type: finding
---
`,
    good: `
=== research-wiki.yaml
version: 1
exclude: ["drafts/**"]
pages:
  finding: { files: "findings/*.md" }
=== findings/2024-probe.md
---
type: finding
---
`,
  },
  *check(file, wiki) {
    const files = [...wiki.files];
    // Nothing is there at all, or nothing was read yet.
    if (wiki.pages.size === 0) return;
    for (const { glob, span } of globsOf(file.text)) {
      if (globFault(glob) !== undefined) continue;
      const matches = pathTest([glob], { dots: true });
      if (!files.some(matches)) yield { span, message: `no file matches "${glob}"` };
    }
  },
};

import { stem } from '../../wiki/path.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule } from '../rule.ts';
import { article } from '../words.ts';

/** A file whose name is not formed as the schema wants. */
export const fileName: PageRule = {
  id: 'structure/file-name',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: "A page's file name should have the form that the schema asks of its type.",
  why: `Names of one form sort well and can be guessed: \`2024-word-list-probe.md\`. The form is \`name:\` of the page type, a
regular expression for the file name without \`.md\`. Rename the file in the editor, so that the links to it follow.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  finding: { name: "^\\\\d{4}-[a-z0-9-]+$" }
=== findings/Probe.md
---
type: finding
---
# Probes recall the list
  ^^^^^^^^^^^^^^^^^^^^^^ the file name "Probe" does not match "^\\d{4}-[a-z0-9-]+$", as a finding's should
`,
    good: `
=== research-wiki.yaml
version: 1
pages:
  finding: { name: "^\\\\d{4}-[a-z0-9-]+$" }
=== findings/2024-probe.md
---
type: finding
---
# Probes recall the list
`,
  },
  *check(page) {
    const pattern = page.type?.filePattern;
    const name = stem(page.path);
    if (!pattern || pattern.test(name)) return;
    const message = `the file name "${name}" does not match "${pattern.source}", as ${article(page.type!.name)}'s should`;
    yield { span: pageStart(page), message };
  },
};

import { fieldsOf } from '../../wiki/schema/field-problems.ts';
import { addFields } from '../front-matter/add-fields.ts';
import { fieldOf, hasBrokenFrontMatter } from '../front-matter/fields.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule } from '../rule.ts';
import { article } from '../words.ts';

/** A page that is of a type only because of its folder. */
export const untypedPage: PageRule = {
  id: 'structure/untyped-page',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: 'A page should say its type where its folder gives it one.',
  why: `A page that says \`type: finding\` keeps its type when it is moved, copied or read by another program. Where the
schema requires the field, \`front-matter/missing-field\` speaks instead; where it does not know the field, nothing is
said. Switch the rule off in a wiki whose folders alone say what a page is; \`research-wiki init\` does so by itself.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
^^^ the folder makes this page a finding; its front matter has no "type"
title: Probes recall the list
---
`,
    good: `
=== findings/2024-probe.md
---
type: finding
title: Probes recall the list
---
=== notes/plan.md
# Plan
`,
  },
  *check(page, wiki) {
    if (!page.type || fieldOf(page, 'type') || hasBrokenFrontMatter(page)) return;
    const { required, properties } = fieldsOf(wiki.schema, page.type);
    if (required.includes('type') || !('type' in properties)) return;
    const message = `the folder makes this page ${article(page.type.name)}; its front matter has no "type"`;
    yield { span: pageStart(page), message };
  },
  *fix(_problem, page, wiki) {
    const edit = page.type && addFields(wiki, page, { type: page.type.name });
    if (edit) yield { title: `Add "type: ${page.type!.name}"`, preferred: true, safe: false, edits: [edit] };
  },
};

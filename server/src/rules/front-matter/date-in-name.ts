import { otherDateInName } from '../../wiki/schema/dated-name.ts';
import { fieldsOf } from '../../wiki/schema/field-problems.ts';
import type { PageRule } from '../rule.ts';
import { fieldOf } from './fields.ts';

/** A file name that begins with another date than the page's. */
export const dateInName: PageRule = {
  id: 'front-matter/date-in-name',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: "The date that a file name begins with should be the front matter's date.",
  why: `Where files are named after the date of what they tell (\`2024-word-list-probe.md\`), a name with another year is
a slip in one of the two, often made by copying a page. Only page types that know a field \`date\` are looked at; a year
alone is compared with the year.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
date: 2025-05-01
      ^^^^^^^^^^ the file name says 2024
---
`,
    good: `
=== findings/2024-probe.md
---
type: finding
date: 2024-05-01
---
=== findings/top-2023-list.md
---
type: finding
date: 2024-05-01
---
`,
  },
  *check(page, wiki) {
    if (!page.type || !Object.hasOwn(fieldsOf(wiki.schema, page.type).properties, 'date')) return;
    const field = fieldOf(page, 'date');
    const other = field && otherDateInName(page.path, page.type.name, field.value.value);
    if (field && other) yield { span: field.value.span, message: `the file name says ${other}` };
  },
};

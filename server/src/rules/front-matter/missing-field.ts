import type { Page } from '../../wiki/page.ts';
import { fieldsOf, isBlank } from '../../wiki/schema/field-problems.ts';
import type { FieldsSpec } from '../../wiki/schema/schema.ts';
import { emptyValue } from '../../wiki/template.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule, Problem } from '../rule.ts';
import { article, listOf } from '../words.ts';
import { addFields } from './add-fields.ts';
import { fieldOf, hasBrokenFrontMatter } from './fields.ts';
import { isKnownKey } from './known-keys.ts';
import { leastSlips, slips } from './slip.ts';

/** Front matter without a field that the schema requires. */
export const missingField: PageRule = {
  id: 'front-matter/missing-field',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  summary: 'Front matter must have the fields that the schema requires, with a value.',
  why: `Lists, filters and the page card are made from these fields. What a page type requires is \`fields: required:\` in
the wiki's schema, together with that of \`all-pages\`. A page without any front matter is reported once. The fix adds the
field with the value that can be known: the first of its choices, today's date, an empty list.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  finding: { fields: { required: [date, status] } }
=== findings/2024-probe.md
---
^^^ field "status" is missing in the front matter
type: finding
dat: 2024-05-01
^^^ field "date" is missing in the front matter; is "dat" meant?
---
=== findings/2024-other.md
Nothing but text.
^^^ a finding needs front matter with "date" and "status"
`,
    good: `
=== research-wiki.yaml
version: 1
pages:
  finding: { fields: { required: [date, status] } }
=== findings/2024-probe.md
---
type: finding
date: 2024-05-01
status: draft
---
`,
  },
  *check(page, wiki) {
    if (!page.type || hasBrokenFrontMatter(page)) return;
    const spec = fieldsOf(wiki.schema, page.type);
    const missing = spec.required.filter(key => !fieldOf(page, key));
    if (!page.facts.frontMatter) {
      const keys = listOf(
        missing.map(key => `"${key}"`),
        'and',
      );
      const message = `${article(page.type.name)} needs front matter with ${keys}`;
      if (missing.length > 0) yield { span: pageStart(page), message, data: { keys: missing } };
      return;
    }
    for (const key of missing) yield absent(page, spec, key);
    for (const key of spec.required) {
      const field = fieldOf(page, key);
      if (field && isBlank(field.value))
        yield { span: field.keySpan, message: `field "${key}" has no value` };
    }
  },
  *fix(problem, page, wiki) {
    const keys = problem.data?.keys as readonly string[] | undefined;
    if (!page.type || !keys) return;
    for (const written of problem.expected ?? []) {
      const edits = [{ path: page.path, span: problem.span, newText: written }];
      yield { title: `Change the field to "${written}"`, preferred: true, safe: false, edits };
    }
    const { required } = fieldsOf(wiki.schema, page.type);
    const edit = addFields(
      wiki,
      page,
      valuesFor(wiki, page, keys),
      required.slice(0, required.indexOf(keys[0]!)),
    );
    const named = keys.length > 1 ? 'front matter' : `field "${keys[0]}"`;
    if (edit)
      yield { title: `Add ${named}`, preferred: problem.expected === undefined, safe: false, edits: [edit] };
  },
};

/** A field nobody knows that is spelt nearly so is the place; else the first line of the front matter. */
function absent(page: Page, spec: FieldsSpec, key: string): Problem {
  const { fields, span } = page.facts.frontMatter!;
  const unknown = fields.filter(field => !isKnownKey(spec, field.key));
  const near = leastSlips(unknown, field => slips(field.key, key));
  const message = `field "${key}" is missing in the front matter`;
  const data = { keys: [key] };
  if (!near) return { span: { start: span.start, end: span.start + 3 }, message, data };
  return { span: near.keySpan, message: `${message}; is "${near.key}" meant?`, expected: [key], data };
}

function valuesFor(wiki: Wiki, page: Page, keys: readonly string[]): Readonly<Record<string, unknown>> {
  const { properties } = fieldsOf(wiki.schema, page.type!);
  const known: Readonly<Record<string, unknown>> = { type: page.type!.name, title: page.title };
  return Object.fromEntries(
    keys.map(key => [key, known[key] ?? emptyValue(key, properties[key] ?? {}, wiki.sources.today())]),
  );
}

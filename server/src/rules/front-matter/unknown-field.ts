import type { Page } from '../../wiki/page.ts';
import { fieldsOf } from '../../wiki/schema/field-problems.ts';
import type { FieldsSpec } from '../../wiki/schema/schema.ts';
import type { PageRule } from '../rule.ts';
import { fieldOf, hasBrokenFrontMatter } from './fields.ts';
import { isKnownKey } from './known-keys.ts';
import { leastSlips, slips } from './slip.ts';

/** A misspelt field. */
export const unknownField: PageRule = {
  id: 'front-matter/unknown-field',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: 'A field that nobody knows and that is spelt nearly like a known one is a slip.',
  why: `A misspelt field counts for nothing, and nothing says so. Pages may have any other fields: the rule speaks only
where a field of the schema is spelt nearly the same and is not in the page.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
date: 2024-05-01
reveiwers: [Mo]
^^^^^^^^^ "reveiwers" is no known field; did you mean "reviewers"?
---
`,
    good: `
=== findings/2024-probe.md
---
type: finding
date: 2024-05-01
reviewers: [Mo]
permalink: /probe
---
`,
  },
  *check(page, wiki) {
    if (!page.type || !page.facts.frontMatter || hasBrokenFrontMatter(page)) return;
    const spec = fieldsOf(wiki.schema, page.type);
    for (const { key, keySpan } of page.facts.frontMatter.fields) {
      if (isKnownKey(spec, key)) continue;
      const meant = meantBy(page, spec, key);
      if (meant === undefined) continue;
      yield {
        span: keySpan,
        message: `"${key}" is no known field; did you mean "${meant}"?`,
        expected: [meant],
      };
    }
  },
  *fix(problem, page) {
    const meant = problem.expected![0]!;
    const edits = [{ path: page.path, span: problem.span, newText: meant }];
    yield { title: `Change to "${meant}"`, preferred: true, safe: false, edits };
  },
};

/**
 * The known field that is surely meant: absent from the page and spelt nearly so. What differs by an `s` only is
 * another form of the word, and a required field is `missing-field`'s matter.
 */
function meantBy(page: Page, spec: FieldsSpec, key: string): string | undefined {
  const lower = key.toLowerCase();
  const absent = Object.keys(spec.properties).filter(
    known =>
      !fieldOf(page, known) &&
      !spec.required.includes(known) &&
      `${lower}s` !== known &&
      lower !== `${known}s`,
  );
  return leastSlips(absent, known => slips(key, known));
}

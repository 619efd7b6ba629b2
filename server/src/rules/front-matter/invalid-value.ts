import { similarTo } from '../../text/distance.ts';
import type { Page } from '../../wiki/page.ts';
import { stem } from '../../wiki/path.ts';
import { pageNamed } from '../../wiki/resolve.ts';
import { scalar } from '../../wiki/schema/field-message.ts';
import { fieldProblems, fieldsOf } from '../../wiki/schema/field-problems.ts';
import { typeOfPath } from '../../wiki/schema/page-type.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { PageRule, Problem } from '../rule.ts';
import { fieldOf, hasBrokenFrontMatter } from './fields.ts';

/** A value that the schema does not allow. */
export const invalidValue: PageRule = {
  id: 'front-matter/invalid-value',
  subject: 'page',
  severity: 'warning',
  reads: 'targets',
  untyped: true,
  summary: 'A field must have a value that the schema allows.',
  why: `A misspelt status keeps a page out of every list that is made by status. What a field may hold is its JSON Schema
under \`fields: properties:\` of the page type or of \`all-pages\`. A field without a value is not judged, and a number
may stand where a text is asked for. A field whose \`page:\` names a page type may name pages that are not written yet,
unless the schema says \`missing: report\`.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
status: stabel
        ^^^^^^ "stabel" is none of draft, working, stable, superseded, archived
title: [Probes]
       ^^^^^^^^ "title" must be a text
---
=== findings/2024-other.md
---
type: findng
      ^^^^^^ there is no page type "findng"; did you mean "finding"?
---
`,
    good: `
=== findings/2024-probe.md
---
type: finding
status: stable
title: 1984
models:
---
=== notes/plan.md
---
type: plan
---
`,
  },
  *check(page, wiki) {
    const { frontMatter } = page.facts;
    if (!frontMatter || hasBrokenFrontMatter(page)) return;
    yield* unknownType(page, wiki);
    if (!page.type) return;
    for (const { span, message, expected } of fieldProblems(frontMatter, fieldsOf(wiki.schema, page.type))) {
      yield { span, message, ...(expected ? { expected } : {}) };
    }
    yield* missingPages(page, wiki);
  },
  *fix(problem, page) {
    for (const [index, value] of (problem.expected ?? []).slice(0, MOST).entries()) {
      const edits = [{ path: page.path, span: problem.span, newText: value }];
      yield { title: `Change to "${value}"`, preferred: index === 0, safe: false, edits };
    }
  },
};

const MOST = 5;

/** A type that nobody knows is a slip where one is spelt nearly so, or where the folder belongs to a type. */
function* unknownType(page: Page, wiki: Wiki): Iterable<Problem> {
  const field = fieldOf(page, 'type');
  if (!field || page.typeName === undefined || page.type || typeof field.value.value !== 'string') return;
  const ofFolder = typeOfPath(wiki.schema, page.path);
  const similar = similarTo(page.typeName, wiki.schema.pages.keys(), name => name);
  const expected = [...new Set([...similar, ...(ofFolder === undefined ? [] : [ofFolder])])];
  if (expected.length === 0) return;
  const message = `there is no page type "${page.typeName}"; did you mean "${expected[0]}"?`;
  yield { span: field.value.span, message, expected };
}

/** Names of pages that do not exist, in fields that ask for them to be reported. */
function* missingPages(page: Page, wiki: Wiki): Iterable<Problem> {
  for (const { name, type, span, reportMissing } of page.names) {
    if (!reportMissing || pageNamed(wiki, page.path, name, type)) continue;
    const names = [...wiki.pages.values()]
      .filter(({ typeName }) => typeName === type)
      .map(({ path }) => stem(path));
    const expected = similarTo(name, names, own => own).map(scalar);
    const hint = expected.length > 0 ? `; did you mean "${expected[0]}"?` : '';
    yield {
      span,
      message: `there is no ${type} "${name}"${hint}`,
      ...(expected.length > 0 ? { expected } : {}),
    };
  }
}

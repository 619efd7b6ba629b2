import type { Heading } from '../../markdown/facts.ts';
import { similarTo } from '../../text/distance.ts';
import type { Page } from '../../wiki/page.ts';
import type { SectionEntry, SectionSpec } from '../../wiki/schema/schema.ts';
import { pageStart } from '../page-start.ts';
import type { Fix, PageRule, Problem } from '../rule.ts';
import { listOf } from '../words.ts';
import { addSections } from './add-sections.ts';
import { allSections, hasSection, outlineOf } from './outline.ts';

/** A page without a section that its type must have. */
export const missingSection: PageRule = {
  id: 'structure/missing-section',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  summary: 'A page must have the sections that the schema asks of its type.',
  why: `Readers look for the same thing in the same place of every page. What a page type must have stands under
\`sections:\` in the wiki's schema; a section with \`required: false\` may be left out, and of alternatives
(\`one-of:\`) one is enough. Upper and lower case, punctuation and a number at the end make no difference, and a
section may stand at any level.

The fix adds the section where the schema's order wants it, or corrects a heading that is spelt nearly so.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
pages:
  finding:
    sections:
      - Summary
      - one-of: [[Method, Key results], [Observed phenomenon]]
      - Sources
=== findings/2024-probe.md
---
type: finding
---
# Probes recall the list
  ^^^^^^^^^^^^^^^^^^^^^^ section "Key results" is missing, or "Observed phenomenon" instead

## Summary

A probe finds the list.

## Method

A linear probe.

## Surces
   ^^^^^^ section "Sources" is missing; is "Surces" meant?

The paper.
`,
    good: `
=== research-wiki.yaml
version: 1
pages:
  finding:
    sections:
      - Summary
      - one-of: [[Method, Key results], [Observed phenomenon]]
      - Sources
=== findings/2024-probe.md
---
type: finding
---
# Probes recall the list

## Summary

A probe finds the list.

## Observed phenomenon

It does so in every layer.

## Sources

The paper.
`,
  },
  *check(page) {
    if (!page.type || page.facts.partial) return;
    for (const [index, entry] of page.type.sections.entries()) {
      const { missing, instead } = missingOf(page, entry);
      if (missing.length === 0) continue;
      yield { ...placeOf(page, missing, message(missing, instead)), data: { entry: index } };
    }
  },
  *fix(problem, page, wiki) {
    const entry = page.type?.sections[problem.data?.entry as number];
    if (!entry) return;
    const meant = problem.expected?.[0];
    if (meant !== undefined) {
      const edits = [{ path: page.path, span: problem.span, newText: meant }];
      yield { title: `Change the heading to "${meant}"`, preferred: true, safe: false, edits };
    }
    const { missing, instead } = missingOf(page, entry);
    for (const [index, specs] of [missing, ...instead].entries()) {
      const edit = addSections(wiki, page, specs);
      if (!edit) continue;
      const preferred = index === 0 && meant === undefined;
      yield { title: `Add ${named(specs)}`, preferred, safe: false, edits: [edit] } satisfies Fix;
    }
  },
};

interface Missing {
  readonly missing: readonly SectionSpec[];
  /** What each of the other alternatives would need. */
  readonly instead: readonly (readonly SectionSpec[])[];
}

const NOTHING: Missing = { missing: [], instead: [] };

/** Of alternatives the one with most sections present is meant; of equals the first. One that is complete is enough. */
export function missingOf(page: Page, entry: SectionEntry): Missing {
  const lacking = (specs: readonly SectionSpec[]) =>
    specs.filter(spec => spec.required && !hasSection(page, spec));
  if (!('oneOf' in entry)) return entry.required ? { missing: lacking([entry]), instead: [] } : NOTHING;
  const rated = entry.oneOf.map(specs => ({
    lacking: lacking(specs),
    present: specs.filter(spec => hasSection(page, spec)).length,
  }));
  if (rated.some(alternative => alternative.lacking.length === 0)) return NOTHING;
  const best = rated.reduce((a, b) => (b.present > a.present ? b : a));
  return {
    missing: best.lacking,
    instead: rated.filter(other => other !== best).map(other => other.lacking),
  };
}

/** A heading that nobody knows and that is spelt nearly so is the place; else the page's title. */
function placeOf(page: Page, [spec, ...more]: readonly SectionSpec[], message: string): Problem {
  const near = spec && more.length === 0 ? misspelt(page, spec) : undefined;
  if (!spec || !near) return { span: pageStart(page), message };
  return { span: near.textSpan, message: `${message}; is "${near.text}" meant?`, expected: [spec.title] };
}

function misspelt(page: Page, spec: SectionSpec): Heading | undefined {
  const unknown = outlineOf(page).filter(candidate => candidate.spec === undefined);
  return similarTo(spec.title, unknown, ({ section }) => section.heading.text)
    .map(({ section }) => section.heading)
    .find(({ text }) => similarTo(text, allSections(page.type!), ({ title }) => title)[0] === spec);
}

const named = (specs: readonly SectionSpec[]): string =>
  `${specs.length > 1 ? 'sections' : 'section'} ${listOf(
    specs.map(({ title }) => `"${title}"`),
    'and',
  )}`;

function message(missing: readonly SectionSpec[], instead: Missing['instead']): string {
  const others = instead.map(specs =>
    listOf(
      specs.map(({ title }) => `"${title}"`),
      'and',
    ),
  );
  const ending = others.length > 0 ? `, or ${listOf(others, 'or')} instead` : '';
  return `${named(missing)} ${missing.length > 1 ? 'are' : 'is'} missing${ending}`;
}

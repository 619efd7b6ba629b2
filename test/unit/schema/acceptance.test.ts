import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { allRules } from '../../../server/src/rules/all.ts';
import { foundBy } from '../rules/check-rule.ts';
import { fixture } from '../rules/fixture.ts';

const yaml = readFileSync(new URL('../../acceptance/ch-ai-tanya.yaml', import.meta.url), 'utf8');

/** Pages that follow the configuration in everything. */
const WIKI: Readonly<Record<string, string>> = {
  'wiki/findings/2024-word-list-probe.md': `---
type: finding
title: A probe finds the word list
date: 2024-03-01
models:
  - Small model
source: https://example.org/word-list
status: working
lenses:
  - behavioral
writers:
  - "@mo"
---

## Summary

A probe finds the list.

## Method

A linear probe.

## Key results

It finds the list in every layer.

## Why it matters

Lists are kept.

## Lens notes

**Behavioral.** Seen in answers only.

## Interpretive tensions

The probe may find the prompt.

## Concepts

- [Recall](../concepts/recall.md) — shown directly.

## Sources

- [Mo 2024](../../raw/papers/source-2024-word-list.md). Word lists.
`,
  'wiki/concepts/recall.md': `---
type: concept
title: Recall
status: working
lenses: [behavioral]
writers: ["@mo"]
---

## Definition

A capacity: what was seen is found again.

## Instantiating findings

- [A probe finds the word list](../findings/2024-word-list-probe.md)

## Scope note

Lists only.
`,
  'wiki/lenses/behavioral.md': `---
type: lens
title: Behavioral
writers: ["@mo"]
---

See [the probe](../findings/2024-word-list-probe.md) and [recall](../concepts/recall.md).
`,
  'wiki/threads/kept-lists.md': `---
type: thread
title: Kept lists
status: exploring
essay:
writers: ["@mo"]
---

From [the probe](../findings/2024-word-list-probe.md).
`,
  'wiki/researchers/mo.md': `---
type: researcher
title: Mo
writers: ["@mo"]
---

Wrote [the probe](../findings/2024-word-list-probe.md).
`,
  'raw/papers/source-2024-word-list.md': `---
type: source
title: Word lists
authors: [Mo]
date: 2024-03-01
venue: arXiv
url: https://example.org/word-list
writers: ["@mo"]
---

A paper on word lists.
`,
  'raw/papers/full-text.md': 'The whole paper, kept as it is.\n',
  'wiki/findings/_index.md': '# wiki/findings/\n',
  'wiki/open-questions.md': '# Open questions\n',
};

/** What is said of the wiki with some texts replaced: `rule: message`. */
function told(path: string, from: string, to: string): readonly string[] {
  const text = WIKI[path]!;
  assert.ok(text.includes(from), from);
  const files = { ...WIKI, [path]: text.replace(from, to) };
  const drawn = fixture(
    `=== research-wiki.yaml\n${yaml}\n${Object.entries(files)
      .map(([name, own]) => `=== ${name}\n${own}`)
      .join('\n')}`,
  );
  return allRules
    .filter(({ id }) => /^(?:structure|front-matter|schema|links)\//.test(id))
    .flatMap(rule => foundBy(rule, drawn).map(({ problem }) => `${rule.id}: ${problem.message}`));
}

const FINDING = 'wiki/findings/2024-word-list-probe.md';
const CONCEPT = 'wiki/concepts/recall.md';
const SOURCE = 'raw/papers/source-2024-word-list.md';

test('nothing is said of pages that follow it', () =>
  assert.deepEqual(told(FINDING, 'A linear probe.', 'A probe.'), []));

const rules: readonly (readonly [string, string, string, ...string[]])[] = [
  [FINDING, 'type: finding\n', '', 'front-matter/missing-field: field "type" is missing in the front matter'],
  [
    CONCEPT,
    'title: Recall\n',
    '',
    'front-matter/missing-field: field "title" is missing in the front matter',
  ],
  [
    CONCEPT,
    'writers: ["@mo"]',
    'writers: []',
    'front-matter/invalid-value: "writers" must have at least 1 item',
  ],
  [CONCEPT, 'writers: ["@mo"]', 'writers: "@mo"', 'front-matter/invalid-value: "writers" must be a list'],
  [SOURCE, 'venue: arXiv\n', '', 'front-matter/missing-field: field "venue" is missing in the front matter'],
  [SOURCE, 'authors: [Mo]', 'authors: Mo', 'front-matter/invalid-value: "authors" must be a list'],
  [
    SOURCE,
    'https://example.org/word-list',
    'example.org',
    'front-matter/invalid-value: "example.org" is no web address',
  ],
  [
    FINDING,
    '2024-03-01',
    '2024-03',
    'front-matter/invalid-value: "2024-03" is no day of the calendar (YYYY-MM-DD)',
  ],
  [FINDING, '2024-03-01', '2023-03-01', 'front-matter/date-in-name: the file name says 2024'],
  [
    FINDING,
    'models:\n  - Small model\n',
    '',
    'front-matter/missing-field: field "models" is missing in the front matter',
  ],
  [
    FINDING,
    'status: working',
    'status: ready',
    'front-matter/invalid-value: "ready" is none of draft, working, stable',
  ],
  [
    'wiki/threads/kept-lists.md',
    'exploring',
    'draft',
    'front-matter/invalid-value: "draft" is none of exploring, developing, ready, published',
  ],
  [
    FINDING,
    '## Method\n\nA linear probe.\n\n',
    '',
    'structure/missing-section: section "Method" is missing, or "Observed phenomenon" instead',
  ],
  [CONCEPT, '## Scope note\n\nLists only.\n', '', ''],
  [
    CONCEPT,
    '## Scope note',
    '## What this concept is not\n\nNot memory.\n\n## Definition',
    'structure/duplicate-section: section "Definition" is there already',
  ],
  [
    CONCEPT,
    '## Definition',
    '## Scope note\n\nFirst.\n\n## Definition',
    'structure/section-order: "Scope note" should stand after "Instantiating findings"',
    'structure/duplicate-section: section "Scope note" is there already',
  ],
  [FINDING, '- [Recall](../concepts/recall.md) — shown', '- Recall — shown', 'links/missing-relation: '],
  [FINDING, '[Mo 2024](../../raw/papers/source-2024-word-list.md)', 'Mo 2024', 'links/missing-relation: '],
  [
    CONCEPT,
    '- [A probe finds the word list](../findings/2024-word-list-probe.md)',
    'None.',
    'links/missing-relation: ',
    'links/not-listed-back: ',
  ],
  [
    CONCEPT,
    'findings/2024-word-list-probe.md',
    'findings/2024-gone.md',
    'links/broken-page: ',
    'links/not-listed-back: ',
  ],
  [
    CONCEPT,
    'type: concept',
    'type: lens',
    'structure/wrong-folder: this folder holds concepts; a lens belongs in "wiki/lenses/*.md"',
  ],
];

for (const [path, from, to, ...messages] of rules) {
  test(`${path.split('/')[1]}: ${JSON.stringify(from.slice(0, 30))} → ${messages.join(', ') || 'nothing is said'}`, () => {
    const found = told(path, from, to);
    for (const message of messages)
      assert.ok(
        message === '' ? found.length === 0 : found.some(each => each.startsWith(message)),
        found.join('\n'),
      );
  });
}

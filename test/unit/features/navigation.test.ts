import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Asker } from '../../../server/src/features/asker.ts';
import { documentLinks } from '../../../server/src/features/navigation/document-links.ts';
import { instancesOf } from '../../../server/src/features/navigation/instances.ts';
import { linkDefinition } from '../../../server/src/features/navigation/link-definition.ts';
import { linkHighlights } from '../../../server/src/features/navigation/link-highlights.ts';
import { linkReferences } from '../../../server/src/features/navigation/link-references.ts';
import type { FilePlace } from '../../../server/src/features/navigation/places.ts';
import { typeDefinition } from '../../../server/src/features/navigation/type-definition.ts';
import { type Fixture, fixture } from '../rules/fixture.ts';

const WIKI = `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    fields: { properties: { lenses: { type: array, items: { page: lens } } } }
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Findings, unless: [adjacent] } }]
  concept: { files: "concepts/*.md" }
  lens: { files: "lenses/*.md" }
=== lenses/cognitive.md
# Cognitive
=== concepts/recall.md
---
aliases: [Retrieval of facts]
---

# Recall

## What it is

## Findings
=== data/doses.csv
dose,rate
1,2
`;

/** Places as `path: text`, an empty place as `path:`. */
const shown = ({ files }: Fixture, places: readonly FilePlace[] | undefined): readonly string[] =>
  (places ?? []).map(({ path, span }) =>
    `${path}: ${files.get(path)!.slice(span.start, span.end)}`.trimEnd(),
  );

const finding = (body: string): string => `${WIKI}=== findings/probe.md\n${body}`;

suite('definition', () => {
  const lead = (source: string, asker: Asker = 'markdown-editor') => {
    const drawn = fixture(source);
    const { path, offset } = drawn.cursor!;
    return shown(drawn, linkDefinition(drawn.wiki, path, offset, asker));
  };

  for (const [what, body, to] of [
    ['a field', '---\nlenses: [cognitive]\n           ↑\n---\n', 'lenses/cognitive.md:'],
    [
      'a table of the front matter',
      '---\ntables: [../data/doses.csv]\n             ↑\n---\n',
      'data/doses.csv:',
    ],
    ['a page path', 'See concepts/recall there.\n        ↑\n', 'concepts/recall.md:'],
    ['a title in plain words', 'What recall does.\n       ↑\n', 'concepts/recall.md:'],
    [
      'an alias of several words',
      'The retrieval of facts is slow.\n              ↑\n',
      'concepts/recall.md:',
    ],
    ['a destination', '[this](../concepts/recall.md)\n               ↑\n', 'concepts/recall.md:'],
    ['a table', '[this](../data/doses.csv)\n               ↑\n', 'data/doses.csv:'],
    ['a definition', '[this][r]\n\n[r]: ../concepts/recall.md\n           ↑\n', 'concepts/recall.md:'],
    ['the text of a link', '[this one](../concepts/recall.md)\n  ↑\n', 'concepts/recall.md:'],
    [
      'the text of a link to a heading',
      '[this one](../concepts/recall.md#what-it-is)\n  ↑\n',
      'concepts/recall.md: ## What it is',
    ],
  ] as const) {
    test(`${what} leads to its page`, () => assert.deepEqual(lead(finding(body)), [to]));
  }

  for (const [what, body, to] of [
    [
      'a destination with an anchor',
      '[this](../concepts/recall.md#what-it-is)\n               ↑\n',
      'concepts/recall.md: ## What it is',
    ],
    [
      'a label',
      '[this][r] is it.\n       ↑\n\n[r]: ../concepts/recall.md\n',
      'findings/probe.md: [r]: ../concepts/recall.md',
    ],
  ] as const) {
    test(`${what} is left to VS Code and followed for others`, () => {
      assert.deepEqual(lead(finding(body)), []);
      assert.deepEqual(lead(finding(body), 'plain-editor'), [to]);
    });
  }

  for (const [what, body] of [
    ['code', 'The `recall` flag.\n       ↑\n'],
    ['a broken link', '[this](../concepts/none.md)\n              ↑\n'],
    ['a word of its own title', '# Probe\n   ↑\n'],
    ['a file name that is no title', 'See doses now.\n     ↑\n'],
  ] as const) {
    test(`nothing for ${what}`, () => assert.deepEqual(lead(finding(body), 'plain-editor'), []));
  }
});

suite('references', () => {
  const uses = (source: string, asker: Asker = 'markdown-editor') => {
    const drawn = fixture(source);
    const { path, offset } = drawn.cursor!;
    return shown(drawn, linkReferences(drawn.wiki, path, offset, asker));
  };
  const LINKING = `${finding(`---
lenses: [cognitive]
---

See [it](../concepts/recall.md#recall), [it](../concepts/recall.md#what-it-is), concepts/recall, [it][r].

[r]: ../concepts/recall.md
`)}=== lenses/cognitive.md
# Cognitive
     ↑
`;
  const onRecall = (line: string, column: number) =>
    LINKING.replace(/ *↑\n/, '').replace(`\n${line}\n`, `\n${line}\n${' '.repeat(column)}↑\n`);

  test('on a page’s title: its backlinks, fields too', () => {
    assert.deepEqual(uses(LINKING), ['findings/probe.md: cognitive']);
  });

  test('on a title, without what VS Code lists behind the heading', () => {
    assert.deepEqual(uses(onRecall('# Recall', 3)), [
      'findings/probe.md: ../concepts/recall.md',
      'findings/probe.md: concepts/recall',
      'findings/probe.md: r',
    ]);
    assert.equal(uses(onRecall('# Recall', 3), 'plain-editor').length, 4);
  });

  test('on a heading: links to it, which VS Code lists itself', () => {
    assert.deepEqual(uses(onRecall('## What it is', 5)), []);
    assert.deepEqual(uses(onRecall('## What it is', 5), 'plain-editor'), [
      'findings/probe.md: ../concepts/recall.md',
    ]);
  });

  test('on a destination: for VS Code only what it does not know', () => {
    const source = onRecall('[r]: ../concepts/recall.md', 10);
    assert.deepEqual(uses(source), ['findings/probe.md: concepts/recall']);
    assert.equal(uses(source, 'plain-editor').length, 4);
  });

  test('on a label that leads out of the wiki: its uses in the page', () => {
    const body = '[a][x] and [b][x].\n    ↑\n\n[x]: https://example.org\n';
    assert.equal(uses(finding(body), 'plain-editor').length, 3);
  });
});

test('highlights: all that leads to the page of the link under the cursor', () => {
  const drawn = fixture(
    finding('[a](../concepts/recall.md), concepts/recall and [b](../lenses/cognitive.md)\n ↑\n'),
  );
  const spans = linkHighlights(drawn.wiki, drawn.cursor!.path, drawn.cursor!.offset) ?? [];
  assert.deepEqual(
    shown(
      drawn,
      spans.map(span => ({ path: 'findings/probe.md', span })),
    ),
    ['findings/probe.md: [a](../concepts/recall.md)', 'findings/probe.md: concepts/recall'],
  );
});

test('document links: fields and tables in VS Code, everything elsewhere', () => {
  const drawn = fixture(
    finding(
      '---\nlenses: [cognitive]\ntables: [../data/doses.csv]\n---\n\n[a](../concepts/recall.md) <https://a.org> [b](none.md)\n',
    ),
  );
  const page = drawn.wiki.pages.get('findings/probe.md')!;
  const targets = (asker: Asker) =>
    documentLinks(drawn.wiki, page, asker).map(({ to }) => ('url' in to ? to.url : to.path));
  assert.deepEqual(targets('markdown-editor'), ['lenses/cognitive.md', 'data/doses.csv']);
  assert.deepEqual(targets('plain-editor'), [
    'lenses/cognitive.md',
    'data/doses.csv',
    'concepts/recall.md',
    'https://a.org',
  ]);
});

test('implementation: pages that name this one in a section whose links are asked for', () => {
  const drawn = fixture(
    `${finding('# Probe\n\nSee [it](../concepts/recall.md).\n\n## Concepts\n\n- [Recall](../concepts/recall.md)\n')}`,
  );
  const places = instancesOf(drawn.wiki, drawn.wiki.pages.get('concepts/recall.md')!);
  assert.deepEqual(
    places.map(({ span }) => drawn.files.get('findings/probe.md')!.slice(0, span.start).split('\n').length),
    [7],
  );
});

test('type definition: the entry of the page’s type in the configuration', () => {
  const { wiki, schemaFile } = fixture(finding('# Probe\n'));
  const found = typeDefinition(wiki.pages.get('findings/probe.md')!, schemaFile);
  assert.equal(schemaFile!.text.slice(found!.span.start, found!.span.end), 'finding');
  assert.equal(typeDefinition(wiki.pages.get('findings/probe.md')!, undefined), undefined);
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { reliedOnBy, reliesOn } from '../../../server/src/features/evidence.ts';
import { graphAround, graphOf, shapeOf } from '../../../server/src/features/graph.ts';
import { foldsOf, outlineOf } from '../../../server/src/features/outline.ts';
import { sentenceAt } from '../../../server/src/features/sentence-at.ts';
import { wikiSymbols } from '../../../server/src/features/wiki-symbols.ts';
import { fixture } from '../rules/fixture.ts';

const { wiki } = fixture(`
=== findings/probe.md
---
lenses: [cognitive]
---

# Probe

## Concepts

- [Recall](../concepts/recall.md) and [again](../concepts/recall.md#what)

## Sources

See concepts/recall.
=== concepts/recall.md
---
aliases: [Retrieval]
---

# Recall

## What
=== concepts/alone.md
# Alone

[Itself](alone.md)
=== lenses/cognitive.md
# Cognitive
`);
const page = (path: string) => wiki.pages.get(path)!;

suite('the graph of a wiki', () => {
  test('what a page relies on, with the sections that say so', () => {
    assert.deepEqual(
      reliesOn(wiki, page('findings/probe.md')).map(({ page: { title }, sections, spans }) => [
        title,
        sections,
        spans.length,
      ]),
      [
        ['Cognitive', [], 1],
        ['Recall', ['Concepts', 'Sources'], 3],
      ],
    );
  });

  test('who relies on a page', () => {
    const [first, ...others] = reliedOnBy(wiki, page('concepts/recall.md'));
    assert.deepEqual([first!.page.path, first!.spans.length, others], ['findings/probe.md', 3, []]);
  });

  test('orphans and groups; a link to itself connects nothing', () => {
    const { orphans, components } = shapeOf(graphOf(wiki));
    assert.deepEqual(
      [orphans.map(({ path }) => path), components],
      [['concepts/alone.md', 'findings/probe.md'], 2],
    );
  });

  test('only what is around some pages', () => {
    const around = graphAround(graphOf(wiki), new Set([page('lenses/cognitive.md')]));
    assert.deepEqual(
      around.pages.map(({ title }) => title),
      ['Probe', 'Cognitive'],
    );
    assert.equal(around.edges.length, 1);
  });
});

test('symbols: pages by title and alias, the closest first', () => {
  const names = (query: string, asker: 'markdown-editor' | 'plain-editor' = 'plain-editor') =>
    wikiSymbols(wiki, query, asker).map(({ name }) => name);
  assert.deepEqual(names('re'), ['Recall', 'Retrieval', 'Probe']);
  assert.deepEqual(names('retrieval'), ['Retrieval']);
  assert.deepEqual(names('cgn'), ['Cognitive']);
  assert.deepEqual(names('xyz'), []);
  assert.deepEqual(names('re', 'markdown-editor'), ['Retrieval'], 'VS Code lists headings itself');
});

test('the outline is a tree; folds are the front matter and, beside VS Code, the sections', () => {
  const recall = page('concepts/recall.md');
  assert.deepEqual(
    outlineOf(recall).map(({ name, children }) => [name, children.map(child => child.name)]),
    [['Recall', ['What']]],
  );
  assert.deepEqual(foldsOf(recall, 'markdown-editor'), [{ first: 0, last: 2 }]);
  assert.deepEqual(foldsOf(recall, 'plain-editor').slice(0, 2), [
    { first: 0, last: 2 },
    { first: 4, last: 6 },
  ]);
});

test('the sentence around a place, and the line where there is no prose', () => {
  const drawn = fixture(`
=== a.md
---
lenses: [x]
---

One goes first. Then comes [the *second*](b.md#c), they say. Third.

| a |
| --- |
| [cell](b.md) |
`);
  const at = (text: string) => {
    const start = drawn.files.get('a.md')!.indexOf(text);
    return sentenceAt(drawn.wiki, drawn.wiki.pages.get('a.md')!, { start, end: start + text.length });
  };
  assert.equal(at('b.md#c'), 'Then comes the second, they say.');
  assert.equal(at('x'), 'lenses: [x]');
  assert.equal(at('b.md)'), '| [cell](b.md) |');
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { backlinksLens } from '../../../server/src/features/lenses/backlinks-lens.ts';
import type { LensKind } from '../../../server/src/features/lenses/lens.ts';
import { listingsLens } from '../../../server/src/features/lenses/listings-lens.ts';
import { fixture } from '../rules/fixture.ts';

const WIKI = `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Findings, unless: [adjacent] } }]
  concept: { files: "concepts/*.md" }
  thread: { files: "threads/*.md" }
=== concepts/recall.md
# Recall

## Findings

- [Probe](../findings/probe.md)
=== concepts/memory.md
# Memory
=== findings/probe.md
# Probe

## Concepts

- [Recall](../concepts/recall.md)
- [Memory](../concepts/memory.md)
=== findings/second.md
# Second

## Concepts

- [Recall](../concepts/recall.md)
=== findings/third.md
# Third

## Concepts

- [Recall](../concepts/recall.md), adjacent
=== threads/long.md
# Long

[Recall](../concepts/recall.md)
=== index.md
# Index
`;

/** What the lenses of a kind say over a page, each behind the text it stands over, with where a click leads. */
function lenses(kind: LensKind, path: string): readonly string[] {
  const { wiki, files } = fixture(WIKI);
  const page = wiki.pages.get(path)!;
  return kind.placesIn(wiki, page).map(({ span, subject }) => {
    const over = files.get(path)!.slice(span.start, span.end);
    const places = kind.leadsTo(wiki, page, subject).map(place => place.path);
    return `${over}: ${kind.titleOf(wiki, page, subject)} → ${places.join(', ')}`;
  });
}

suite('lenses', () => {
  test('who links to a page, by type in the schema’s order', () => {
    assert.deepEqual(lenses(backlinksLens, 'concepts/recall.md'), [
      'Recall: 3 findings and 1 thread link here → findings/probe.md, findings/second.md, findings/third.md, threads/long.md',
    ]);
    assert.deepEqual(lenses(backlinksLens, 'threads/long.md'), ['Long: no page links here → ']);
  });

  test('nothing over a page outside of all types that nobody links to', () => {
    assert.deepEqual(lenses(backlinksLens, 'index.md'), []);
  });

  test('who is not listed back where the schema asks for it; who owes nothing does not count', () => {
    assert.deepEqual(lenses(listingsLens, 'concepts/recall.md'), [
      'Findings: 2 findings name this page, 1 not listed → findings/second.md',
    ]);
  });

  test('who does not list this page back', () => {
    assert.deepEqual(lenses(listingsLens, 'findings/probe.md'), [
      'Concepts: listed back by 1 of 2 concepts → findings/probe.md',
    ]);
  });

  test('nothing where no relation asks for anything', () => {
    assert.deepEqual(lenses(listingsLens, 'threads/long.md'), []);
    assert.deepEqual(lenses(listingsLens, 'concepts/memory.md'), []);
    assert.deepEqual(lenses(listingsLens, 'findings/third.md'), [], 'it owes and is owed nothing');
  });
});

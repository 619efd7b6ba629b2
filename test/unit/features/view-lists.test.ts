import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Grouping, pageGroups, pagesOfGroup } from '../../../server/src/features/views/page-groups.ts';
import { parted } from '../../../server/src/features/views/parts.ts';
import { fixture } from '../rules/fixture.ts';

const itself = (name: string) => name;
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

suite('a long list in parts', () => {
  test('a short one is a list by name, numbers by their size', () => {
    assert.deepEqual(parted(['b 10', 'a', 'B 9'], itself), { parts: [], items: ['a', 'B 9', 'b 10'] });
  });

  test('a long one is divided by the letters that follow what all begin with', () => {
    const { parts, items } = parted([...many(400, 'Study a'), ...many(400, 'Study B'), 'study c'], itself);
    assert.deepEqual(
      parts.map(({ key, label, items: own }) => [key, label, own.length]),
      [
        ['study a', 'Study a', 400],
        ['study b', 'Study B', 400],
      ],
    );
    assert.deepEqual(items, ['study c']);
  });

  test('a part that is long itself is divided further, and all names are reached once', () => {
    const names = [...many(3000, 'x'), ...many(20, 'y'), 'x'];
    const reached: string[] = [];
    const walk = (part?: string) => {
      const { parts, items } = parted(names, itself, part);
      reached.push(...items);
      for (const { key } of parts) walk(key);
    };
    walk();
    assert.deepEqual(reached.sort(), names.sort());
  });

  test('more names that are the same than a list holds stay together', () => {
    const { parts, items } = parted(
      many(600, '').map(() => 'Untitled'),
      itself,
    );
    assert.deepEqual([parts.length, items.length], [0, 600]);
  });

  test('no character is cut in half', () => {
    const { parts } = parted([...many(300, '𝒜'), ...many(300, '𝒞')], itself);
    assert.deepEqual(
      parts.map(({ label }) => label),
      ['𝒜', '𝒞'],
    );
  });
});

suite('pages in groups', () => {
  const { wiki } = fixture(`
=== research-wiki.yaml
version: 1
extends: null
pages:
  thread: { files: "threads/*.md" }
  finding:
    files: "findings/*.md"
    fields: { properties: { status: { enum: [stable, Draft] } } }
=== findings/a.md
---
status: draft
---
# Probes recall
=== findings/b.md
---
status: odd
aliases: [lists]
---
# Probes repeat
=== threads/old.md
---
type: memo
---
# A memo
=== index.md
# Start
`);
  const grouped = (by: Grouping, filter = '') =>
    pageGroups(wiki, by, filter).map(({ key, pages }) => [key, ...pages.map(({ path }) => path)]);

  test("by type: in the schema's order, then types that it does not know, pages without one last", () => {
    assert.deepEqual(grouped('type'), [
      ['finding', 'findings/a.md', 'findings/b.md'],
      ['memo', 'threads/old.md'],
      ['', 'index.md'],
    ]);
  });

  test("by status: in the schema's order, then others, pages without one last", () => {
    assert.deepEqual(grouped('status'), [
      ['draft', 'findings/a.md'],
      ['odd', 'findings/b.md'],
      ['', 'threads/old.md', 'index.md'],
    ]);
  });

  test('by folder: the top folder first', () => {
    assert.deepEqual(grouped('folder'), [
      ['', 'index.md'],
      ['findings', 'findings/a.md', 'findings/b.md'],
      ['threads', 'threads/old.md'],
    ]);
  });

  test('every word of a filter must be found: in title, alias, path, type or status', () => {
    assert.deepEqual(grouped('type', 'PROBES lists'), [['finding', 'findings/b.md']]);
    assert.deepEqual(grouped('type', 'finding draft'), [['finding', 'findings/a.md']]);
    assert.deepEqual(grouped('folder', 'old memo'), [['threads', 'threads/old.md']]);
    assert.deepEqual(grouped('type', 'nothing such'), []);
    assert.deepEqual(
      pagesOfGroup(wiki, 'type', 'finding', 'recall').map(({ path }) => path),
      ['findings/a.md'],
    );
  });
});

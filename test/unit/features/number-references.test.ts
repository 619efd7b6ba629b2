import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { numberDefinition } from '../../../server/src/features/number-definition.ts';
import { numberHighlights, numberReferences } from '../../../server/src/features/number-references.ts';
import { type Fixture, fixture } from '../rules/fixture.ts';

const text = ({ files }: Fixture, path: string, { start, end }: { start: number; end: number }) =>
  `${path}: ${files.get(path)!.slice(start, end)}`;

/** The numbers that speak of what is at the cursor. */
function references(source: string): string[] | undefined {
  const drawn = fixture(source);
  const found = numberReferences(drawn.wiki, drawn.cursor!.path, drawn.cursor!.offset);
  if (!found) return undefined;
  const all: string[] = [];
  for (let step = found.steps.next(); !step.done; step = found.steps.next())
    all.push(...step.value.map(({ path, span }) => text(drawn, path, span)));
  return all;
}

function definitions(source: string): string[] | undefined {
  const drawn = fixture(source);
  const found = numberDefinition(drawn.wiki, drawn.cursor!.path, drawn.cursor!.offset);
  return found?.map(({ path, span }) => text(drawn, path, span));
}

const PAGE = (table: string) => `=== findings/2024-probe.md
---
tables: [../data/${table}]
---
The large probe has a recall of 74.1.
=== findings/2024-other.md
It is [74.1](../data/${table}#large-probe/recall), while the small probe has a recall of [52.0](../data/${table}#small-probe/recall).
`;

suite('numbers that speak of a cell', () => {
  for (const [table, content] of [
    ['r.csv', 'model,recall\nsmall probe,52.0\nlarge probe,74.1\n             ↑\n'],
    ['r.tsv', 'model\trecall\nsmall probe\t52.0\nlarge probe\t74.1\n             ↑\n'],
    [
      'r.json',
      '[\n{"model": "small probe", "recall": 52.0},\n{"model": "large probe", "recall": 74.1}\n                                   ↑\n]\n',
    ],
  ] as const)
    test(`in ${table}`, () =>
      assert.deepEqual(references(`${PAGE(table)}=== data/${table}\n${content}`), [
        'findings/2024-other.md: 74.1',
        'findings/2024-probe.md: 74.1',
      ]));

  test('in a table of a source that another page cites, and back', () => {
    const source = `=== sources/paper.md
---
type: source
---

| model | recall |
| --- | --- |
| small probe | 52.0 |
| large probe | 74.1 |
`;
    const finding =
      '=== findings/2024-probe.md\nThe large probe has a recall of 74.1 ([paper](../sources/paper.md)).\n';
    assert.deepEqual(references(`${source}                ↑\n${finding}`), ['findings/2024-probe.md: 74.1']);
    assert.deepEqual(definitions(`${source}${finding}                                ↑\n`), [
      'sources/paper.md: 74.1',
    ]);
  });

  test('nothing at a header, at a place between, and in a file that is no table', () => {
    assert.equal(
      references(`${PAGE('r.csv')}=== data/r.csv\nmodel,recall\n       ↑\nlarge probe,74.1\n`),
      undefined,
    );
    assert.equal(references('=== findings/2024-probe.md\nNothing here.\n    ↑\n'), undefined);
  });
});

suite('where numbers come from', () => {
  const TABLE = '=== data/r.csv\nmodel,recall,precision\nsmall probe,52.0,60.2\nlarge probe,74.1,81.9\n';

  test('all cells of an expression, and of a row that a clause is bound to', () => {
    assert.deepEqual(
      definitions(`=== findings/2024-probe.md
It grew by [22.1](../data/r.csv#difference(small-probe/recall,large-probe/recall)).
            ↑
${TABLE}`),
      ['data/r.csv: 52.0', 'data/r.csv: 74.1'],
    );
    assert.deepEqual(
      definitions(`=== findings/2024-probe.md
The [large probe](../data/r.csv#large-probe) is good.
      ↑
${TABLE}`),
      ['data/r.csv: 74.1', 'data/r.csv: 81.9'],
    );
  });

  test('nothing of a broken anchor, of a table without one, and of plain words', () => {
    for (const line of [
      '[recall](../data/r.csv#lrge/recall)',
      'The [table](../data/r.csv) has it.',
      'Seventy-four, it is said.',
    ])
      assert.equal(definitions(`=== findings/2024-probe.md\n${line}\n  ↑\n${TABLE}`), undefined, line);
  });

  test('the numbers of one cell in one page', () => {
    const drawn = fixture(`=== findings/2024-probe.md
---
tables: [../data/r.csv]
---
The large probe has a recall of 74.1.
                                ↑

It is [74.1](../data/r.csv#large-probe/recall) again, and the small probe has a recall of 52.0.
${TABLE}`);
    const { path, offset } = drawn.cursor!;
    assert.deepEqual(
      numberHighlights(drawn.wiki, path, offset)!.map(span => text(drawn, path, span)),
      ['findings/2024-probe.md: 74.1', 'findings/2024-probe.md: 74.1'],
    );
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Preview, previewOf } from '../../../server/src/features/preview/preview-of.ts';
import { fixture } from '../rules/fixture.ts';

const TABLE = `
=== data/recall.csv
model,recall,precision
tiny probe,12.0,10.2
small probe,52.0,60.2
large probe,74.1,81.9
`;

const PAGE = 'findings/2024-probe.md';

/** The preview of a finding with a table in scope. */
function preview(lines: string, others = TABLE): Preview {
  const { wiki } = fixture(`=== ${PAGE}\n---\ntables: [../data/recall.csv]\n---\n${lines}${others}`);
  return previewOf(wiki, PAGE)!;
}

const cellsShown = ({ tables }: Preview) => tables[0]!.rows.map(row => row.map(({ text }) => text).join(' '));

suite('what a preview shows', () => {
  test('of a number: the row of its table, with the cell that is meant', () => {
    const [number] = preview('The large probe has a recall of 74.1.').numbers;
    assert.equal(number!.claim.verdict, 'supported');
    assert.deepEqual(number!.excerpt, {
      table: 'recall.csv',
      columns: ['model', 'recall', 'precision'],
      rows: [
        [
          { text: 'large probe', meant: false },
          { text: '74.1', meant: true },
          { text: '81.9', meant: false },
        ],
      ],
    });
  });

  test('of a contradicted number: what it should be', () => {
    const { numbers } = preview('It is [74.2](../data/recall.csv#large-probe/recall) now.');
    assert.deepEqual(
      numbers.map(({ claim, expected }) => [claim.text, claim.verdict, expected]),
      [['74.2', 'contradicted', '74.1']],
    );
  });

  test('no contradiction that the page silences', () => {
    const silence = '<!--lint ignore claims/bound-value -- as first printed-->';
    assert.deepEqual(preview(`It is [74.2](../data/recall.csv#large-probe/recall). ${silence}`).numbers, []);
  });

  test('broken links of every kind, each destination once, with the reason', () => {
    const { brokenLinks } = preview(
      `
[a](../concepts/calm.md) [b](../concepts/calm.md) ![c](../data/gone.csv) [d](../concepts/Recall.md)
[e](../concepts/recall.md#no-such) [f][r] [74.1](../data/recall.csv#huge-probe/recall)
[g](../concepts/recall.md) [h](https://example.org)

[r]: ../threads/gone.md
`,
      `${TABLE}=== concepts/recall.md\n# Recall\n`,
    );
    assert.deepEqual(
      new Map(brokenLinks.map(({ destination, reason }) => [destination, reason.split(';')[0]])),
      new Map([
        ['../concepts/calm.md', 'no page at "concepts/calm.md"'],
        ['../data/gone.csv', 'no file at "data/gone.csv"'],
        ['../threads/gone.md', 'no page at "threads/gone.md"'],
        ['../concepts/Recall.md', 'the file is "concepts/recall.md"'],
        ['../concepts/recall.md#no-such', 'no heading "no-such" in "concepts/recall.md"'],
        ['../data/recall.csv#huge-probe/recall', 'recall.csv: no row "huge-probe"'],
      ]),
    );
  });

  test('page paths that name a page, and no others', () => {
    const { pagePaths } = preview(
      'See concepts/recall and concepts/planned.\n',
      '=== concepts/recall.md\n# Recall\n',
    );
    assert.deepEqual(
      pagePaths.map(({ page }) => page.path),
      ['concepts/recall.md'],
    );
  });

  test('who links to the page, with the sentences', () => {
    const { backlinks } = preview(
      '# Probe\n',
      `
=== concepts/recall.md
# Recall

## Instances

It was seen once. The [probe](../findings/2024-probe.md) *shows* it. No more.
`,
    );
    assert.deepEqual(
      backlinks.pages.map(({ page, sections, sentences }) => [page.path, sections, sentences]),
      [['concepts/recall.md', ['Instances'], ['The probe shows it.']]],
    );
    assert.equal(backlinks.more, 0);
  });

  test('who names the page in a field only, without a sentence', () => {
    const { wiki } = fixture(
      '=== lenses/mechanistic.md\n# Mechanistic\n=== findings/2024-a.md\n---\nlenses: [mechanistic]\n---\n# A\n',
    );
    const { backlinks } = previewOf(wiki, 'lenses/mechanistic.md')!;
    assert.deepEqual(
      backlinks.pages.map(({ page, sections, sentences }) => [page.path, sections, sentences]),
      [['findings/2024-a.md', [], []]],
    );
  });

  test('of very many pages that link here the first, and how many more', () => {
    const others = Array.from(
      { length: 60 },
      (_, n) => `=== notes/n${n}.md\n[p](../findings/2024-probe.md)\n`,
    );
    const { backlinks } = preview('# Probe\n', `\n${others.join('')}`);
    assert.equal(backlinks.pages.length + backlinks.more, 60);
    assert.equal(backlinks.pages.length, 40);
  });
});

suite('a table in the place of an image', () => {
  const image = '![Recall](../data/recall.csv)\n\n';

  test('all of a small one, with values to sort by and the cells that the page quotes', () => {
    const { tables } = preview(
      `${image}The large probe has a recall of 74.1. It is [52.1](../data/recall.csv#small-probe/recall) for the small one.\n`,
    );
    const { rows, columns, allRows } = tables[0]!;
    assert.deepEqual(columns, ['model', 'recall', 'precision']);
    assert.equal(allRows, 3);
    assert.deepEqual(
      rows.map(row => row[1]),
      [
        { text: '12.0', value: 12 },
        { text: '52.0', value: 52, quoted: 'contradicted' },
        { text: '74.1', value: 74.1, quoted: 'supported' },
      ],
    );
  });

  test('the row or the column that the anchor names, with the labels', () => {
    assert.deepEqual(cellsShown(preview('![](../data/recall.csv#small-probe)')), ['small probe 52.0 60.2']);
    assert.deepEqual(cellsShown(preview('![](../data/recall.csv#/precision)')), [
      'tiny probe 10.2',
      'small probe 60.2',
      'large probe 81.9',
    ]);
  });

  test('of 100,000 rows the first, and those that the page quotes', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `probe ${n},${n}.5\n`).join('');
    const shown = preview(
      `${image}It is [77777.5](../data/recall.csv#probe-77777/recall).\n`,
      `\n=== data/recall.csv\nmodel,recall\n${rows}`,
    );
    assert.equal(shown.tables[0]!.allRows, 100_000);
    assert.equal(cellsShown(shown).length, 21);
    assert.equal(cellsShown(shown).at(-1), 'probe 77777 77777.5');
  });

  test('not more than a page can bear, however many tables and columns', () => {
    const columns = Array.from({ length: 300 }, (_, n) => `c${n}`).join(',');
    const row = `${Array.from({ length: 300 }, (_, n) => `${n}`).join(',')}\n`;
    const names = Array.from({ length: 40 }, (_, n) => `t${n}`);
    const { tables } = preview(
      names.map(name => `![](../data/${name}.csv)\n\n`).join(''),
      `\n${names.map(name => `=== data/${name}.csv\n${columns}\n${row.repeat(50)}`).join('')}`,
    );
    assert.equal(tables.length, 40);
    const cells = tables.reduce((sum, { rows }) => sum + rows.length * rows[0]!.length, 0);
    assert.ok(cells < 3500, `${cells} cells`);
    for (const { rows, allColumns } of tables) assert.ok(rows.length >= 3 && allColumns === 300);
  });

  test('nothing where the file is gone', () => {
    assert.deepEqual(preview(image, '\n').tables, []);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { fixture } from '../rules/fixture.ts';

const TABLE = `=== data/recall.csv
model,recall,precision
tiny probe,12.0,10.2
small probe,52.0,60.2
mid probe,55.0,63
middle probe,60,61
large probe,74.1,81.9
`;

/** The hover at the cursor of a page with the table in scope. */
function card(lines: string, table = TABLE): string {
  const { wiki, cursor } = fixture(
    `=== findings/2024-probe.md\n---\ntables: [../data/recall.csv]\n---\n${lines}${table}`,
  );
  return hoverAt(wiki, cursor!.path, cursor!.offset, 'plain-editor')?.markdown ?? '';
}

suite('what a number shows', () => {
  test('one that agrees: the cell in the rows around it', () =>
    assert.equal(
      card(`
The large probe has a recall of 74.1.
                                ↑
`),
      `**74.1** agrees

It agrees with 74.1 in recall.csv, large probe, recall.

recall.csv (5 rows)

| model | recall | precision |
| --- | --- | --- |
| mid probe | 55.0 | 63 |
| middle probe | 60 | 61 |
| large probe | **▸ 74.1** | 81.9 |`,
    ));

  test('one that contradicts: the cell that it should be, and why', () => {
    const shown = card(`
The large probe has a recall of 71.4.
                                ↑
`);
    assert.match(shown, /^\*\*71\.4\*\* contradicted\n\nThe words around it name 74\.1 in recall\.csv/);
    assert.match(shown, /\*\*▸ 74\.1\*\*/);
  });

  test('one that follows from two cells: both, with a gap between', () =>
    assert.match(
      card(`
With the large probe, recall is 22.1 points higher than with the small probe.
                                ↑
`),
      /\| small probe \| \*\*▸ 52\.0\*\* .*\n\| … \| … \| … \|\n\| large probe \| \*\*▸ 74\.1\*\*/,
    ));

  test('one bound to an expression: its value', () => {
    const shown = card(`
It grew by [23](../data/recall.csv#change(small-probe/recall,large-probe/recall)).
            ↑
`);
    assert.match(shown, /^\*\*23\*\* contradicted \(bound\)/);
    assert.match(shown, /42\.5 %, the change of 2 cells/);
  });

  test('one that is not checked: what it may speak of', () =>
    assert.match(
      card(`
It comes to 61 in the end.
            ↑
`),
      /^\*\*61\*\* not checked\n\nIt agrees with 61 [^]*\n\nIt may speak of:\n- 61 in recall\.csv, middle probe, precision$/,
    ));

  test('one without any table, and one bound to a count of pages', () => {
    const bare = fixture('=== findings/2024-probe.md\nIt took 12 days.\n        ↑\n');
    assert.match(
      hoverAt(bare.wiki, 'findings/2024-probe.md', bare.cursor!.offset, 'plain-editor')!.markdown,
      /no table/i,
    );
    assert.equal(
      card(`
Findings: [3](wiki:finding).
           ↑
`),
      '**3** contradicted (bound)\n\nThe wiki has 1 page of type finding.',
    );
  });

  test('nothing of a cell is taken for Markdown or HTML', () => {
    const shown = card(
      `
The large probe has a recall of 74.1.
                                ↑
`,
      '=== data/recall.csv\nmodel,recall\n<img src=x> | *a*,52.0\nlarge probe,74.1\n',
    );
    assert.ok(shown.includes('| \\<img src=x\\> \\| \\*a\\* | 52.0 |'), shown);
  });

  test('a wide table: the labels, the cell, and what stands near it', () => {
    const header = Array.from({ length: 20 }, (_, index) => `metric ${String.fromCharCode(97 + index)}`);
    const row = header.map((_, index) => String(index * 3 + 0.5));
    const shown = card(
      `
The large probe has a metric m of 36.5.
                                  ↑
`,
      `=== data/recall.csv\nmodel,${header.join(',')}\nlarge probe,${row.join(',')}\nsmall probe,${row.map(() => '1.5').join(',')}\n`,
    );
    assert.match(shown, /\n\| model (?:\| metric \w ){5}\|\n/);
    assert.match(shown, /▸ 36\.5/);
  });
});

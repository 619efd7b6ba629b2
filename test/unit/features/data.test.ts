import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bindAll } from '../../../server/src/features/data/bind-all.ts';
import { linkTable } from '../../../server/src/features/data/link-table.ts';
import { tablesAtHand } from '../../../server/src/features/data/tables-at-hand.ts';
import { valuesOfTable } from '../../../server/src/features/data/values-of-table.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { fixture } from '../rules/fixture.ts';

const CSV = `=== data/recall.csv
model,n,recall
small probe,1.2M,52.0%
large probe,3M,74.1% ± 0.3
=== data/other.csv
a,b
x,1
=== notes.json
{"a": 1}
`;

function page(text: string, schema = '') {
  const { wiki, files } = fixture(`${schema}=== findings/probe.md\n${text}\n${CSV}`);
  const path = 'findings/probe.md';
  return { wiki, page: wiki.pages.get(path)!, text: files.get(path)! };
}

test('the tables of the page come first; a JSON file is none unless somebody says so', () => {
  const { wiki, page: probe } = page('[data](../data/recall.csv)');
  assert.deepEqual(
    tablesAtHand(wiki, probe).map(({ path, linked }) => [path, linked]),
    [
      ['data/recall.csv', true],
      ['data/other.csv', false],
    ],
  );
});

test('the values of a table are links that bind, units in words left out', () => {
  const { wiki } = page('');
  const values = valuesOfTable(
    'data/recall.csv',
    wiki.sources.tableAt('data/recall.csv')!,
    'findings/probe.md',
  );
  assert.deepEqual(
    values.map(({ row, column, newText }) => `${row}, ${column}: ${newText}`),
    [
      'small probe, n: [1.2M](../data/recall.csv#small-probe/n)',
      'small probe, recall: [52.0%](../data/recall.csv#small-probe/recall)',
      'large probe, n: [3M](../data/recall.csv#large-probe/n)',
      'large probe, recall: [74.1%](../data/recall.csv#large-probe/recall)',
    ],
  );
});

suite('linking a table', () => {
  const linked = (before: string, after: string, schema = '') => {
    const { wiki, page: probe, text } = page(before, schema);
    const edit = linkTable(wiki, probe, 'data/recall.csv');
    assert.ok(edit && 'newText' in edit);
    assert.equal(applyEdits(text, [edit]).trimEnd(), after);
  };

  test('adds the field, or one more entry in its style', () => {
    linked('---\ndate: 2024-01-01\n---\nx', '---\ndate: 2024-01-01\ntables:\n  - ../data/recall.csv\n---\nx');
    linked(
      '---\ntables: [../data/other.csv]\n---',
      '---\ntables: [../data/other.csv, ../data/recall.csv]\n---',
    );
    linked(
      '---\ntables:\n  - ../data/other.csv\n---',
      '---\ntables:\n  - ../data/other.csv\n  - ../data/recall.csv\n---',
    );
    linked('---\ntables: []\n---', '---\ntables: [../data/recall.csv]\n---');
    linked(
      '---\ntables: ../data/other.csv\n---',
      '---\ntables: [../data/other.csv, ../data/recall.csv]\n---',
    );
  });

  test('by the name that the wiki gives it', () => {
    const schema = '=== research-wiki.yaml\nversion: 1\ntables: { recall: { file: data/recall.csv } }\n';
    linked('---\ntitle: x\n---', '---\ntitle: x\ntables:\n  - recall\n---', schema);
  });

  test('once is enough, and broken front matter is let be', () => {
    const named = page('---\ntables: [../data/recall.csv]\n---');
    assert.equal(linkTable(named.wiki, named.page, 'data/recall.csv'), undefined);
    const broken = page('---\ntables: [\n---');
    assert.equal(linkTable(broken.wiki, broken.page, 'data/recall.csv'), undefined);
  });
});

test('all supported numbers are bound, what is bound, wrong or in doubt is not', () => {
  const {
    wiki,
    page: probe,
    text,
  } = page(`---
tables: [../data/recall.csv]
---
The small probe has a recall of 52.0%, and the large probe a recall of [74.1%](../data/recall.csv#large-probe/recall).

The large probe reaches a recall of 79.9%. It took 12 days.`);
  const fixes = bindAll(wiki, probe);
  assert.equal(fixes.length, 1);
  const edits = fixes.flatMap(fix => fix.edits.flatMap(edit => ('newText' in edit ? edit : [])));
  assert.match(
    applyEdits(text, edits),
    /recall of \[52\.0\]\(\.\.\/data\/recall\.csv#small-probe\/recall\)%, and/,
  );
});

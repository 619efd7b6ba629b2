import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageFacts } from '../../../server/src/markdown/page-facts.ts';
import { proseOf } from '../../../server/src/markdown/prose-blocks.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { gfmTable } from '../../../server/src/tables/gfm.ts';
import { rowLabel } from '../../../server/src/tables/labels.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import type { Table } from '../../../server/src/tables/table.ts';
import { valueAt } from '../../../server/src/tables/table-values.ts';
import { headersOf, labelsOf, problemsOf, textsOf } from './texts-of.ts';

test('table: a CSV file, with the place of each cell', () => {
  const text = 'species,"wing, mean (mm)"\n"Great ""blue"" heron",1180\nWren, 52.5 \n';
  const table = readTable('birds.csv', text);
  assert.equal(table.format, 'csv');
  assert.deepEqual(headersOf(table), ['species', 'wing, mean (mm)']);
  assert.deepEqual(textsOf(table), [
    ['Great "blue" heron', '1180'],
    ['Wren', '52.5'],
  ]);
  const cell = table.rows[1]![1]!;
  assert.equal(text.slice(cell.span.start, cell.span.end), '52.5');
  assert.equal(table.columns[1]!.unit, 'mm');
  assert.deepEqual(problemsOf(table), []);
});

test('table: TSV by its ending, commas in it are no delimiters', () => {
  const table = readTable('a.tsv', 'city\tpeople\nLund\t94,393\nFalun\t37,291\n');
  assert.equal(table.format, 'tsv');
  assert.deepEqual(textsOf(table), [
    ['Lund', '94,393'],
    ['Falun', '37,291'],
  ]);
});

test('table: a delimiter that the ending does not tell is found by looking', () => {
  const wanted = [
    ['a', '3,14'],
    ['b', '2,72'],
  ];
  assert.deepEqual(textsOf(readTable('x.csv', 'name;value\na;3,14\nb;2,72\n')), wanted);
  assert.deepEqual(textsOf(readTable('x.csv', 'name\tvalue\na\t3,14\nb\t2,72\n')), wanted);
  assert.deepEqual(textsOf(readTable('x.csv', 'name|value\na|3,14\nb|2,72\n')), wanted);
});

test('table: JSON, an array of records, with the place of each value', () => {
  const text =
    '[{"model": "Ada", "score": 71.5, "by": {"age": 3}}, {"score": null, "model": "Bea", "note": "x"}]';
  const table = readTable('r.json', text);
  assert.deepEqual(headersOf(table), ['model', 'score', 'by age', 'note']);
  assert.deepEqual(textsOf(table), [
    ['Ada', '71.5', '3', ''],
    ['Bea', '', '', 'x'],
  ]);
  const at = (row: number, column: number): string => {
    const { span } = table.rows[row]![column]!;
    return text.slice(span.start, span.end);
  };
  assert.equal(at(0, 0), 'Ada');
  assert.equal(at(0, 1), '71.5');
  assert.equal(at(1, 0), 'Bea');
});

test('table: JSON, under one key of an object, and as an array of arrays', () => {
  const wanted = [
    ['a', '1'],
    ['b', '2'],
  ];
  assert.deepEqual(
    textsOf(readTable('x.json', '{"title": "t", "rows": [{"k":"a","v":1},{"k":"b","v":2}]}')),
    wanted,
  );
  assert.deepEqual(textsOf(readTable('x.json', '[["k","v"],["a",1],["b",2]]')), wanted);
});

test('table: JSON of any other shape is no table, and no mistake', () => {
  for (const text of ['{"a": 1}', '[1, 2]', '"x"', '{}', '[]', '[{"a":1}, 2]', '3', 'null']) {
    const table = readTable('x.json', text);
    assert.deepEqual([textsOf(table), problemsOf(table)], [[], []], text);
  }
});

test('table: broken JSON says where', () => {
  const table = readTable('x.json', '[{"a": 1,, "b": 2}]');
  assert.equal(table.rows.length, 0);
  assert.match(problemsOf(table)[0]!, /^tables\/syntax: property name expected/);
  assert.equal(table.problems[0]!.span.start, 9);
});

function tableOfPage(page: string): Table {
  const root = satteriParser('native').parse(page);
  const facts = pageFacts(page, root);
  return gfmTable(proseOf(page, root, facts).tables[0]!, facts.lineStarts);
}

test('table: GFM, mark-up taken out, the place of each cell in the page', () => {
  const page =
    '# T\n\n| lake | *depth* (m) |\n|:--|--:|\n| [Vättern](v.md) | **39.8** |\n| Sommen | 16.9 |\n';
  const table = tableOfPage(page);
  assert.equal(table.format, 'gfm');
  assert.deepEqual(headersOf(table), ['lake', 'depth (m)']);
  assert.deepEqual(textsOf(table), [
    ['Vättern', '39.8'],
    ['Sommen', '16.9'],
  ]);
  const { span } = table.rows[0]![1]!;
  assert.ok(page.slice(span.start, span.end).includes('39.8'));
});

test('table: several header rows are joined by a space', () => {
  const table = readTable(
    'x.csv',
    ',Dev,Dev,Test\nSystem,EM,F1,EM\nours,71.2,80.4,70.9\ntheirs,68.0,77.1,67.7\n',
  );
  assert.equal(table.headerRows, 2);
  assert.deepEqual(headersOf(table), ['System', 'Dev EM', 'Dev F1', 'Test EM']);
});

test('table: a group title under the header is no header', () => {
  const table = readTable('x.csv', 'model,score\nSmall models,\nAda,31.2\nLarge models,\nBea,55.0\n');
  assert.equal(table.headerRows, 1);
  assert.equal(table.rows.length, 4);
});

test('table: years in the header are a header; rows of plain numbers have none', () => {
  assert.deepEqual(headersOf(readTable('x.csv', '2019,2020,2021\n3.5,4.1,4.4\n2.0,2.2,2.9\n')), [
    '2019',
    '2020',
    '2021',
  ]);
  const bare = readTable('x.csv', '1.5,2.25\n3.5,1.75\n');
  assert.equal(bare.headerRows, 0);
  assert.equal(bare.rows.length, 2);
});

test('table: the first column and columns of text hold labels, and what keys: names', () => {
  const text = 'rate (%),model,score,seed\n5,Ada,71.2,1\n10,Ada,70.8,2\n';
  assert.deepEqual(labelsOf(readTable('x.csv', text)), ['rate (%)', 'model']);
  assert.deepEqual(labelsOf(readTable('x.csv', text, { keys: ['Seed'] })), ['rate (%)', 'model', 'seed']);
});

test('table: a blank label means the one above it', () => {
  const table = readTable('x.csv', 'group,answer,share\nYoung,yes,40\n,no,60\nOld,yes,55\n,no,45\n');
  assert.deepEqual(
    table.rows.map((_, row) => rowLabel(table, row)),
    ['Young, yes', 'Young, no', 'Old, yes', 'Old, no'],
  );
});

test('table: long form, several rows of one name', () => {
  const table = readTable('x.csv', 'site,year,count\nNorth,2019,12\nNorth,2020,15\nSouth,2019,9\n');
  assert.deepEqual(labelsOf(table), ['site']);
  assert.equal(table.rows.length, 3);
});

test('table: a header that is a unit’s own name is the unit, one that may be anything is none', () => {
  const table = readTable('x.csv', 'a,days,Hours,second,min,times,percent\nx,1,2,3,4,5,6\n');
  assert.deepEqual(
    table.columns.map(({ unit }) => unit),
    ['', 'days', 'hours', '', '', '', '%'],
  );
});

test('table: units from the header, from the wiki, and none', () => {
  const table = readTable('x.csv', 'a,rate (%),time [ms],%,share %,plain\nx,1,2,3,4,5\n', { unit: 'kg' });
  assert.deepEqual(
    table.columns.map(({ unit }) => unit),
    ['kg', '%', 'ms', '%', '%', 'kg'],
  );
});

test('table: decimal commas hold for a whole table', () => {
  const german = readTable('x.csv', 'Ort;Höhe\nBrocken;1.141,2\nInsel;916,5\nKuppe;1.234\n');
  assert.deepEqual(
    german.rows.map((_, row) => valueAt(german, { row, column: 1 }).main!.value),
    [1141.2, 916.5, 1234],
  );
  const english = readTable('x.csv', 'place,height\nA,"1,141.2"\nB,"1,234"\n');
  assert.equal(valueAt(english, { row: 1, column: 1 }).main!.value, 1234);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchorOfCell } from '../../../server/src/tables/cell-anchor.ts';
import { readFragment } from '../../../server/src/tables/expression.ts';
import { LONGEST_TABLE, readTable } from '../../../server/src/tables/read-table.ts';
import { valuesOf } from '../../../server/src/tables/table-values.ts';
import { headersOf, problemsOf, textsOf } from './texts-of.ts';

/** A table of which nothing is read; its one problem stands in the first line. */
function unread(path: string, text: string, message: RegExp): void {
  const table = readTable(path, text);
  assert.equal(table.rows.length, 0);
  assert.equal(table.columns.length, 0);
  assert.equal(table.problems.length, 1);
  const [problem] = table.problems;
  assert.match(`${problem!.rule}: ${problem!.message}`, message);
  assert.ok(problem!.span.end <= Math.min(text.length, 200));
}

test('bad table: an Excel file under the name of a CSV file', () => {
  unread(
    'x.csv',
    'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml',
    /^tables\/syntax: .*Excel file/,
  );
  unread('x.csv', '\ufffd\ufffd\u0011\ufffd\u001a\ufffd', /^tables\/syntax: .*old Excel file/);
});

test('bad table: control characters, HTML, XML', () => {
  unread('x.csv', 'a,b\n\u0000\u0001\u0002,3\n', /no text: it holds control characters/);
  unread('x.csv', '<!DOCTYPE html>\n<table><tr><td>1</td></tr></table>', /HTML or XML/);
  unread('x.tsv', '<?xml version="1.0"?>\n<a/>', /HTML or XML/);
});

test('bad table: one that is too long is not read, and says so', () => {
  const text = `a,b\n${'x,1\n'.repeat(LONGEST_TABLE / 4)}`;
  unread('x.csv', text, /^tables\/syntax: the file has 2000004 characters; .* not checked against it/);
});

test('bad table: ten thousand columns are not read', () => {
  const wide = (start: string): string =>
    Array.from({ length: 10_000 }, (_, at) => `${start}${at}`).join(',');
  unread('x.csv', `${wide('c')}\n${wide('')}\n`, /^tables\/syntax: 10000 columns; .* is not read/);
});

test('bad table: two thousand columns are', () => {
  const header = Array.from({ length: 2000 }, (_, at) => `c${at}`).join(',');
  assert.equal(readTable('x.csv', `${header}\n${header.replaceAll('c', '')}\n`).columns.length, 2000);
});

test('bad table: the wrong ending gives a table of its real delimiter, never one column of mixtures', () => {
  const table = readTable('x.tsv', 'name,value\na,1\nb,2\n');
  assert.deepEqual(headersOf(table), ['name', 'value']);
});

test('bad table: no delimiter at all is one column', () => {
  const table = readTable('x.csv', 'just some text\nand more of it\n');
  assert.deepEqual(textsOf(table), [['and more of it']]);
});

test('bad table: empty files, headers alone, blanks alone', () => {
  for (const text of ['', '\n', '   ', '\ufeff', '\r\n\r\n'])
    assert.deepEqual([textsOf(readTable('x.csv', text)), problemsOf(readTable('x.csv', text))], [[], []]);
  const table = readTable('x.csv', 'a,b\n');
  assert.deepEqual(headersOf(table), ['a', 'b']);
  assert.equal(table.rows.length, 0);
});

test('bad table: a byte order mark is no part of the first header', () => {
  const table = readTable('x.csv', '\ufeffwell,depth\nNorth,3\n');
  assert.deepEqual(headersOf(table), ['well', 'depth']);
  assert.equal(readFragment(table, 'well=north/depth').kind, 'cell');
});

test('bad table: right-to-left labels are labels like others', () => {
  const table = readTable('x.csv', 'עיר,תושבים\nחיפה,"290,300"\nעכו,51100\n');
  const anchor = anchorOfCell(table, 0, 1)!;
  assert.equal(anchor, 'חיפה/תושבים');
  assert.deepEqual(readFragment(table, anchor), { kind: 'cell', place: { row: 0, column: 1 } });
  assert.equal(valuesOf(table)[0]![1]!.main!.value, 290_300);
});

test('bad table: labels with marks that turn the direction still find their row', () => {
  const table = readTable('x.csv', 'city,n\n\u202bחיפה\u202c,3\n\u200fעכו,4\n');
  for (const row of [0, 1]) {
    const anchor = anchorOfCell(table, row, 1)!;
    assert.deepEqual(readFragment(table, anchor), { kind: 'cell', place: { row, column: 1 } });
  }
});

test('bad table: what is no number is not read as one', () => {
  const odd = ['1e309', '0x1F', '1.2.3', '½', '10⁻³', '∞', '٣', '１２', '#REF!', '=A1+B2', '1 2 3'];
  const table = readTable('x.csv', `name,value\n${odd.map((text, at) => `r${at},"${text}"`).join('\n')}\n`);
  const kinds = valuesOf(table).map((row, at) => `${odd[at]}: ${row[1]!.kind}`);
  assert.deepEqual(
    kinds,
    odd.map(text => `${text}: text`),
  );
});

const noise = fc.string({
  unit: fc.constantFrom(
    ...['a', 'B', '1', '5', '.', ',', ';', '\t', '|', '"', '\n', '\r', ' ', '{', '}', '[', ']', ':'],
    ...['%', '-', '−', '±', '½', '\u0000', '\ud800', '\ufffd', '\u202e', '😀', 'e', '+', '0', '*', '<', '('],
  ),
  maxLength: 80,
});

test('bad table: whatever the text, a table with its cells and problems inside of it', () => {
  fc.assert(
    fc.property(noise, fc.constantFrom('x.csv', 'x.tsv', 'x.json', 'x.tab', 'x'), (text, path) => {
      const table = readTable(path, text);
      const spans = [...table.rows.flat(), ...table.problems].map(({ span }) => span);
      for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
      for (const row of table.rows) assert.equal(row.length, table.columns.length);
      for (const value of valuesOf(table).flat())
        for (const number of value.numbers) assert.ok(Number.isFinite(number.scaled));
      table.rows.forEach((_, row) => {
        const anchor = anchorOfCell(table, row, 0);
        if (anchor !== undefined && !/^column-\d|\/$/.test(anchor))
          assert.deepEqual(readFragment(table, anchor), { kind: 'cell', place: { row, column: 0 } });
      });
    }),
    { numRuns: 3000 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readDelimited } from '../../../server/src/tables/delimited.ts';

const textsIn = (text: string, delimiter = ','): string[][] =>
  readDelimited(text, delimiter).records.map(record => record.map(field => field.text));

test('delimited: a field knows where its content stands, without quotes and blanks', () => {
  const text = 'name, value\r\n"a ""b"", c" ,\t 34.46 \r\nd,"two\nlines"\r\n';
  const { records } = readDelimited(text, ',');
  assert.deepEqual(
    records.map(record => record.map(field => field.text)),
    [
      ['name', 'value'],
      ['a "b", c', '34.46'],
      ['d', 'two\nlines'],
    ],
  );
  assert.deepEqual(
    records.map(record => record.map(({ span }) => text.slice(span.start, span.end))),
    [
      ['name', 'value'],
      ['a ""b"", c', '34.46'],
      ['d', 'two\nlines'],
    ],
  );
});

test('delimited: all line ends, empty lines, a last line without an end, a delimiter at the very end', () => {
  assert.deepEqual(textsIn('a,b\rc,d\n\n\r\ne,'), [
    ['a', 'b'],
    ['c', 'd'],
    ['e', ''],
  ]);
  assert.deepEqual(textsIn(''), []);
  assert.deepEqual(textsIn('\n\n'), []);
  assert.deepEqual(textsIn(',\n'), [['', '']]);
});

test('delimited: a blank field between tabs stays a field', () => {
  assert.deepEqual(textsIn('a\t\tb\n\t1\t\n', '\t'), [
    ['a', '', 'b'],
    ['', '1', ''],
  ]);
});

test('delimited: a quote that nothing closes swallows its line only, and is told', () => {
  const text = 'a,"b\nc,d\n';
  const { records, brokenQuotes } = readDelimited(text, ',');
  assert.deepEqual(
    records.map(record => record.map(field => field.text)),
    [
      ['a', '"b'],
      ['c', 'd'],
    ],
  );
  assert.deepEqual(brokenQuotes, [{ start: 2, end: 3 }]);
});

test('delimited: inches and nicknames inside of a field are no quotes', () => {
  const { records, brokenQuotes } = readDelimited('5" pipe,Kay "The Ray" Roe\n', ',');
  assert.deepEqual(
    records[0]!.map(field => field.text),
    ['5" pipe', 'Kay "The Ray" Roe'],
  );
  assert.deepEqual(brokenQuotes, []);
});

const field = fc.stringMatching(/^[a-c1-9 .,;"\n\u00e9\u{1f600}-]{0,8}$/u);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('delimited: random files read as csv-parse reads them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, lineEnd) => {
        const text = rows.map(row => row.map(quoted).join(delimiter)).join(lineEnd);
        const wanted: string[][] = parse(text, { delimiter, relax_column_count: true });
        assert.deepEqual(
          textsIn(text, delimiter),
          wanted.map(row => row.map(value => value.trim())),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('delimited: fields never overlap and stand in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ', '\t') }), text => {
      let at = 0;
      for (const { span } of readDelimited(text, ',').records.flat()) {
        assert.ok(at <= span.start && span.start <= span.end && span.end <= text.length);
        at = span.end;
      }
    }),
    { numRuns: 1000 },
  );
});

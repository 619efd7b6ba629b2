import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../../../server/src/tables/read-table.ts';
import { problemsOf as allProblemsOf } from '../../../server/src/tables/table-problems.ts';
import { problemsOf, textsOf } from './texts-of.ts';

const problems = (text: string): string[] => problemsOf(readTable('x.csv', text));

test('table problems: rows that are too short or too long', () => {
  const text = 'a,b,c\n1,2\nx,2,3\ny,2,3,4\n';
  assert.deepEqual(problems(text), [
    'tables/ragged-row: this row has 2 fields; the header has 3',
    'tables/ragged-row: this row has 4 fields; the header has 3',
  ]);
  const { span } = allProblemsOf(readTable('x.csv', text))[0]!;
  assert.equal(text.slice(span.start, span.end), '1,2');
});

test('table problems: blank fields behind the last column are nothing', () =>
  assert.deepEqual(problems('a,b\nx,2,\ny,3,,\n'), []));

test('table problems: two rows that say the same', () => {
  const text = 'model,split,score\nAda,dev,71.2\nBea,dev,70.1\nada,DEV,71.2\n';
  assert.deepEqual(problems(text), [
    'tables/ambiguous-row: this row says the same as row 1; no anchor can tell them apart',
  ]);
  const { span } = allProblemsOf(readTable('x.csv', text))[0]!;
  assert.equal(text.slice(span.start, span.end), 'ada,DEV,71.2');
});

test('table problems: rows of one name that differ somewhere are fine', () =>
  assert.deepEqual(problems('model,score\nAda,71.2\nAda,70.1\n'), []));

test('table problems: two units of one kind in a column', () => {
  const text = 'step,time,memory\nload,1.06 sec,3 GB\nfit,3 days,7 GB\ntest,40 sec,3 GB\n';
  assert.deepEqual(problems(text), ['tables/mixed-units: "time" has values in "sec" and in "days"']);
  const { span } = allProblemsOf(readTable('x.csv', text))[0]!;
  assert.equal(text.slice(span.start, span.end), '3 days');
});

test('table problems: a list of properties has a unit for each, as its only column', () =>
  assert.deepEqual(problems('property,value\nlength,3 m\nwidth,40 cm\nlife,2 h\n'), []));

test('table problems: a table on its side has a unit for each row', () =>
  assert.deepEqual(problems('measure,A,B\nload,1.5 s,1.7 s\nfit,2 h,3 h\n'), []));

test('table problems: two ways to write one unit are one', () =>
  assert.deepEqual(problems('step,time\nload,1 s\nfit,3 sec\ntest,4 seconds\n'), []));

test('table problems: a quote that does not close its field', () => {
  const table = readTable('x.csv', 'a,b\n"x,1\ny,2\n');
  assert.deepEqual(problemsOf(table)[0], 'tables/syntax: a quote opens here and does not close the field');
  assert.deepEqual(allProblemsOf(table)[0]!.span, { start: 4, end: 5 });
  assert.deepEqual(textsOf(table).at(-1), ['y', '2']);
});

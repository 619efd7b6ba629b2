import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFragment } from '../../../server/src/tables/expression.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';

const table = readTable(
  'wells.csv',
  'well,operator,depth (m),flow,share (%)\nNorth,town,200,14.2,25\nSouth,county,80,0,40\nHill,county,305.5,n/a,50\n',
);

/** What a fragment gives, in short. */
function given(fragment: string): string {
  const read = readFragment(table, fragment);
  switch (read.kind) {
    case 'cell':
      return `cell ${read.place.row},${read.place.column}`;
    case 'selection':
      return `rows ${read.selection.rows ?? '*'} columns ${read.selection.columns ?? '*'}`;
    case 'expression':
      return `${read.name} ${Number(read.value.toFixed(4))} of ${read.places.length}`;
    case 'problem': {
      const { start, end, message } = read.problem;
      return `${fragment.slice(start, end)} | ${message}`;
    }
  }
}

const GIVEN: readonly (readonly [fragment: string, gives: string])[] = [
  ['north/flow', 'cell 0,3'],
  ['north', 'rows 0 columns *'],
  ['/flow', 'rows * columns 3'],
  ['north/depth-m', 'cell 0,2'],
  ['well=north/operator', 'cell 0,1'],
  // RFC 7111: row 0 is the header, columns count from 1.
  ['row=1', 'rows 0 columns *'],
  ['row=2-3', 'rows 1,2 columns *'],
  ['row=2-*', 'rows 1,2 columns *'],
  ['col=3', 'rows * columns 2'],
  ['cell=1,4', 'cell 0,3'],
  ['cell=1,3-2,4', 'rows 0,1 columns 2,3'],
  ['cell=*,1', 'cell 2,0'],
  // Expressions.
  ['change(south/depth-m,north/depth-m)', 'change 150 of 2'],
  ['change(north/depth-m,south/depth-m)', 'change -60 of 2'],
  ['difference(south/depth-m,north/depth-m)', 'difference 120 of 2'],
  ['ratio(north/depth-m,south/depth-m)', 'ratio 2.5 of 2'],
  ['mean(*/depth-m)', 'mean 195.1667 of 3'],
  ['mean(county/depth-m)', 'mean 192.75 of 2'],
  ['sum(*/depth-m)', 'sum 585.5 of 3'],
  ['min(*/depth-m)', 'min 80 of 3'],
  ['max(*/depth-m)', 'max 305.5 of 3'],
  ['max(north/*)', 'max 200 of 3'],
  ['count(*/depth-m)', 'count 3 of 3'],
  ['count(*/flow)', 'count 2 of 2'],
  ['count(county+*/depth-m)', 'count 2 of 2'],
  ['ratio( north/depth-m , south/depth-m )', 'ratio 2.5 of 2'],
];

for (const [fragment, gives] of GIVEN) {
  test(`fragment: ${fragment} → ${gives}`, () => assert.equal(given(fragment), gives));
}

const COLUMNS = 'there are "well", "operator", "depth-m", "flow", "share-pct"';
const FUNCTIONS = 'there are change, difference, ratio, mean, sum, min, max, count';
const WRONG: readonly (readonly [fragment: string, at: string, message: string])[] = [
  ['', '', 'the anchor is empty'],
  ['east/flow', 'east', 'no row "east"'],
  ['north/flo', 'flo', `no column "flo"; ${COLUMNS}`],
  ['north/', '', 'a column is missing after "/"'],
  ['north+/flow', '', 'a key is missing here'],
  ['spot=north/flow', 'spot=north', `no column "spot"; ${COLUMNS}`],
  ['county/flow', 'county', '2 rows fit "county": "South, county" and "Hill, county"'],
  ['*/flow', '*', '"*" stands for many rows; only mean, sum, min, max and count take it'],
  ['north/*', '*', '"*" stands for many columns; only mean, sum, min, max and count take it'],
  ['row=9', 'row=9', '"row=9" lies outside of the table'],
  ['row=0', 'row=0', '"row=0" lies outside of the table'],
  ['col=6', 'col=6', '"col=6" lies outside of the table'],
  ['cell=1', 'cell=1', '"cell=1" lies outside of the table'],
  ['row=3-1', 'row=3-1', '"row=3-1" lies outside of the table'],
  ['median(*/flow)', 'median', `no function "median"; ${FUNCTIONS}`],
  ['mean(*/flow', '(*/flow', '")" is missing'],
  ['mean(*/flow)/2', '/2', 'nothing may follow ")"'],
  ['ratio(mean(*/flow)', '(*/flow', 'expressions do not nest'],
  ['mean()', '', 'mean takes cells, as in mean(*/total)'],
  ['change(north/flow)', 'north/flow', 'change takes two cells, as in change(a/total,b/total)'],
  ['mean(*/flow,*/depth-m)', '*/flow,*/depth-m', 'mean takes cells, as in mean(*/total)'],
  ['change(north/flow,)', 'north/flow,', 'change takes two cells, as in change(a/total,b/total)'],
  ['ratio(north/flow,east/flow)', 'east', 'no row "east"'],
  ['ratio(hill/flow,north/flow)', 'hill/flow', 'no number stands at "hill/flow"'],
  ['ratio(north,south/flow)', 'north', '"north" names 3 cells; ratio compares one with one'],
  ['sum(north/operator)', 'north/operator', 'no number stands at "north/operator"'],
];

for (const [fragment, at, message] of WRONG) {
  test(`fragment: ${fragment || 'nothing'}: ${message}`, () => {
    assert.equal(given(fragment), `${at} | ${message}`);
  });
}

test('fragment: nothing is divided by zero', () => {
  for (const fragment of ['ratio(north/flow,south/flow)', 'change(south/flow,north/flow)'])
    assert.equal(given(fragment), `${fragment} | ${fragment} has no value: it divides by 0`);
});

test('fragment: two rows that fit are told with both as candidates', () => {
  const read = readFragment(table, 'county/flow');
  assert.ok(read.kind === 'problem');
  assert.deepEqual(read.problem.candidates, [1, 2]);
});

test('fragment: an empty table has no rows, no columns, and no crash', () => {
  const empty = readTable('x.csv', '');
  for (const fragment of ['a/b', '/b', 'row=1', 'mean(*/b)', 'count(*/*)', 'sum(*)'])
    assert.ok(['problem', 'expression'].includes(readFragment(empty, fragment).kind), fragment);
});

test('fragment: whatever is written, a cell, a selection, a value or a problem within it', () => {
  const piece = fc.constantFrom(
    ...'north south county hill flow depth-m / + * = ( ) , mean change row= cell= - 1 9 % ∞ \u0000'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), pieces => {
      const fragment = pieces.join('');
      const read = readFragment(table, fragment);
      if (read.kind !== 'problem') return;
      const { start, end } = read.problem;
      assert.ok(0 <= start && start <= end && end <= fragment.length, fragment);
    }),
    { numRuns: 2000 },
  );
});

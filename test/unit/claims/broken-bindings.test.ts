import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPage } from './check-page.ts';

const WELLS = `well,operator,depth (m),flow (l/s)
North,town,212.5,14.26
South,county,97.4,0
Hill,county,305.2,–
`;

/** What is reported of a sentence, as `rule at "source": message`. */
function reported(sentence: string): string[] {
  const page = `# Wells\n\n## Results\n\n${sentence}\n`;
  return checkPage('pages/page.md', page, new Map([['data/wells.csv', WELLS]])).diagnostics.map(
    ({ rule, span, message }) => `${rule} at "${page.slice(span.start, span.end)}": ${message}`,
  );
}

const FLOW = '../data/wells.csv';
const BROKEN: readonly (readonly [link: string, at: string, message: string])[] = [
  [`[3](${FLOW}#east/flow-l-s)`, 'east/flow-l-s', 'wells.csv: no row "east"'],
  [
    `[3](${FLOW}#north/flow)`,
    'north/flow',
    'wells.csv: no column "flow"; there are "well", "operator", "depth-m", "flow-l-s"',
  ],
  [
    `[3](${FLOW}#county/flow-l-s)`,
    'county/flow-l-s',
    'wells.csv: 2 rows fit "county": "South, county" and "Hill, county"',
  ],
  [
    `[3 %](${FLOW}#change(south/flow-l-s,north/flow-l-s))`,
    'change(south/flow-l-s,north/flow-l-s)',
    'wells.csv: change(south/flow-l-s,north/flow-l-s) has no value: it divides by 0',
  ],
  [
    `[3](${FLOW}#median(*/flow-l-s))`,
    'median(*/flow-l-s)',
    'wells.csv: no function "median"; there are change, difference, ratio, mean, sum, min, max, count',
  ],
  [`[the first](${FLOW}#east)`, 'east', 'wells.csv: no row "east"'],
  [`[3](${FLOW}#row=9)`, 'row=9', 'wells.csv: "row=9" lies outside of the table'],
  [`[3](${FLOW}#caf%C3%A9/flow-l-s)`, 'caf%C3%A9/flow-l-s', 'wells.csv: no row "café"'],
  ['[3 lenses](wiki:lense)', 'wiki:lense', 'no page type "lense"'],
];

for (const [link, at, message] of BROKEN) {
  test(`broken binding: ${link}`, () =>
    assert.deepEqual(reported(`It gives ${link} here.`), [`claims/broken-binding at "${at}": ${message}`]));
}

test('broken binding: a blank cell, and one that holds text', () => {
  assert.deepEqual(reported(`It gives [3](${FLOW}#hill/flow-l-s) l/s.`), [
    'claims/broken-binding at "3": the cell that this binds to says "–", which is no number',
  ]);
  assert.deepEqual(reported(`It belongs to [3](${FLOW}#hill/operator) towns.`), [
    'claims/broken-binding at "3": the cell that this binds to says "county", which is no number',
  ]);
});

test('broken binding: a missing table is a broken link and no matter of claims', () => {
  assert.deepEqual(reported('It gives [3](../data/gone.csv#hill/flow) l/s.'), []);
});

test('broken binding: several in a sentence are one report', () => {
  assert.equal(reported(`It is [3](${FLOW}#east/flow-l-s) or [4](${FLOW}#west/flow-l-s).`).length, 1);
});

test('bindings: two numbers in a link bind none', () => {
  assert.deepEqual(reported(`It is [3 or 4](${FLOW}#north/flow-l-s) l/s.`), []);
});

test('bindings: a wrong number before a broken anchor is one report, the wrong number', () => {
  assert.deepEqual(
    reported(`It is [215.2](${FLOW}#north/depth-m) m, with [3](${FLOW}#east/flow-l-s) l/s.`).map(
      text => text.split(' ')[0],
    ),
    ['claims/bound-value'],
  );
});

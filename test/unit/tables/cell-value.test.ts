import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCell } from '../../../server/src/tables/cell-value.ts';

/** As printed → value, decimals, unit. */
const NUMBERS: readonly (readonly [printed: string, value: number, decimals: number, unit?: string])[] = [
  ['34.46', 34.46, 2],
  ['34.46 ± 0.3', 34.46, 2],
  ['34.46±0.30', 34.46, 2],
  ['56.9%', 56.9, 1, '%'],
  ['56.9 %', 56.9, 1, '%'],
  ['1,234', 1234, 0],
  ['1,234,567.8', 1234567.8, 1],
  ["1'234", 1234, 0],
  ['1\u202f234', 1234, 0],
  ['12.5 (0.3)', 12.5, 1],
  ['12.19 (+0.5)', 12.19, 2],
  ['**45.1**', 45.1, 1],
  ['_45.1_', 45.1, 1],
  ['`45.1`', 45.1, 1],
  ['45.1*', 45.1, 1],
  ['45.1†', 45.1, 1],
  ['$45.1$', 45.1, 1],
  ['(45.1)', 45.1, 1],
  ['1 234 567', 1234567, 0],
  ['12 345.6 km', 12345.6, 1, 'km'],
  ['4.2M', 4.2, 1],
  ['13 sec', 13, 0, 'sec'],
  ['120ms', 120, 0, 'ms'],
  ['1.8×', 1.8, 1, '×'],
  ['-0.5', -0.5, 1],
  ['−0.5', -0.5, 1],
  ['+5.26', 5.26, 2],
  ['.75', 0.75, 2],
  ['$12.50', 12.5, 2],
  ['€ 3', 3, 0],
  ['1.5e-3', 0.0015, 4],
  ['2E5', 200000, 0],
];

for (const [printed, value, decimals, unit = ''] of NUMBERS) {
  test(`cell: ${printed}`, () => {
    const cell = readCell(printed);
    assert.equal(cell.kind, 'number');
    assert.equal(cell.main!.value, value);
    assert.equal(cell.main!.decimals, decimals);
    assert.equal(cell.unit, unit);
    assert.equal(cell.inexact, false);
    const { start, end, text } = cell.main!;
    assert.equal(printed.slice(start, end).replace(/\s/g, ' '), text.replace(/\s/g, ' '));
  });
}

test('cell: the number is a million times its digits in 4.2M, a thousand times in 13k', () => {
  assert.equal(readCell('4.2M').main!.scaled, 4_200_000);
  assert.equal(readCell('13k').main!.scaled, 13_000);
  assert.equal(readCell('3 billion').main!.scaled, 3e9);
});

for (const printed of ['', ' ', 'n/a', 'N/A', '–', '-', '—', '--', '.', 'nan', 'none', '…', '✗', 'TBD']) {
  test(`cell: "${printed}" is blank`, () => assert.equal(readCell(printed).kind, 'blank'));
}

for (const printed of ['<0.001', '~5', '> 100', '≤ 3', 'about 40', 'ca. 7', '≈12', '$\\sim$5', '**<2**']) {
  test(`cell: ${printed} is a number, but no exact one`, () => {
    const cell = readCell(printed);
    assert.equal(cell.kind, 'number');
    assert.equal(cell.inexact, true);
  });
}

const TEXTS = [
  'severe medical',
  'w 24 - 21',
  '19 oct',
  '3 May',
  '1.2.3',
  '10:30',
  '2020-01-31',
  '3rd',
  '4-bit',
  '7B-chat',
  '26 may stadium',
  '10⁻³',
  '3½',
  '½',
  '0x1F',
  'Qwen2.5-7B',
  '5% biased users',
  '12-15',
  '3, 4',
  '1 2 3',
  '12 34',
  '39.99 / 40.81',
];
for (const printed of TEXTS) {
  test(`cell: ${printed} is text`, () => assert.equal(readCell(printed).kind, 'text'));
}

test('cell: the other numbers of a cell are kept: they can explain, never contradict', () => {
  const valuesIn = (printed: string): number[] => readCell(printed).numbers.map(({ value }) => value);
  assert.deepEqual(valuesIn('84.1 ±0.2'), [84.1, 0.2]);
  assert.deepEqual(valuesIn('12.19 (+0.5)'), [12.19, 0.5]);
  assert.deepEqual(valuesIn('39.99 / 40.81 / 41.31'), [39.99, 40.81, 41.31]);
  assert.deepEqual(valuesIn('w 24 - 21'), [24, 21]);
});

test('cell: a number that no machine holds is none', () => {
  assert.deepEqual(readCell('1e309').numbers, []);
  assert.equal(readCell('1e309').kind, 'text');
});

test('cell: 3,14 is three and a bit, whatever the table; 1,234 is what the table says', () => {
  assert.equal(readCell('3,14').main!.value, 3.14);
  assert.equal(readCell('1,234').main!.value, 1234);
  assert.equal(readCell('1,234', 'decimal').main!.value, 1.234);
  assert.equal(readCell('1.234,5', 'decimal').main!.value, 1234.5);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionColumns } from '../../../server/src/claims/condition-columns.ts';
import { countingColumns } from '../../../server/src/claims/counting-columns.ts';
import { labelIndex } from '../../../server/src/claims/label-index.ts';
import { ownRows } from '../../../server/src/claims/own-row.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';

const labels = (column: number, texts: readonly string[]) =>
  texts.map((text, row) => ({ text, column, ids: [row] }));

test('a label column of 1, 2, 3 counts its rows, one of years or of gaps does not', () => {
  const named = [
    ...labels(0, ['1', '2', '3', '4']),
    ...labels(1, ['2019', '2020', '2021', '2022']),
    ...labels(2, ['5', '10', '20', '50']),
    ...labels(3, ['1', '2', 'three', '4']),
  ];
  assert.deepEqual([...countingColumns(named)], [0]);
});

test('a column of very many numbers is looked at no further', () => {
  const many = Array.from({ length: 300_000 }, (_, row) => String(row % 1000));
  assert.deepEqual([...countingColumns(labels(0, many))], []);
});

test('a column of whole numbers that tells rows of one name apart says what they were tried with', () => {
  const csv = 'Data,Horizon,Ours,Other\nRoads,96,37,52\nRoads,720,43,61\nPower,96,37,55\nPower,720,20,71\n';
  assert.deepEqual([...conditionColumns(readTable('data/a.csv', csv), [1, 2, 3])], [1]);
});

test('where each row has a name of its own no column is a condition', () => {
  const csv = 'Data,Horizon,Ours\nRoads,96,0.37\nPower,720,0.43\nWater,96,0.14\nWind,720,0.20\n';
  assert.deepEqual([...conditionColumns(readTable('data/a.csv', csv), [1, 2])], []);
});

test('rows that say they are ours, beside a name, are ours', () => {
  const rowsOf = (...texts: string[]) => ownRows(labels(0, texts), texts.length);
  assert.deepEqual(rowsOf('Lead', 'Gisto (ours)', 'PlanSum'), [1]);
  assert.deepEqual(rowsOf('Lead', 'PlanSum', 'Gisto (ours)', 'Gisto-L (ours)'), [2, 3]);
});

test('nothing is ours beside what has no other name, nor where most rows are', () => {
  const rowsOf = (...texts: string[]) => ownRows(labels(0, texts), texts.length);
  assert.deepEqual(rowsOf('Lead', 'Ours'), []);
  assert.deepEqual(rowsOf('Lead', 'Gisto (ours)', 'Gisto-L (ours)'), []);
});

test('a column of numbers that are names among other names names the rows', () => {
  const csv =
    'Maker,Type,Orders\nBoeing,737,239\nBoeing,747,35\nAirbus,A320 family,417\nAirbus,A330,43\nEmbraer,ERJ family,185\n';
  assert.deepEqual(labelIndex(readTable('data/jets.csv', csv)).keys, [0, 1]);
});

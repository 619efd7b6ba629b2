import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedOver } from '../../../server/src/lsp/diagnostics/carry-over.ts';

const at = (start: number, end: number) => ({
  path: 'a.md',
  rule: 'links/orphan',
  severity: 'info' as const,
  message: '',
  span: { start, end },
});
const spans = (before: string, after: string, ...all: ReturnType<typeof at>[]) =>
  carriedOver(all, before, after).map(({ span }) => [span.start, span.end]);

test('what lies behind an edit moves along, what lies before stays', () => {
  assert.deepEqual(spans('one two three', 'one NEW two three', at(0, 3), at(8, 13)), [
    [0, 3],
    [12, 17],
  ]);
  assert.deepEqual(spans('one, two three', 'one three', at(0, 3), at(9, 14)), [
    [0, 3],
    [4, 9],
  ]);
});

test('what an edit touches goes', () => {
  assert.deepEqual(spans('one two three', 'one twoo three', at(4, 8)), []);
  assert.deepEqual(spans('one two three', '', at(4, 7)), []);
});

test('letters that are the same before and behind do not count twice', () => {
  assert.deepEqual(spans('aa', 'aaa', at(0, 2)), [[0, 2]]);
  assert.deepEqual(spans('aaa', 'aa', at(2, 3)), []);
});

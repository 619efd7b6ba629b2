import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayRestart } from '../../../client/src/restart-limit.ts';

/** Whether the server is started again after each of its ends, at these seconds. */
function verdicts(...seconds: number[]): boolean[] {
  let ends: readonly number[] = [];
  return seconds.map(second => {
    const verdict = mayRestart(ends, second * 1000);
    ends = verdict.ends;
    return verdict.restart;
  });
}

test('restart: the fifth end within three minutes is the last', () => {
  assert.deepEqual(verdicts(0, 10, 20, 30, 40), [true, true, true, true, false]);
});

test('restart: ends that lie further back do not count', () => {
  assert.deepEqual(verdicts(0, 10, 20, 30, 181, 182), [true, true, true, true, true, false].slice(0, 6));
});

test('restart: after giving up, counting begins anew', () => {
  assert.deepEqual(verdicts(0, 1, 2, 3, 4, 5), [true, true, true, true, false, true]);
});

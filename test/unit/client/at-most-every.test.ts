import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atMostEvery } from '../../../client/src/views/at-most-every.ts';

test('work that is asked for all the time is done at once, and then once in each pause', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let done = 0;
  const { ask, dispose } = atMostEvery(100, () => done++);
  for (let n = 0; n < 5; n++) ask();
  assert.equal(done, 1);
  context.mock.timers.tick(100);
  assert.equal(done, 2);
  context.mock.timers.tick(100);
  assert.equal(done, 2);
  ask();
  assert.equal(done, 3);
  ask();
  dispose();
  context.mock.timers.tick(100);
  assert.equal(done, 3);
});

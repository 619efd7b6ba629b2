import assert from 'node:assert/strict';
import test from 'node:test';
import { allRules } from '../../../server/src/rules/all.ts';
import { checkRule } from './check-rule.ts';
import { fixture } from './fixture.ts';

for (const rule of allRules) {
  // Files that can't be read can't be drawn; the host's tests have them.
  if (rule.subject === 'file') continue;
  test(`${rule.id}: bad example`, () => {
    assert.ok(fixture(rule.examples.bad).marks.length > 0, 'the bad example marks nothing');
    checkRule(rule, rule.examples.bad);
  });
  test(`${rule.id}: good example`, () => {
    assert.equal(fixture(rule.examples.good).marks.length, 0, 'the good example marks something');
    checkRule(rule, rule.examples.good);
  });
}

test('every rule has an id of its own', () => {
  assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length);
});

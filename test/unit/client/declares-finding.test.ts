import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaresFinding } from '../../../client/src/declares-finding.ts';

const yes = [
  '---\ntype: finding\n---\n',
  '---\r\ntitle: T\r\ntype: finding\r\n---\r\n',
  '\uFEFF---\ntype: "finding"   # quoted\n---\ntext',
  "---\ntype: 'finding'\n...\n",
];
const no = [
  '',
  'type: finding\n',
  '# T\n\n---\ntype: finding\n---\n',
  '---\ntype: concept\n---\ntype: finding\n',
  '---\nold:\n  type: finding\n---\n',
  '---\ntype: findings\n---\n',
  '---\ntype: finding\nnever closed\n',
];

for (const text of yes)
  test(`a finding: ${JSON.stringify(text)}`, () => assert.equal(declaresFinding(text), true));
for (const text of no)
  test(`no finding: ${JSON.stringify(text)}`, () => assert.equal(declaresFinding(text), false));

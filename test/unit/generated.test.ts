import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { generatedDocs } from '../../scripts/generate/rule-docs.ts';

const docs = generatedDocs();

suite('what is made from the rules is up to date (npm run generate)', () => {
  for (const [path, text] of docs) {
    test(path, () => assert.equal(readFileSync(path, 'utf8'), text));
  }

  test('nothing is left of rules that are gone', () => {
    const there = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' }).filter(path =>
      path.endsWith('.md'),
    );
    assert.deepEqual(
      there.map(path => `docs/rules/${path}`).filter(path => !docs.has(path)),
      [],
    );
  });
});

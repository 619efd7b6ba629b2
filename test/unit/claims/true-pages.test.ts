import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPage } from './check-page.ts';

/*
 * Pages of many fields with tables of their own, written by somebody who had not seen how numbers are judged. All that they say is
 * true of their tables, or of something else: nothing may be called wrong.
 */

const folder = new URL('./true-pages/', import.meta.url);
let found = 0;
let supported = 0;

for (const name of readdirSync(folder).sort())
  test(`true page: ${name}`, () => {
    const { diagnostics, numbers } = checkPage(
      `pages/${name}`,
      readFileSync(new URL(name, folder), 'utf8'),
      new Map(),
    );
    assert.deepEqual(
      diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
    found += numbers.found;
    supported += numbers.supported;
  });

test('true pages: they have numbers, and many agree', () => {
  assert.ok(found >= 800, `${found} numbers`);
  assert.ok(supported >= found / 5, `${supported} of ${found} agree`);
});

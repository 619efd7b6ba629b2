import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPage } from './check-page.ts';

/*
 * Pages of many fields with tables of their own, written by somebody who had not seen how numbers are judged; those of `linked/`
 * list a file each, and were written to mislead: they name its rows and columns and speak of other conditions, parts and measures.
 * All that they say is true of their tables, or of something else: nothing may be called wrong.
 */

const folder = new URL('./true-pages/', import.meta.url);
let found = 0;
let supported = 0;

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const pages = (readdirSync(folder, { recursive: true }) as string[])
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.md'))
  .sort();

for (const name of pages)
  test(`true page: ${name}`, () => {
    const text = read(name);
    const table = /^tables: \[\.\/(.*)\]$/m.exec(text)?.[1];
    const files = new Map(table === undefined ? [] : [[`pages/linked/${table}`, read(`linked/${table}`)]]);
    const { diagnostics, numbers } = checkPage(`pages/${name}`, text, files);
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

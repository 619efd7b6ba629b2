import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnSlugs, slugOf } from '../../../server/src/tables/slug.ts';

const SLUGS: readonly (readonly [text: string, slug: string])[] = [
  ['5%', '5-pct'],
  ['Qwen2.5-7B', 'qwen2.5-7b'],
  ['−0.5', 'minus-0.5'],
  ['-0.5', 'minus-0.5'],
  ['+0.5', 'plus-0.5'],
  ['1,234', '1-234'],
  ['severe medical', 'severe-medical'],
  ['mask (provided) fact', 'mask-provided-fact'],
  ['Stack LSTM+', 'stack-lstm-plus'],
  ['Model A−', 'model-a-minus'],
  ['baseline′', 'baseline-prime'],
  ['+', 'plus'],
  ['a + b', 'a-b'],
  ['Llama-3.1-8B-Instruct', 'llama-3.1-8b-instruct'],
  ['Größe', 'größe'],
  ['Gro\u0308ße', 'größe'],
  ['モデル一', 'モデル一'],
  ['נתונים', 'נתונים'],
  ['—', ''],
  ['', ''],
  ['  x  ', 'x'],
  ['rate (%)', 'rate-pct'],
  ['**bold**', 'bold'],
  ['a/b#c?d', 'a-b-c-d'],
];

for (const [text, slug] of SLUGS) {
  test(`slug: "${text}" → "${slug}"`, () => assert.equal(slugOf(text), slug));
}

test('slug: a slug is its own slug, and needs no escape in a link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const slug = slugOf(text);
      assert.doesNotMatch(slug, /[\s+/=*#(),;%[\]<>"'\\&]|^-|-$|--/);
      assert.equal(slugOf(slug), slug);
    }),
    { numRuns: 2000 },
  );
});

test('slug: headers of one name are told apart, headers without one counted', () => {
  assert.deepEqual(columnSlugs(['Rate', 'rate', '', 'rate 2', 'RATE']), [
    'rate',
    'rate-3',
    'column-3',
    'rate-2',
    'rate-4',
  ]);
});

test('slug: no two columns of a table share one', () => {
  const header = fc.constantFrom('', 'a', 'A', 'a 2', 'a-2', 'column 1', 'column-2', '%', 'pct');
  fc.assert(
    fc.property(fc.array(header, { maxLength: 8 }), headers => {
      assert.equal(new Set(columnSlugs(headers)).size, headers.length);
    }),
  );
});

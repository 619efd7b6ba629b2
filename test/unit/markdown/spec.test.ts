import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { tests as commonMark } from 'commonmark-spec';
import { loadMarkdownParser } from '../../../server/src/host/markdown-parser.ts';
import { remarkParser } from '../../../server/src/markdown/remark-parser.ts';
import { factsOf } from './facts-of.ts';
import { gfmExamples } from './gfm-examples.ts';

const fast = await loadMarkdownParser();
const reference = remarkParser();

/** The documents in which the fast parser is known to differ, as `docs/markdown.md` lists them. */
const listed = new Set(
  [...readFileSync('docs/markdown.md', 'utf8').matchAll(/^\| (CommonMark|GFM) (\d+) \|/gm)].map(
    ([, name, number]) => `${name} ${number}`,
  ),
);

const examples = [
  ...commonMark.map(({ markdown, number }) => ({
    name: `CommonMark ${number}`,
    text: markdown.replaceAll('→', '\t'),
  })),
  ...gfmExamples.map((text, index) => ({ name: `GFM ${index + 1}`, text })),
];

suite('the fast parser gives the facts that remark gives', () => {
  test('the native parser is the one that is tested', () => assert.equal(fast.name, 'native'));

  for (const { name, text } of examples) {
    if (listed.has(name)) continue;
    test(name, () => assert.deepEqual(factsOf(fast, text), factsOf(reference, text)));
  }

  test('each difference that docs/markdown.md lists is one', () => {
    const gone = examples.filter(
      ({ name, text }) =>
        listed.has(name) && JSON.stringify(factsOf(fast, text)) === JSON.stringify(factsOf(reference, text)),
    );
    assert.deepEqual(gone, []);
  });
});

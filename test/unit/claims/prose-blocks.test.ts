import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageFacts } from '../../../server/src/markdown/page-facts.ts';
import { type Prose, type ProseBlock, sourceSpan } from '../../../server/src/markdown/prose.ts';
import { proseOf } from '../../../server/src/markdown/prose-blocks.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';

const parser = satteriParser('native');

function read(text: string): Prose {
  const root = parser.parse(text);
  return proseOf(text, root, pageFacts(text, root));
}

/** The source of the first place where `words` stand in a block. */
function sourceOf(page: string, block: ProseBlock, words: string): string {
  const at = block.text.indexOf(words);
  assert.ok(at >= 0, `"${words}" stands in "${block.text}"`);
  const { start, end } = sourceSpan(block, at, at + words.length);
  return page.slice(start, end);
}

const masked = (block: ProseBlock, kind: string): string[] =>
  block.masks.filter(mask => mask.kind === kind).map(mask => block.text.slice(mask.start, mask.end));

test('prose: mark-up is taken out and every word leads back to its place', () => {
  const page = 'It *rises* from **26.94** to [34.46](../d.csv#a/b) in all.\n';
  const [block] = read(page).blocks;
  assert.equal(block!.text, 'It rises from 26.94 to 34.46 in all.');
  for (const words of ['rises', '26.94', '34.46', 'in all.'])
    assert.equal(sourceOf(page, block!, words), words);
  assert.deepEqual(
    block!.links.map(({ link, start, end }) => [link.destination, block!.text.slice(start, end)]),
    [['../d.csv#a/b', '34.46']],
  );
});

test('prose: entities, escapes and soft breaks keep their places', () => {
  const page = '> It is 34&#46;46 \\* 5 &times; 3,\r\n> then\r\n> &minus;2.5 &frac12;.\r\n';
  const [block] = read(page).blocks;
  assert.equal(block!.kind, 'block-quote');
  assert.match(block!.text, /^It is 34\.46 \* 5 × 3, +then +−2\.5 ½\.$/);
  assert.equal(sourceOf(page, block!, '34.46'), '34&#46;46');
  assert.equal(sourceOf(page, block!, '* 5'), '\\* 5');
  assert.equal(sourceOf(page, block!, '−2.5'), '&minus;2.5');
  assert.equal(sourceOf(page, block!, '½'), '&frac12;');
});

test('prose: quotations, code, addresses and raised text are masked', () => {
  const page =
    'They say “about 40 %” or "50 points", run `f(3)` at https://x.org/7 with 10<sup>-3</sup> and 5" pipes.\n';
  const [block] = read(page).blocks;
  assert.deepEqual(masked(block!, 'quotation'), ['“about 40 %”', '"50 points"']);
  assert.deepEqual(masked(block!, 'code'), ['f(3)']);
  assert.ok(masked(block!, 'url').includes('https://x.org/7'));
  assert.deepEqual(masked(block!, 'html'), ['-3']);
});

test('prose: a mark that nothing closes quotes nothing', () => {
  const [block] = read('A 5" pipe and "half of it is 3.\n').blocks;
  assert.deepEqual(masked(block!, 'quotation'), []);
});

test('prose: items know their list, blocks their section', () => {
  const { blocks } = read('# A\n\n- one\n\n  more\n- two\n\n## B\n\n1. three\n');
  assert.deepEqual(
    blocks.map(block => [block.kind, block.text, block.section, block.item, block.list]),
    [
      ['heading', 'A', 0, -1, -1],
      ['item', 'one', 0, 0, 0],
      ['item', 'more', 0, 0, 0],
      ['item', 'two', 0, 1, 0],
      ['heading', 'B', 1, -1, -1],
      ['item', 'three', 1, 2, 1],
    ],
  );
});

test('prose: tables come as rows with the place of each cell', () => {
  const page = '| a | **b** |\n|---|---|\n| `x` | 4\\|5 |\n|  | 6 |\n';
  const [table] = read(page).tables;
  assert.deepEqual(
    table!.rows.map(row => row.map(cell => cell.text)),
    [
      ['a', 'b'],
      ['x', '4|5'],
      ['', '6'],
    ],
  );
  assert.equal(page.slice(table!.rows[1]![1]!.span.start, table!.rows[1]![1]!.span.end), '4\\|5');
});

const piece = fc.constantFrom(
  'word ',
  '3.14',
  '**',
  '*',
  '_',
  '`',
  '[',
  '](x.csv)',
  '&amp;',
  '&#55;',
  '&copy',
  '\\',
  '\\*',
  '\n',
  '\r\n',
  '> ',
  '- ',
  '1. ',
  '“',
  '”',
  '"',
  '~~',
  '<b>',
  '</b>',
  '<sup>',
  '</sup>',
  '![a](b)',
  '$x$',
  '😀',
  'é',
  '\t',
  '| a |',
  '\n\n',
  '#',
  '&NotEqualTilde;',
  ' ',
);

test('prose: letters and digits map to the same letters and digits, in order, on random Markdown', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const page = pieces.join('');
      for (const block of read(page).blocks) {
        assert.equal(block.sources.length, block.text.length + 1);
        assert.equal(block.ends.length, block.text.length);
        for (let index = 0; index < block.text.length; index++) {
          if (index > 0)
            assert.ok(block.sources[index]! >= block.sources[index - 1]!, `order in ${JSON.stringify(page)}`);
          const { start, end } = sourceSpan(block, index, index + 1);
          assert.ok(start <= end && end <= page.length);
          if (/[\p{L}\p{N}]/u.test(block.text[index]!) && page[start] !== '&') {
            assert.equal(page.slice(start, end), block.text[index], `in ${JSON.stringify(page)}`);
          }
        }
      }
    }),
    { numRuns: 2000, seed: 7 },
  );
});

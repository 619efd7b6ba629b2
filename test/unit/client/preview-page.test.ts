import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moved, mustRender } from '../../../client/src/preview/preview-page.ts';
import type { PreviewNumber } from '../../../server/src/lsp/protocol.ts';
import { previewData, readMarks, render, renderWith } from './preview.ts';

const data = (marked: string) => previewData({ marks: readMarks(marked).marks });

test('render anew: not for numbers that only moved', () => {
  const { page } = render('Now 1.5.\n    ≠≠≠ t says 2');
  assert.equal(mustRender(page, data('A line more.\n\nNow 1.5.\n    ≠≠≠ t says 2')), false);
});

test('render anew: for another verdict, another message, one number more or less, another card', () => {
  const { page } = render('Now 1.5.\n    ≠≠≠ t says 2');
  assert.equal(mustRender(page, data('Now 1.5.\n    ~~~ t says 2')), true);
  assert.equal(mustRender(page, data('Now 1.5.\n    ≠≠≠ t says 3')), true);
  assert.equal(mustRender(page, data('Now 1.5.')), true);
  assert.equal(mustRender(page, { ...page.data, card: { title: 'Other', lenses: [] } }), true);
});

test('render anew: for a link that broke, a table that changed, a page that links here', () => {
  const shown = renderWith('Now.', previewData({})).page;
  assert.equal(mustRender(shown, previewData({})), false);
  const pages = [{ title: 'A', href: 'a.md', sections: [], sentences: [] }];
  const table = { destination: 't.csv', name: 't.csv', columns: [], rows: [], allRows: 0, allColumns: 0 };
  for (const fresh of [
    { brokenLinks: [{ destination: 'x.md', reason: 'gone' }] },
    { tables: [table] },
    { backlinks: { pages, more: 0 } },
  ])
    assert.equal(mustRender(shown, previewData(fresh)), true);
});

test('render anew: where a number was not found in the text, once it may be', () => {
  const { page } = render('Now 1.5.\n     ~~~ off by one');
  assert.equal(mustRender(page, page.data), false);
  assert.equal(mustRender(page, data('Now 1.5.\n    ~~~ off by one')), true);
});

test('moving: whatever is typed, pasted or deleted, the numbers it did not touch stay on their digits', () => {
  const text = 'Now 1.5 and 22.\n\n34.46 is less\nthan 5';
  const marks: PreviewNumber[] = [...text.matchAll(/\d[\d.]*\d|\d/g)].map(match => ({
    kind: 'number',
    ...placeOf(text, match.index),
    length: match[0].length,
    text: match[0],
    verdict: 'supported',
    bound: false,
    message: '',
  }));
  assert.equal(marks.length, 4);
  const at = fc.integer({ min: 0, max: text.length });
  fc.assert(
    fc.property(at, at, fc.stringMatching(/^[a\n]{0,5}$/), (one, other, inserted) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const after = text.slice(0, from) + inserted + text.slice(to);
      const range = { start: placeOf(text, from), end: placeOf(text, to) };
      const result = moved(previewData({ marks }), { range, text: inserted });
      for (const { line, character, length, text: digits } of result.marks) {
        assert.equal(after.split('\n')[line]!.slice(character, character + length), digits);
      }
      const untouched = marks.filter(number => {
        const start =
          text.split('\n').slice(0, number.line).join('\n').length +
          (number.line > 0 ? 1 : 0) +
          number.character;
        return start + number.length <= from || start >= to;
      });
      assert.deepEqual(
        result.marks.map(number => number.text),
        untouched.map(number => number.text),
      );
    }),
  );
});

function placeOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

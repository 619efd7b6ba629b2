import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockMemory } from '../../../server/src/claims/block-memory.ts';
import type { PageClaims } from '../../../server/src/claims/claim.ts';
import { checkPage } from './check-page.ts';

const PAGE = `# Wells

## Depths

| well | depth (m) |
|---|---|
| Mill | 120.5 |
| Hill | 305.2 |

The well Mill is 120.5 m deep, and the well Hill is 350.2 m deep.

The well Hill is 305.2 m deep.

## Notes

Both were seen in 2019, in 14 visits, as [Mill 14][site] says; the well Mill cost 31.7 thousand, the well Hill 44.9.

[site]: sites/mill.md
`;

/** Offsets, verdicts and the places of cells: all that an editor shows. */
const shown = ({ claims, diagnostics, numbers }: PageClaims) => ({
  numbers,
  claims: claims.map(({ span, verdict, explanation, cells }) => ({
    span,
    verdict,
    explanation,
    cells: cells.map(({ table, row, column }) => table.rows[row]![column]!.span),
  })),
  diagnostics: diagnostics.map(({ span, rule, message, cells }) => ({
    span,
    rule,
    message,
    cells: cells.map(({ table, row, column }) => table.rows[row]![column]!.span),
  })),
});

const EDITS: readonly (readonly [name: string, edit: (text: string) => string])[] = [
  ['nothing', text => text],
  ['text before the table', text => text.replace('## Depths', '## Depths\n\nAll were measured.')],
  ['a number', text => text.replace('350.2', '305.2')],
  ['a cell', text => text.replace('| Hill | 305.2 |', '| Hill | 350.2 |')],
  ['a heading', text => text.replace('## Depths', '## Mill')],
  ['the title', text => text.replace('# Wells', '# Hill')],
  [
    'a paragraph moved',
    text =>
      text.replace('The well Hill is 305.2 m deep.\n\n', '').concat('\nThe well Hill is 305.2 m deep.\n'),
  ],
  ['a definition', text => text.replace('350.2', '[350.2]').concat('\n[350.2]: https://example.org\n')],
  ['where a label leads', text => text.replace('sites/mill.md', 'sites/mill-14.md')],
  ['the table gone', text => text.replace(/\|.*\n/g, '')],
];

for (const [name, edit] of EDITS) {
  test(`block memory: after an edit the page is as if read for the first time: ${name}`, () => {
    const memory = new BlockMemory();
    checkPage('p.md', PAGE, new Map(), memory);
    const edited = edit(PAGE);
    const again = checkPage('p.md', edited, new Map(), memory);
    assert.deepEqual(shown(again), shown(checkPage('p.md', edited, new Map())));
    const back = checkPage('p.md', PAGE, new Map(), memory);
    assert.deepEqual(shown(back), shown(checkPage('p.md', PAGE, new Map())));
  });
}

test('block memory: the page says something to compare', () => {
  assert.ok(checkPage('p.md', PAGE, new Map()).numbers.supported >= 2);
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPage } from './check-page.ts';

/* Every example of docs/claims.md is held against the table that it shows. */

const folder = new URL('../../../docs/', import.meta.url);
const docs = readFileSync(new URL('claims.md', folder), 'utf8');
const table = /```csv\n([^]*?)```/.exec(docs)![1]!;

/** The rows of the Markdown tables whose header is this. */
function rowsUnder(...header: readonly string[]): string[][] {
  const lines = docs.split('\n').map(line => line.split(/(?<=^|\s)\|(?=\s|$|-)/).map(cell => cell.trim()));
  return lines.flatMap((line, at) => {
    if (line.length !== header.length + 2 || header.some((name, index) => line[index + 1] !== name))
      return [];
    const body = lines.slice(at + 2);
    return body
      .slice(
        0,
        body.findIndex(cells => cells.length < 2),
      )
      .map(cells => cells.slice(1, -1));
  });
}

/** The sentence in a cell's code span. */
const sentenceIn = (cell: string): string => /^(`+) ?(.*?) ?\1$/.exec(cell)![2]!;

function checked(sentence: string) {
  const page = `---\ntables: [../data/wells.csv]\n---\n# Wells\n\n## Results\n\n${sentence}\n`;
  return checkPage('pages/page.md', page, new Map([['data/wells.csv', table]]));
}

const messages = (sentence: string): string[] => checked(sentence).diagnostics.map(({ message }) => message);

const forms = [
  ...rowsUnder('form', 'fine', 'reported'),
  ...rowsUnder('bound to', 'fine', 'reported'),
  ...rowsUnder('narrowed to', 'fine', 'reported'),
];

for (const [form = '', fine = '', reported = ''] of forms) {
  test(`docs: ${form}: ${fine}`, () => {
    const sentence = sentenceIn(fine);
    assert.deepEqual(messages(sentence), []);
    const verdicts = new Set(checked(sentence).claims.map(({ verdict }) => verdict));
    assert.ok(verdicts.has('supported'), [...verdicts].join());
  });
  test(`docs: ${form}: ${reported}`, () => assert.equal(messages(sentenceIn(reported)).length, 1));
}

const silent = rowsUnder('what', 'example');

for (const [what = '', example = ''] of silent) {
  test(`docs: never reported: ${what}`, () => assert.deepEqual(messages(sentenceIn(example)), []));
}

test('docs: the examples are found', () => {
  assert.equal(forms.length, docs.match(/^\|.*\| `.*` +\| `.*` \|$/gm)!.length);
  assert.ok(forms.length > 15 && silent.length > 8, `${forms.length} forms, ${silent.length} silent`);
});

test('docs: the links lead to files', () => {
  for (const [, path = ''] of docs.matchAll(/(?<!`)\]\(([\w/-]+\.md)\)/g))
    assert.ok(existsSync(new URL(path, folder)), path);
});

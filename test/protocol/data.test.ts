import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  BindNumbersResult,
  LinkTableResult,
  PasteResult,
  TablesResult,
  TableValuesResult,
} from '../../server/src/lsp/protocol.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient } from './client.ts';
import { NUMBER_WIKI, NUMBERS } from './number-pages.ts';

const WIKI = {
  ...NUMBER_WIKI,
  'research-wiki.yaml': `version: 1
extends: null
read-only: ["raw/**"]
pages:
  finding: { files: "findings/*.md" }
  source: { files: "sources/*.md" }
`,
  'data/other.csv': 'a,b\nx,1\n',
  'raw/notes.md': '# Notes\n',
};

async function opened(context: TestContext, path = 'findings/probes.md', text = NUMBERS) {
  const root = tempWiki(context, WIKI);
  const client = await TestClient.start(context, { folders: [root] });
  const uri = client.open(root, path, text);
  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    client.connection.sendRequest(`researchWiki/${method}`, { uri, ...params });
  return { ask, uri };
}

suite('data at hand', () => {
  test('tables and their values', async context => {
    const { ask } = await opened(context);
    const { tables } = await ask<TablesResult>('tables');
    assert.deepEqual(
      tables.map(({ path, linked }) => [path, linked]),
      [
        ['data/recall.csv', true],
        ['data/other.csv', false],
      ],
    );
    const { values } = await ask<TableValuesResult>('tableValues', { table: 'data/other.csv' });
    assert.deepEqual(values, [{ value: '1', row: 'x', column: 'b', newText: '[1](../data/other.csv#x/b)' }]);
    await assert.rejects(ask('tableValues', { table: 'data/gone.csv' }), /can't be read as a table/);
  });

  test('a table is named in the front matter', async context => {
    const { ask, uri } = await opened(context);
    const { edits } = await ask<LinkTableResult>('linkTable', { table: 'data/other.csv' });
    const document = TextDocument.create(uri, 'markdown', 1, NUMBERS);
    assert.match(
      TextDocument.applyEdits(document, [...edits]),
      /^tables: \[\.\.\/data\/recall\.csv, \.\.\/data\/other\.csv\]$/m,
    );
  });

  test('supported numbers are bound, each with its title', async context => {
    const { ask, uri } = await opened(context);
    const { edits } = await ask<BindNumbersResult>('bindNumbers');
    const text = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, NUMBERS), [...edits]);
    assert.match(text, /recall of \[74\.1\]\(\.\.\/data\/recall\.csv#large-probe\/recall\)\./);
    assert.match(text, /precision of 89\.1\./);
    assert.ok(edits.every(({ title }) => title.startsWith('Bind ')));
  });

  test('a read-only page and a file outside are told so', async context => {
    const { ask } = await opened(context, 'raw/notes.md', '# Notes\n');
    await assert.rejects(ask('bindNumbers'), /read-only/);
    await assert.rejects(ask('tables', { uri: 'file:///nowhere.md' }), /no page of a research wiki/);
  });
});

suite('paste', () => {
  const text = '# Probes\n\n\n\n## Sources\n\n- \n';

  test('spreadsheet cells become a table, by text or HTML', async context => {
    const { ask } = await opened(context, 'findings/new.md', text);
    const position = { line: 2, character: 0 };
    const html = '<table><tr><td>m</td><td>r</td></tr><tr><td>x</td><td>1</td></tr></table>';
    for (const pasted of [{ text: 'm\tr\nx\t1' }, { text: 'm r x 1', html }]) {
      const { offers } = await ask<PasteResult>('paste', { position, ...pasted });
      assert.deepEqual(
        offers.map(({ kind, newText, creates }) => [kind, newText, creates[0]!.text]),
        [['table', '[new-table.csv](../data/new-table.csv)', 'm,r\nx,1\n']],
      );
      assert.match(offers[0]!.creates[0]!.uri, /^file:.*\/data\/new-table\.csv$/);
    }
  });

  test('BibTeX becomes a source page in Sources, and nothing elsewhere', async context => {
    const { ask } = await opened(context, 'findings/new.md', text);
    const bibtex = '@misc{d, title={Recall}, author={Doe, Jane}, year=2024, doi={10.1000/x}}';
    const { offers } = await ask<PasteResult>('paste', { position: { line: 6, character: 2 }, text: bibtex });
    assert.equal(offers[0]!.newText, '[Recall](../sources/doe-2024-recall.md)');
    assert.match(offers[0]!.creates[0]!.text, /^authors:\n {2}- Jane Doe$/m);
    const elsewhere = await ask<PasteResult>('paste', { position: { line: 2, character: 0 }, text: bibtex });
    assert.deepEqual(elsewhere.offers, []);
  });
});

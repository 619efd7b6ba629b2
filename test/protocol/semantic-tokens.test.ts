import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, type TestContext, test } from 'node:test';
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensOptions,
} from 'vscode-languageserver-protocol';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { NUMBER_WIKI, NUMBERS, RECALL_CSV } from './number-pages.ts';

const PAGE = 'findings/probes.md';

async function opened(context: TestContext, capabilities = {}) {
  const root = tempWiki(context, NUMBER_WIKI);
  const client = await TestClient.start(context, { folders: [root], capabilities });
  const uri = client.open(root, PAGE, NUMBERS);
  const { legend } = client.initialized.capabilities.semanticTokensProvider as SemanticTokensOptions;
  const ask = <Answer = SemanticTokens>(method: string, more = {}, document = uri): Promise<Answer> =>
    client.connection.sendRequest(`textDocument/semanticTokens/${method}`, {
      textDocument: { uri: document },
      ...more,
    });
  /** Tokens as `line text type modifiers`. */
  const read = (text: string, { data }: Pick<SemanticTokens, 'data'>): readonly string[] => {
    const lines = text.split('\n');
    let [line, character] = [0, 0];
    const shown: string[] = [];
    for (let at = 0; at < data.length; at += 5) {
      const [down, right, length, type, bits] = data.slice(at, at + 5) as [
        number,
        number,
        number,
        number,
        number,
      ];
      line += down;
      character = down === 0 ? character + right : right;
      const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
      const written = lines[line]!.slice(character, character + length);
      shown.push([line, written, legend.tokenTypes[type], ...modifiers].join(' '));
    }
    return shown;
  };
  return { root, client, uri, ask, read };
}

const TOKENS = [
  '9 74.1 number agrees',
  '13 52.0 number bound agrees',
  '14 89.1 number contradicts',
  '15 52.0 number agrees',
  '15 74.1 number agrees',
  '15 42.5 number agrees',
  '16 22.1 number agrees',
];

suite('semantic tokens', () => {
  test('numbers of a page by verdict, whole or in a range; none for what is no page', async context => {
    const { root, client, ask, read } = await opened(context);
    assert.deepEqual(read(NUMBERS, await ask('full')), TOKENS);
    const range = { start: { line: 14, character: 0 }, end: { line: 15, character: 0 } };
    assert.deepEqual(read(NUMBERS, await ask('range', { range })), ['14 89.1 number contradicts']);
    const table = client.open(root, 'data/recall.csv', RECALL_CSV, 'csv');
    assert.deepEqual((await ask('full', {}, table)).data, []);
    assert.deepEqual((await ask('full', {}, uriOf(root, '../elsewhere.md'))).data, []);
  });

  test('a difference gives what the whole would give', async context => {
    const { client, uri, ask, read } = await opened(context);
    const first = await ask('full');
    const edited = NUMBERS.replace('89.1', '81.9').replace('It took 12 days.', 'A recall of 74.1 is high.');
    client.change(uri, edited);
    const { edits } = await ask<SemanticTokensDelta>('full/delta', { previousResultId: first.resultId });
    const data = [...first.data];
    for (const edit of [...edits].reverse()) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    assert.ok(edits.flatMap(edit => edit.data ?? []).length < data.length);
    assert.deepEqual(read(edited, { data }), read(edited, await ask('full')));
    assert.ok(read(edited, { data }).includes('14 81.9 number agrees'));
    const unknown = await ask<SemanticTokens>('full/delta', { previousResultId: 'long gone' });
    assert.deepEqual(read(edited, unknown), read(edited, { data }));
  });

  test('the editor is told to ask again when the table changes', async context => {
    const { root, client, ask, read } = await opened(context, {
      workspace: { semanticTokens: { refreshSupport: true } },
    });
    await ask('full');
    let refreshed = false;
    client.connection.onRequest('workspace/semanticTokens/refresh', () => {
      refreshed = true;
      client.news();
      return null;
    });
    client.open(root, 'data/recall.csv', RECALL_CSV.replace('81.9', '89.1'), 'csv');
    await client.until('a refresh', () => refreshed);
    assert.ok(read(NUMBERS, await ask('full')).includes('14 89.1 number agrees'));
  });
});

test('semantic tokens: the manifest describes each type and modifier of our own', async context => {
  const { client } = await opened(context);
  const { legend } = client.initialized.capabilities.semanticTokensProvider as SemanticTokensOptions;
  const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
  assert.deepEqual(['number', ...ids(contributes.semanticTokenTypes)].sort(), [...legend.tokenTypes].sort());
  assert.deepEqual(ids(contributes.semanticTokenModifiers), [...legend.tokenModifiers].sort());
});

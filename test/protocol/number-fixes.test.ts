import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { CodeAction, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient } from './client.ts';
import { NUMBER_WIKI, NUMBERS } from './number-pages.ts';

const LAZY = {
  workspace: { workspaceEdit: { snippetEditSupport: true } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

/** A client that resolves code actions, with the page of numbers open. */
async function opened(context: TestContext) {
  const root = tempWiki(context, NUMBER_WIKI);
  const client = await TestClient.start(context, { folders: [root], capabilities: LAZY });
  const uri = client.open(root, 'findings/probes.md', NUMBERS);
  const actionsAt = (at: string, only?: string[], text = NUMBERS): Promise<CodeAction[]> => {
    const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(text.indexOf(at) + 1);
    return client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  };
  const resolve = (action: CodeAction | undefined): Promise<CodeAction> =>
    client.connection.sendRequest('codeAction/resolve', action!);
  return { client, uri, actionsAt, resolve };
}

const changeOf = ({ edit }: CodeAction): TextDocumentEdit => edit!.documentChanges![0] as TextDocumentEdit;

suite('fixes of numbers', () => {
  test('edits come when a fix is picked; one is preferred; silencing lets the reason be typed', async context => {
    const { uri, actionsAt, resolve } = await opened(context);
    const actions = await actionsAt('89.1');
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred ?? false]),
      [
        ['Change to 81.9', 'quickfix', true],
        ['Change to 81.9 and bind it to large probe, precision (81.9) in recall.csv', 'quickfix', false],
        ['Bind 89.1 to large probe, precision (81.9) in recall.csv', 'quickfix', false],
        ['Bind the clause to row "large probe" of recall.csv', 'quickfix', false],
        ['Ignore claims/contradicted here, with a reason', 'quickfix', false],
      ],
    );
    assert.ok(actions.every(({ edit, diagnostics }) => edit === undefined && diagnostics!.length === 1));
    const change = changeOf(await resolve(actions[0]));
    assert.equal(change.textDocument.uri, uri);
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, NUMBERS), change.edits as never),
      NUMBERS.replace('89.1', '81.9'),
    );
    const ignore = changeOf(await resolve(actions.at(-1)));
    assert.equal(
      (ignore.edits[0] as SnippetTextEdit).snippet.value,
      ` <!--lint ignore claims/contradicted -- \${1:the number is right}-->$0`,
    );
  });

  test('a number that agrees can be bound: a refactoring, not a fix', async context => {
    const { actionsAt, resolve } = await opened(context);
    assert.deepEqual(await actionsAt('74.1.', ['quickfix']), []);
    const actions = await actionsAt('74.1.', ['refactor']);
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        ['Bind 74.1 to large probe, recall (74.1) in recall.csv', 'refactor.rewrite', undefined],
        ['Bind the clause to row "large probe" of recall.csv', 'refactor.rewrite', undefined],
      ],
    );
    const [edit] = changeOf(await resolve(actions[0])).edits;
    assert.equal((edit as { newText: string }).newText, '[74.1](../data/recall.csv#large-probe/recall)');
    assert.deepEqual(await actionsAt('89.1', ['refactor']), [], 'a contradicted one has its fixes');
    assert.deepEqual(await actionsAt('52.0]', ['refactor']), [], 'a bound one is bound');
  });

  test('a page that changed in between is looked at again, and nothing is done to what is gone', async context => {
    const { client, uri, actionsAt, resolve } = await opened(context);
    const [fix] = await actionsAt('89.1');
    client.change(uri, NUMBERS.replace('precision of 89.1', 'precision of 81.9'));
    await assert.rejects(resolve(fix), /the page has changed/);
  });
});

import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { CLEAN, CONCEPT, FINDING } from './pages.ts';

const RESOLVES = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};
const WRONG_CASE = FINDING.replace('concepts/recall.md', 'concepts/Recall.md');

async function open(context: TestContext, files: Record<string, string>, text: string) {
  const root = tempWiki(context, { ...CLEAN, ...files });
  const client = await TestClient.start(context, { folders: [root], capabilities: RESOLVES });
  const uri = client.open(root, 'findings/probe.md', text);
  await client.untilPushed(uri, 'anything', all => all.length > 0);
  const actions = (at: string, only?: readonly string[]) => {
    const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(text.indexOf(at));
    return client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    }) as Promise<CodeAction[]>;
  };
  const resolved = (action: CodeAction | undefined) =>
    client.connection.sendRequest('codeAction/resolve', action) as Promise<CodeAction>;
  return { root, client, uri, actions, resolved };
}

const editsOf = (edit: WorkspaceEdit | undefined) => (edit?.documentChanges ?? []) as TextDocumentEdit[];

const after = (edit: WorkspaceEdit | undefined, uri: string, text: string): string =>
  TextDocument.applyEdits(
    TextDocument.create(uri, 'markdown', 1, text),
    editsOf(edit)
      .filter(({ textDocument }) => textDocument.uri === uri)
      .flatMap(({ edits }) => edits) as never,
  );

suite('fix all of a kind', () => {
  const twice = WRONG_CASE.replace('A probe of recall.', 'A probe of [recall](../Concepts/recall.md).');

  test('in the page, and in the wiki', async context => {
    const other = FINDING.replace('concepts/recall.md', 'concepts/RECALL.md');
    const { root, client, uri, actions, resolved } = await open(
      context,
      { 'findings/other.md': other },
      twice,
    );
    await client.connection.sendRequest('researchWiki/checkWiki');
    const offered = await actions('../concepts/Recall.md');
    const inPage = offered.find(
      ({ title }) => title === 'Fix all of links/wrong-case in this page (2 problems)',
    );
    const inWiki = offered.find(
      ({ title }) => title === 'Fix all of links/wrong-case in this wiki (3 problems)',
    );
    const page = await resolved(inPage);
    assert.equal(editsOf(page.edit).length, 1);
    assert.equal(
      after(page.edit, uri, twice),
      twice.replace('Concepts', 'concepts').replace('Recall.md', 'recall.md'),
    );
    const wiki = await resolved(inWiki);
    assert.equal(after(wiki.edit, uriOf(root, 'findings/other.md'), other), FINDING);
    assert.equal(after(wiki.edit, uri, twice), after(page.edit, uri, twice));
  });

  test('of the whole wiki, while most of it is still to be checked', async context => {
    const pages = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`findings/more-${index}.md`, WRONG_CASE]),
    );
    const { root, actions, resolved, uri } = await open(context, pages, WRONG_CASE);
    const offered = await actions('../concepts/Recall.md');
    const inWiki = offered.find(({ title }) => title.includes('links/wrong-case in this wiki'));
    const { edit } = await resolved(inWiki);
    const edited = editsOf(edit).map(({ textDocument }) => textDocument.uri);
    assert.deepEqual(edited.sort(), [...Object.keys(pages).map(path => uriOf(root, path)), uri].sort());
  });

  test('not for the only one of its kind, nor where nothing likely is known', async context => {
    const { client, actions } = await open(
      context,
      {},
      WRONG_CASE.replace('A probe of recall.', '[a](zebra.md) [b](gnu.md)'),
    );
    await client.connection.sendRequest('researchWiki/checkWiki');
    for (const at of ['../concepts/Recall.md', 'zebra.md'])
      assert.deepEqual(
        (await actions(at)).filter(({ title }) => title.startsWith('Fix all')),
        [],
        at,
      );
  });
});

test('a closed page that changed before any news of it is mended as it is now', async context => {
  const other = FINDING.replace('concepts/recall.md', 'concepts/RECALL.md');
  const { root, client, actions, resolved } = await open(context, { 'findings/other.md': other }, WRONG_CASE);
  await client.untilPushed(uriOf(root, 'findings/other.md'), 'the other page', all => all.length > 0);
  const offered = await actions('../concepts/Recall.md');
  const inWiki = offered.find(({ title }) => title.includes('links/wrong-case in this wiki'));
  const changed = other.replace('A probe of recall.', 'A probe of recall, of which more is said by now.');
  writeIn(root, 'findings/other.md', changed);
  const { edit } = await resolved(inWiki);
  assert.equal(
    after(edit, uriOf(root, 'findings/other.md'), changed),
    changed.replace('RECALL.md', 'recall.md'),
  );
});

suite('source.fixAll.researchWiki', () => {
  const text = WRONG_CASE.replace(
    'A probe of recall.',
    'A [probe](gone.md) of [71.4](../data/t.csv#large/recall).',
  );
  const files = { 'data/t.csv': 'model,recall\nsmall,52.0\nlarge,74.1\n' };

  test('announced; the safe fixes of the page, and never a number', async context => {
    const { client, uri, actions } = await open(context, files, text);
    const { codeActionKinds } = client.initialized.capabilities.codeActionProvider as {
      codeActionKinds: string[];
    };
    assert.ok(codeActionKinds.includes('source.fixAll.researchWiki'));
    for (const only of ['source.fixAll.researchWiki', 'source.fixAll', 'source']) {
      const [action, ...more] = await actions('---', [only]);
      assert.equal(more.length, 0, only);
      assert.equal(action!.kind, 'source.fixAll.researchWiki');
      assert.equal(after(action!.edit, uri, text), text.replace('Recall.md', 'recall.md'));
    }
  });

  test('only where it is asked for, and where there is something', async context => {
    const { client, root, actions } = await open(context, files, text);
    assert.deepEqual(
      (await actions('../concepts/Recall.md')).filter(({ kind }) => kind?.startsWith('source')),
      [],
    );
    const uri = client.open(root, 'concepts/recall.md', CONCEPT);
    const none = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    })) as CodeAction[];
    assert.deepEqual(none, []);
  });
});

test('all safe problems of the wiki, numbers too, as one edit', async context => {
  const bound = FINDING.replace('A probe of recall.', 'It has [71.4](../data/t.csv#large/recall).');
  const files = { 'data/t.csv': 'model,recall\nsmall,52.0\nlarge,74.1\n', 'findings/bound.md': bound };
  const { root, client, uri } = await open(context, files, WRONG_CASE);
  const asked: ApplyWorkspaceEditParams[] = [];
  const said: string[] = [];
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    asked.push(params);
    return { applied: true };
  });
  client.connection.onRequest('window/showMessageRequest', ({ message }) => {
    said.push(message);
    client.news();
    return null;
  });
  await client.connection.sendRequest('workspace/executeCommand', { command: 'researchWiki.fixAllSafe' });
  assert.equal(asked.length, 1);
  assert.equal(after(asked[0]!.edit, uri, WRONG_CASE), FINDING);
  assert.equal(after(asked[0]!.edit, uriOf(root, 'findings/bound.md'), bound), bound.replace('71.4', '74.1'));
  await client.until('what was done', () => said.length > 0);
  assert.deepEqual(said, ['Mended 2 problems in 2 files.']);
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { tempWiki } from '../support/temp-wiki.ts';
import { codesOf, TestClient, uriOf } from './client.ts';
import { CLEAN, FINDING } from './pages.ts';

suite('the server as such', () => {
  test('says what it can, and ends when told to', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'Research Wiki');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: false });
    await client.stop();
    assert.equal(client.process.exitCode, 0);
    assert.equal(client.stderr, '');
  });

  test('asks the client to watch files, with one pattern for each folder', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const options = await client.until('the watchers', () =>
      client.registered.get('workspace/didChangeWatchedFiles'),
    );
    assert.deepEqual(options, { watchers: [{ globPattern: { baseUri: uriOf(root), pattern: '**/*' } }] });
  });

  test('incremental edits in the middle of a line', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const uri = client.open(root, 'findings/probe.md', FINDING);
    const line = FINDING.split('\n').findIndex(text => text.includes('recall.md'));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line, character: 25 }, end: { line, character: 26 } }, text: '' }],
    });
    await client.untilPushed(uri, 'broken link', all => codesOf(all).includes('links/broken-page'));
  });

  test('severities by configuration, and back', async context => {
    const root = tempWiki(context, { ...CLEAN, 'concepts/memory.md': 'See [that](gone.md).\n' });
    const client = await TestClient.start(context, { folders: [root] });
    const uri = uriOf(root, 'concepts/memory.md');
    await client.untilPushed(uri, 'an error', all => all.some(({ severity }) => severity === 1));
    const set = (rules: object) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { researchWiki: { rules } },
      });
    await set({ 'links/*': 'info' });
    await client.untilPushed(uri, 'an info', all =>
      all.some(({ code, severity }) => code === 'links/broken-page' && severity === 3),
    );
    await set({ 'links/broken-page': 'off' });
    await client.untilPushed(uri, 'no broken link', all => !codesOf(all).includes('links/broken-page'));
    await set({});
    await client.untilPushed(uri, 'an error', all => all.some(({ severity }) => severity === 1));
  });

  test('what VS Code reports itself in an open page is left to it, its fixes stay', async context => {
    const text = FINDING.replace('recall.md', 'recal.md');
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': text });
    const vscodeMarkdown = {
      validateEnabled: true,
      fileLinks: true,
      ownFragmentLinks: true,
      fragmentLinks: true,
      referenceLinks: true,
      duplicateDefinitions: true,
      unusedDefinitions: true,
      pathSuggestions: true,
    };
    const client = await TestClient.start(context, {
      folders: [root],
      initializationOptions: { vscodeMarkdown },
    });
    const uri = uriOf(root, 'findings/probe.md');
    await client.untilPushed(uri, 'the broken link of the closed page', all =>
      codesOf(all).includes('links/broken-page'),
    );
    client.open(root, 'findings/probe.md', text);
    await client.untilPushed(
      uri,
      'nothing that VS Code shows too',
      all => !codesOf(all).includes('links/broken-page'),
    );
    const line = text.split('\n').findIndex(each => each.includes('recal.md'));
    const actions = await client.connection.sendRequest<{ title: string }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 15 }, end: { line, character: 15 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => title === 'Change to "concepts/recall.md"'));
  });

  test('a request that is cancelled is not worked out', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const uri = client.open(root, 'findings/probe.md', FINDING);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 13, character: 20 } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: -32800 });
  });

  test('documents of other schemes and outside of the wiki are left alone', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    for (const uri of [
      'untitled:Untitled-1',
      'git:/a/b.md?ref',
      'vscode-remote://host/a.md',
      'file:///elsewhere/a.md',
    ]) {
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: 'See [that](gone.md).\n' },
      });
      assert.equal(
        await client.connection.sendRequest('textDocument/hover', {
          textDocument: { uri },
          position: { line: 0, character: 7 },
        }),
        null,
      );
    }
    assert.equal(client.pushed.size, 0);
  });

  test('progress for a reading that takes long is a matter of the client', async context => {
    const root = tempWiki(context, { ...CLEAN, 'concepts/memory.md': 'See [that](gone.md).\n' });
    const client = await TestClient.start(context, {
      folders: [root],
      capabilities: { window: { workDoneProgress: false } },
    });
    await client.untilPushed(uriOf(root, 'concepts/memory.md'), 'broken link', all => all.length > 0);
  });
});

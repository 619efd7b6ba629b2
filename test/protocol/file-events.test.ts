import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import type { ApplyWorkspaceEditParams, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { CONCEPT, FINDING, SCHEMA } from './pages.ts';

/** Of its own, so that every count here is of what stands here. */
const WIKI = {
  'research-wiki.yaml': SCHEMA,
  'findings/probe.md': FINDING,
  'concepts/recall.md': CONCEPT,
  'concepts/memory.md': '# Memory\n',
  'concepts/near.md': '# Near\n\nSee [recall](recall.md).\n',
  'lenses/cognitive.md': '# Cognitive\n',
};

const READY = 'findings/probe.md';

/** A client whose wiki is read, with the messages that it was asked. */
async function started(
  context: TestContext,
  options: { answer?: string; initializationOptions?: object } = {},
) {
  const root = tempWiki(context, WIKI);
  const client = await TestClient.start(context, {
    folders: [root],
    initializationOptions: { showsPlaces: true, ...options.initializationOptions },
  });
  const messages: string[] = [];
  const shown: unknown[] = [];
  const edits: ApplyWorkspaceEditParams[] = [];
  client.connection.onRequest('window/showMessageRequest', ({ message }) => {
    messages.push(message);
    client.news();
    return options.answer === undefined ? null : { title: options.answer };
  });
  client.connection.onNotification('researchWiki/showPlaces', params => {
    shown.push(params);
    client.news();
  });
  client.connection.onRequest('workspace/applyEdit', params => {
    edits.push(params);
    client.news();
    return { applied: true };
  });
  // Asked for its answer: by then the wiki is read.
  await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uriOf(root, READY) } });
  const remove = async (...paths: string[]) => {
    const params = { files: paths.map(path => ({ uri: uriOf(root, path) })) };
    await client.connection.sendRequest('workspace/willDeleteFiles', params);
    for (const path of paths) rmSync(join(root, path), { recursive: true });
    await client.connection.sendNotification('workspace/didDeleteFiles', params);
  };
  return { root, client, messages, shown, edits, remove };
}

suite('pages that are deleted', () => {
  test('one message says who links there, and Show lists them', async context => {
    const { client, messages, shown, remove } = await started(context, { answer: 'Show' });
    await remove('concepts/recall.md');
    await client.until('the list', () => shown.length > 0);
    assert.deepEqual(messages, ['2 pages link to "Recall"']);
    const [{ title, places }] = shown as [{ title: string; places: unknown[] }];
    assert.deepEqual([title, places.length], ['2 pages link to "Recall"', 2]);
  });

  test('pages that go together do not count', async context => {
    const { client, messages, remove } = await started(context);
    await remove('concepts');
    await client.until('the message', () => messages.length > 0);
    assert.deepEqual(messages, ['1 page links to "Recall"']);
  });

  test('nothing is said of a page that nobody links to', async context => {
    const { client, messages, remove } = await started(context);
    await remove('concepts/memory.md');
    await remove('concepts/recall.md');
    await client.until('the message for the other page', () => messages.length > 0);
    assert.deepEqual(messages, ['2 pages link to "Recall"']);
  });
});

suite('pages that are made', () => {
  const made = async (
    context: TestContext,
    text: string,
    initializationOptions: object = { fillNewPages: true },
  ) => {
    const wiki = await started(context, { initializationOptions });
    const path = 'findings/2024-slow-decay.md';
    writeIn(wiki.root, path, text);
    const uri = uriOf(wiki.root, path);
    await wiki.client.connection.sendNotification('workspace/didCreateFiles', { files: [{ uri }] });
    wiki.client.open(wiki.root, path, text);
    return { ...wiki, uri };
  };

  test('an empty one gets what its type needs when it is opened, as an edit of that version', async context => {
    const { client, edits, uri } = await made(context, '');
    await client.until('the edit', () => edits.length > 0);
    const [change] = edits[0]!.edit.documentChanges as [TextDocumentEdit];
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    const [{ newText }] = change.edits as unknown as [{ newText: string }];
    assert.match(newText, /^---\ntype: finding\ntitle: Slow decay\n[^]*^## Concepts$/m);
  });

  for (const [what, text, options] of [
    ['that has text', CONCEPT, { fillNewPages: true }],
    ['where nobody asked for it', '', {}],
  ] as const) {
    test(`none ${what}`, async context => {
      const { client, edits, uri } = await made(context, text, options);
      // Whatever the opening brought about has been sent before this is answered.
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
      assert.deepEqual(edits, []);
    });
  }
});

suite('files that no watcher tells of', () => {
  const broken = (client: TestClient, root: string, path: string) => {
    const found = client.pushed.get(uriOf(root, path)) ?? [];
    return found.some(({ code }) => code === 'links/broken-page');
  };

  test('in a folder that came with the folder around it', async context => {
    const { root, client } = await started(context);
    writeIn(root, 'concepts/new/inner/first.md', '# First\n\n[gone](gone.md)\n');
    // An editor on Linux tells of the outer folder, and never of what happens in the inner one.
    client.fileEvent(root, 'concepts/new', 1);
    await client.until('what came with them', () => broken(client, root, 'concepts/new/inner/first.md'));
    writeIn(root, 'concepts/new/inner/second.md', '# Second\n\n[gone](gone.md)\n');
    await client.until('what came later', () => broken(client, root, 'concepts/new/inner/second.md'));
    writeIn(root, 'concepts/new/inner/second.md', '# Second\n');
    await client.until('what changed', () => !broken(client, root, 'concepts/new/inner/second.md'));
    rmSync(join(root, 'concepts/new'), { recursive: true });
    client.fileEvent(root, 'concepts/new', 3);
    await client.until('what went', () => !broken(client, root, 'concepts/new/inner/first.md'));
  });

  test('which the user moved in the editor', async context => {
    const { root, client } = await started(context);
    const [from, to] = ['concepts/near.md', 'concepts/far.md'];
    renameSync(join(root, from), join(root, to));
    writeIn(root, to, '# Far\n\n[gone](gone.md)\n');
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf(root, from), newUri: uriOf(root, to) }],
    });
    await client.until('its broken link', () => broken(client, root, to));
  });
});

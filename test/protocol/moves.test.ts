import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { uriOf } from './client.ts';
import { applied, rename, start, WIKI, willRename } from './moved-wiki.ts';

suite('files that will be renamed', () => {
  test('a file, with its own links', async context => {
    const { root, client } = await start(context);
    const edit = await willRename(client, root, ['concepts/recall.md', 'recall.md']);
    assert.deepEqual(applied(root, edit), {
      'concepts/recall.md': WIKI['concepts/recall.md'].replace('../findings', 'findings'),
      'findings/probe.md': WIKI['findings/probe.md'].replace('../concepts/recall.md', '../recall.md'),
      'raw/paper.md': WIKI['raw/paper.md'].replace('../concepts/recall.md', '../recall.md'),
    });
  });

  test('a folder, and several at once', async context => {
    const { root, client } = await start(context);
    const edit = await willRename(client, root, ['concepts', 'ideas/all'], ['findings', 'ideas/found']);
    assert.deepEqual(applied(root, edit), {
      'concepts/recall.md': WIKI['concepts/recall.md'].replace('../findings', '../found'),
      'findings/probe.md': WIKI['findings/probe.md'].replace('../concepts', '../all'),
      // The configuration goes on to mean the folder.
      'research-wiki.yaml': WIKI['research-wiki.yaml'].replace('concepts/*', 'ideas/all/*'),
      'raw/paper.md': WIKI['raw/paper.md'].replace('../concepts', '../ideas/all'),
    });
  });

  test('nothing to change, or no wiki: no edit', async context => {
    const { root, client } = await start(context, { files: { 'alone.md': '# Alone\n' } });
    assert.equal(await willRename(client, root, ['alone.md', 'sub/alone.md']), null);
    assert.equal(await willRename(client, '/nowhere', ['a.md', 'b.md']), null);
  });

  test('the own links of a page are left where the client says that VS Code updates them', async context => {
    const { root, client } = await start(context);
    await client.connection.sendNotification('researchWiki/leaveOwnLinks', {
      uris: [uriOf(root, 'concepts')],
    });
    const edit = await willRename(client, root, ['concepts/recall.md', 'recall.md']);
    assert.deepEqual(Object.keys(applied(root, edit)).sort(), ['findings/probe.md', 'raw/paper.md']);
    // For that one request only, and not where the page stays in its folder.
    const again = await willRename(client, root, ['concepts/recall.md', 'recall.md']);
    assert.equal(Object.keys(applied(root, again)).length, 3);
  });

  test('what VS Code then leaves broken is mended when the client says so, before the news of the move come', async context => {
    const { root, client } = await start(context);
    const edits: WorkspaceEdit[] = [];
    client.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      edits.push(edit);
      client.news();
      return { applied: true };
    });
    await client.connection.sendNotification('researchWiki/leaveOwnLinks', {
      uris: [uriOf(root, 'findings')],
    });
    const edit = await willRename(client, root, ['findings', 'deep/findings']);
    assert.deepEqual(Object.keys(applied(root, edit)), ['concepts/recall.md']);
    mkdirSync(join(root, 'deep'));
    renameSync(join(root, 'findings'), join(root, 'deep/findings'));
    const files = [{ oldUri: uriOf(root, 'findings'), newUri: uriOf(root, 'deep/findings') }];
    await client.connection.sendNotification('researchWiki/mendOwnLinks', { files });
    await client.until('an edit', () => edits.length > 0);
    assert.deepEqual(applied(root, edits[0]!), {
      'deep/findings/probe.md': WIKI['findings/probe.md'].replace('../concepts', '../../concepts'),
    });
  });

  test('a move that a rename was answered with is not edited again', async context => {
    const { root, client } = await start(context);
    const edit = await rename(
      client,
      root,
      'findings/probe.md',
      WIKI['findings/probe.md'].replace('recall.md', 're|call.md'),
      '../recall.md',
    );
    for (const [path, text] of Object.entries(applied(root, edit))) {
      if (path === 'findings/probe.md') client.change(uriOf(root, path), text);
      else client.open(root, path, text);
    }
    assert.equal(await willRename(client, root, ['concepts/recall.md', 'recall.md']), null);
  });
});

suite('files that others moved', () => {
  /** Moves a page behind the client's back, and answers the question that comes. */
  async function moved(context: TestContext, answer: string | null) {
    const { root, client } = await start(context);
    const asked: { message: string; actions?: { title: string }[] }[] = [];
    client.connection.onRequest('window/showMessageRequest', params => {
      asked.push(params);
      client.news();
      return answer === null ? null : { title: answer };
    });
    const edits: WorkspaceEdit[] = [];
    client.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      edits.push(edit);
      client.news();
      return { applied: true };
    });
    const uri = client.open(root, 'findings/probe.md', WIKI['findings/probe.md']);
    renameSync(join(root, 'concepts/recall.md'), join(root, 'recall.md'));
    client.fileEvent(root, 'concepts/recall.md', 3);
    client.fileEvent(root, 'recall.md', 1);
    await client.until('a question', () => asked.length > 0);
    return { root, client, uri, asked, edits };
  }

  test('an offer to mend the links, which does so', async context => {
    const { root, client, asked, edits } = await moved(context, 'Retarget 2 Links');
    assert.equal(asked[0]!.message, '"concepts/recall.md" moved to "recall.md".');
    assert.deepEqual(asked[0]!.actions, [{ title: 'Retarget 2 Links' }]);
    await client.until('an edit', () => edits.length > 0);
    assert.deepEqual(applied(root, edits[0]!), {
      'findings/probe.md': WIKI['findings/probe.md'].replace('../concepts/recall.md', '../recall.md'),
      'recall.md': WIKI['concepts/recall.md'].replace('../findings', 'findings'),
    });
  });

  test('else a fix on each broken link', async context => {
    const { root, client, uri, edits } = await moved(context, null);
    const [broken] = await client.untilPushed(uri, 'a broken link', diagnostics => diagnostics.length === 1);
    assert.equal(broken!.message, 'no page at "concepts/recall.md"; there is "recall.md"');
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: broken!.range,
      context: { diagnostics: [] },
    })) as { title: string; edit?: WorkspaceEdit }[];
    const fix = actions.find(({ title }) => title.startsWith('Retarget'))!;
    assert.equal(fix.title, 'Retarget 2 links to "recall.md", where it moved');
    assert.deepEqual(Object.keys(applied(root, fix.edit!)).sort(), ['findings/probe.md', 'recall.md']);
    assert.equal(edits.length, 0);
  });

  test('no question where no link broke', async context => {
    const { root, client } = await start(context, {
      files: { 'alone.md': '# Alone\n\nA page that nobody links to, and that links to nobody.\n' },
    });
    const asked: string[] = [];
    client.connection.onRequest('window/showMessageRequest', ({ message }) => {
      asked.push(message);
      return null;
    });
    const uri = client.open(root, 'findings/probe.md', WIKI['findings/probe.md']);
    renameSync(join(root, 'alone.md'), join(root, 'other.md'));
    client.fileEvent(root, 'alone.md', 3);
    client.fileEvent(root, 'other.md', 1);
    rmSync(join(root, 'concepts/recall.md'));
    client.fileEvent(root, 'concepts/recall.md', 3);
    await client.untilPushed(uri, 'a broken link', diagnostics => diagnostics.length === 1);
    assert.deepEqual(asked, []);
  });
});

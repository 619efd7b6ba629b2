import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { PrepareRenameResult, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { writeIn } from '../support/temp-wiki.ts';
import { uriOf } from './client.ts';
import { atCursor } from './cursor.ts';
import { applied, rename, start, WIKI } from './moved-wiki.ts';

suite('rename', () => {
  test('says what it is about before', async context => {
    const { root, client } = await start(context);
    const { text, position } = atCursor('[Recall](../concepts/recall.md#met|hod)\n');
    const uri = client.open(root, 'findings/probe.md', text);
    const found = (await client.connection.sendRequest('textDocument/prepareRename', {
      textDocument: { uri },
      position,
    })) as PrepareRenameResult;
    assert.deepEqual(found, {
      range: { start: { line: 0, character: 31 }, end: { line: 0, character: 37 } },
      placeholder: 'Method',
    });
    const nothing = await client.connection.sendRequest('textDocument/prepareRename', {
      textDocument: { uri },
      position: { line: 1, character: 0 },
    });
    assert.equal(nothing, null);
  });

  test('a heading in an open page, with links in closed ones', async context => {
    const { root, client } = await start(context);
    const edit = await rename(
      client,
      root,
      'concepts/recall.md',
      WIKI['concepts/recall.md'].replace('## Me', '## |Me'),
      'How it is done',
    );
    assert.deepEqual(applied(root, edit), {
      'concepts/recall.md': WIKI['concepts/recall.md'].replace('Method', 'How it is done'),
      'findings/probe.md': WIKI['findings/probe.md'].replace('#method', '#how-it-is-done'),
    });
  });

  test('a file from a link: edits, then the new name; what is read-only asks first', async context => {
    const { root, client } = await start(context);
    const edit = await rename(
      client,
      root,
      'findings/probe.md',
      WIKI['findings/probe.md'].replace('recall.md', 're|call.md'),
      '../concepts/memory',
    );
    assert.deepEqual(edit.documentChanges!.at(-1), {
      kind: 'rename',
      oldUri: uriOf(root, 'concepts/recall.md'),
      newUri: uriOf(root, 'concepts/memory.md'),
      options: { overwrite: false, ignoreIfExists: false },
    });
    assert.deepEqual(applied(root, edit), {
      'findings/probe.md': WIKI['findings/probe.md'].replace('recall.md', 'memory.md'),
      'raw/paper.md': WIKI['raw/paper.md'].replace('recall.md', 'memory.md'),
    });
    const paper = edit.documentChanges!.find(
      change => 'textDocument' in change && change.textDocument.uri.endsWith('paper.md'),
    ) as TextDocumentEdit;
    const { annotationId } = paper.edits[0] as { annotationId: string };
    assert.equal(edit.changeAnnotations![annotationId]!.needsConfirmation, true);
  });

  test('leaves what is read-only to a client that can’t ask', async context => {
    const { root, client } = await start(context, { capabilities: {} });
    const edit = await rename(
      client,
      root,
      'findings/probe.md',
      WIKI['findings/probe.md'].replace('recall.md', 're|call.md'),
      '../concepts/memory',
    );
    assert.deepEqual(Object.keys(applied(root, edit)), ['findings/probe.md']);
  });

  test('no file from a client that can’t move any', async context => {
    const { root, client } = await start(context, {
      capabilities: { workspace: { workspaceEdit: { resourceOperations: null } } },
    });
    assert.equal(
      await rename(
        client,
        root,
        'findings/probe.md',
        WIKI['findings/probe.md'].replace('recall.md', 're|call.md'),
        'x.md',
      ),
      null,
    );
  });

  test('a closed page that changed since it was read is read again', async context => {
    const { root, client } = await start(context);
    writeIn(root, 'findings/probe.md', `A line before.\n\n${WIKI['findings/probe.md']}`);
    const edit = await rename(
      client,
      root,
      'concepts/recall.md',
      WIKI['concepts/recall.md'].replace('## Me', '## |Me'),
      'Ways',
    );
    assert.equal(
      applied(root, edit)['findings/probe.md'],
      `A line before.\n\n${WIKI['findings/probe.md'].replace('#method', '#ways')}`,
    );
  });

  const LINK = WIKI['findings/probe.md'].replace('recall.md', 're|call.md');
  const refusals: readonly [string, string, RegExp, (root: string) => void][] = [
    ['onto a file that exists', '../findings/probe.md', /"findings\/probe\.md" exists already/, () => {}],
    ['into a missing folder', '../gone/recall.md', /there is no folder "gone"/, () => {}],
    [
      'of a read-only file',
      '../concepts/b.md',
      /"concepts\/recall\.md" is read-only/,
      root => chmodSync(join(root, 'concepts/recall.md'), 0o444),
    ],
  ];
  for (const [what, name, reason, before] of refusals) {
    test(`refused ${what}`, async context => {
      const { root, client } = await start(context);
      before(root);
      await assert.rejects(rename(client, root, 'findings/probe.md', LINK, name), reason);
    });
  }

  test('refused of a file with changes that are not saved', async context => {
    const { root, client } = await start(context);
    client.open(root, 'concepts/recall.md', `${WIKI['concepts/recall.md']}More.\n`);
    await assert.rejects(
      rename(client, root, 'findings/probe.md', LINK, '../concepts/b.md'),
      /has changes that are not saved/,
    );
  });

  test('VS Code is told by a message and gets an empty edit, or it would do it by itself', async context => {
    const { root, client } = await start(context, { initializationOptions: { besideVsCodeMarkdown: true } });
    const shown: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }) => {
      shown.push(message);
      client.news();
    });
    const edit = await rename(client, root, 'findings/probe.md', LINK, '../findings/probe.md');
    assert.deepEqual(edit, { documentChanges: [] });
    await client.until('a message', () => shown.some(message => /exists already/.test(message)));
  });
});

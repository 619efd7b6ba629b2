import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import type { PrepareRenameResult, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { atCursor } from './cursor.ts';

const WIKI = {
  'research-wiki.yaml':
    'version: 1\nextends: null\nread-only: ["raw/**"]\npages: { concept: { files: "concepts/*.md" } }\n',
  'concepts/recall.md':
    '# Recall\n\nWhat is brought back, and how one tells that it was.\n\n## Method\n\n- [Probe](../findings/probe.md)\n',
  'findings/probe.md': '# Probe\n\n- [Recall](../concepts/recall.md#method)\n',
  'raw/paper.md': '# Paper\n\n- [Recall](../concepts/recall.md)\n',
};

const ANNOTATES = {
  workspace: { workspaceEdit: { changeAnnotationSupport: {} } },
  textDocument: { rename: { prepareSupport: true } },
};

async function start(
  context: TestContext,
  options: { files?: Record<string, string>; capabilities?: object; initializationOptions?: object } = {},
) {
  const root = tempWiki(context, { ...WIKI, ...options.files });
  const client = await TestClient.start(context, {
    folders: [root],
    capabilities: options.capabilities ?? ANNOTATES,
    initializationOptions: options.initializationOptions ?? {},
  });
  // Asked for its answer: by then the wiki is read.
  await client.connection.sendRequest('textDocument/prepareRename', {
    textDocument: { uri: uriOf(root, 'concepts/recall.md') },
    position: { line: 0, character: 0 },
  });
  return { root, client };
}

/** Asks for a rename at the `|`. */
async function rename(client: TestClient, root: string, path: string, marked: string, newName: string) {
  const { text, position } = atCursor(marked);
  const uri = client.open(root, path, text);
  return (await client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri },
    position,
    newName,
  })) as WorkspaceEdit;
}

const willRename = (client: TestClient, root: string, ...moves: (readonly [string, string])[]) =>
  client.connection.sendRequest('workspace/willRenameFiles', {
    files: moves.map(([from, to]) => ({ oldUri: uriOf(root, from), newUri: uriOf(root, to) })),
  }) as Promise<WorkspaceEdit | null>;

/** The texts of the files that an edit changes, by path. */
function applied(root: string, edit: WorkspaceEdit | null): Record<string, string> {
  const changes = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'textDocument' in change,
  );
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const path = decodeURI(uri.slice(uriOf(root).length + 1));
      const document = TextDocument.create(uri, 'markdown', 1, readFileSync(join(root, path), 'utf8'));
      return [path, TextDocument.applyEdits(document, edits as never)];
    }),
  );
}

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

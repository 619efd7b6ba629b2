import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import type { CodeAction, Command, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { CLEAN, FINDING } from './pages.ts';

/** Opens a page and asks for the fixes at the first place where `at` stands in it. */
async function fixesAt(
  context: TestContext,
  text: string,
  at: string,
  options: { files?: Record<string, string>; confirms?: boolean } = {},
) {
  const root = tempWiki(context, options.files ?? CLEAN);
  const client = await TestClient.start(context, {
    folders: [root],
    initializationOptions: { confirms: options.confirms ?? false },
  });
  const uri = client.open(root, 'findings/probe.md', text);
  const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(text.indexOf(at));
  const actions = (await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })) as CodeAction[];
  const action = (title: string) => {
    const found = actions.find(candidate => candidate.title === title);
    assert.ok(found, `no "${title}" among ${JSON.stringify(actions.map(candidate => candidate.title))}`);
    return found;
  };
  return { root, client, uri, actions, action };
}

/** The text of one document after an edit. */
function applied(edit: WorkspaceEdit | undefined, uri: string, text: string): string {
  const changes = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'textDocument' in change && change.textDocument.uri === uri,
  );
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'markdown', 1, text),
    changes.flatMap(({ edits }) => edits) as never,
  );
}

suite('quick fixes', () => {
  test('did you mean, preferred', async context => {
    const broken = FINDING.replace('recall.md', 'recal.md');
    const { action, uri } = await fixesAt(context, broken, 'recal.md');
    const fix = action('Change to "concepts/recall.md"');
    assert.equal(fix.isPreferred, true);
    assert.equal(applied(fix.edit, uri, broken), FINDING);
  });

  test('a missing section is put at its place in the order', async context => {
    const without = FINDING.replace('## Summary\n\nA probe of recall.\n\n', '');
    const { actions, uri } = await fixesAt(context, without, 'Probe');
    const fix = actions.find(({ title }) => /section/.test(title) && /Summary/.test(title));
    assert.ok(fix, JSON.stringify(actions.map(({ title }) => title)));
    assert.match(applied(fix.edit, uri, without), /# Probe\n\n## Summary\n[^]*## Concepts/);
  });

  test('a missing field is put into the front matter', async context => {
    const without = FINDING.replace('status: draft\n', '');
    const { actions, uri } = await fixesAt(context, without, '---');
    const fix = actions.find(({ title }) => /status/.test(title));
    assert.ok(fix, JSON.stringify(actions.map(({ title }) => title)));
    assert.match(applied(fix.edit, uri, without), /^---\n[^]*status: draft\n[^]*---\n/);
  });

  test('ignore it here', async context => {
    const broken = FINDING.replace('A probe of recall.', 'A [probe](gone.md) of recall.');
    const { action, uri } = await fixesAt(context, broken, 'gone.md');
    const fix = action('Ignore links/broken-page here');
    assert.ok(
      applied(fix.edit, uri, broken).includes(
        'A [probe](gone.md) of recall. <!--lint ignore links/broken-page-->\n',
      ),
    );
  });

  test('list this page where the relation asks for it, in a page that is not open', async context => {
    const text = FINDING.replace('[Recall](../concepts/recall.md)', '[Memory](../concepts/memory.md)');
    const { action, root } = await fixesAt(context, text, '../concepts/memory.md');
    const fix = action('List this page in "Findings" of "Memory"');
    const memory = CLEAN['concepts/memory.md']!;
    assert.equal(
      applied(fix.edit, uriOf(root, 'concepts/memory.md'), memory),
      `${memory.trimEnd()}\n- [Probe](../findings/probe.md)\n`,
    );
  });

  test('a closed page that changed on disk is read again before it is edited', async context => {
    const text = FINDING.replace('[Recall](../concepts/recall.md)', '[Memory](../concepts/memory.md)');
    const { client, root, uri } = await fixesAt(context, text, '../concepts/memory.md');
    const changed = '# Memory\n\nA new beginning, unseen.\n\n## Findings\n\n- None yet\n';
    writeIn(root, 'concepts/memory.md', changed);
    const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(
      text.indexOf('../concepts/memory.md'),
    );
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })) as CodeAction[];
    const fix = actions.find(({ title }) => title.startsWith('List this page'));
    assert.equal(
      applied(fix?.edit, uriOf(root, 'concepts/memory.md'), changed),
      `${changed.trimEnd()}\n- [Probe](../findings/probe.md)\n`,
    );
  });

  test('what then differs in other pages is told, though no news of the change came', async context => {
    const text = FINDING.replace('[Recall](../concepts/recall.md)', '[Memory](../concepts/memory.md)');
    const other = '# Other\n\nAs [listed](memory.md#findings).\n';
    const { client, root, uri } = await fixesAt(context, text, '../concepts/memory.md', {
      files: { ...CLEAN, 'concepts/other.md': other },
    });
    writeIn(root, 'concepts/memory.md', '# Memory\n\nA page without sections.\n');
    const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(
      text.indexOf('../concepts/memory.md'),
    );
    await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    await client.untilPushed(uriOf(root, 'concepts/other.md'), 'the heading that went', all =>
      all.some(({ code }) => code === 'links/broken-anchor'),
    );
  });

  for (const confirms of [true, false]) {
    test(`create a page asks first, by ${confirms ? 'our own request' : 'showMessageRequest'}`, async context => {
      const broken = FINDING.replace('../concepts/recall.md', '../concepts/priming.md');
      const { action, client, root } = await fixesAt(context, broken, '../concepts/priming.md', { confirms });
      const { command } = action('Create concept "concepts/priming.md"') as { command: Command };
      let answer = false;
      let asked = 0;
      const edits: WorkspaceEdit[] = [];
      let shown: string | undefined;
      client.connection.onRequest('researchWiki/confirm', () => {
        asked++;
        return answer;
      });
      client.connection.onRequest('window/showMessageRequest', () => {
        asked++;
        return answer ? { title: 'Create' } : { title: 'Cancel' };
      });
      client.connection.onRequest('workspace/applyEdit', ({ edit }) => {
        edits.push(edit);
        return { applied: true };
      });
      client.connection.onRequest('window/showDocument', ({ uri }) => {
        shown = uri;
        return { success: true };
      });
      const execute = () =>
        client.connection.sendRequest('workspace/executeCommand', {
          command: command.command,
          arguments: command.arguments,
        });
      await execute();
      assert.deepEqual([asked, edits.length, shown], [1, 0, undefined]);
      answer = true;
      await execute();
      const uri = uriOf(root, 'concepts/priming.md');
      assert.deepEqual(edits[0]!.documentChanges![0], {
        kind: 'create',
        uri,
        options: { overwrite: false, ignoreIfExists: false },
      });
      assert.match(applied(edits[0], uri, ''), /# Recall\n/);
      assert.equal(shown, uri);
      assert.equal(existsSync(join(root, 'concepts/priming.md')), false, 'the server itself writes nothing');
    });
  }

  test('a file with bytes that are no UTF-8 is never edited', async context => {
    const files: Record<string, string> = { ...CLEAN };
    const text = FINDING.replace('[Recall](../concepts/recall.md)', '[Memory](../concepts/memory.md)');
    const { root, client, uri } = await fixesAt(context, text, '../concepts/memory.md', { files });
    const bytes = Buffer.concat([
      Buffer.from('# Memory\n\n'),
      Buffer.from([0xe9, 0x21]),
      Buffer.from('\n\n## Findings\n'),
    ]);
    writeIn(root, 'concepts/memory.md', bytes);
    client.fileEvent(root, 'concepts/memory.md', 2);
    await client.untilPushed(uriOf(root, 'concepts/memory.md'), 'encoding', all =>
      all.some(({ code }) => code === 'files/encoding'),
    );
    const position = TextDocument.create(uri, 'markdown', 1, text).positionAt(
      text.indexOf('../concepts/memory.md'),
    );
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })) as CodeAction[];
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith('List this page')),
      [],
    );
    assert.deepEqual(readFileSync(join(root, 'concepts/memory.md')), bytes);
  });
});

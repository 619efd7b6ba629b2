import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { CompletionItem, CompletionList, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { atCursor } from './cursor.ts';
import { CLEAN, FINDING } from './pages.ts';

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly initializationOptions?: object;
  /** What opened the list: a character, or the user (`undefined`). */
  readonly trigger?: string;
}

/** The list at the cursor of `findings/probe.md`, and what its text is once an item is taken. */
async function complete(
  context: TestContext,
  marked: string,
  { files = CLEAN, initializationOptions = {}, trigger }: Options = {},
) {
  const root = tempWiki(context, files);
  const client = await TestClient.start(context, { folders: [root], initializationOptions });
  const { text, position } = atCursor(marked);
  const uri = client.open(root, 'findings/probe.md', text);
  const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position,
    context: trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
  const itemOf = (label: string): CompletionItem => {
    const item = list.items.find(candidate => candidate.label === label);
    assert.ok(item, `no "${label}" among ${list.items.map(candidate => candidate.label)}`);
    return item;
  };
  const accept = (label: string) => {
    const { textEdit, additionalTextEdits = [] } = itemOf(label);
    return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [
      textEdit as TextEdit,
      ...additionalTextEdits,
    ]);
  };
  const ranked = [...list.items]
    .sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
    .map(({ label }) => label);
  return { client, root, list, accept, itemOf, ranked, labels: list.items.map(({ label }) => label).sort() };
}

suite('completion', () => {
  test('in a list of concepts only concepts, by title, as a whole link', async context => {
    const { labels, accept } = await complete(context, `${FINDING}- [|]\n`);
    assert.deepEqual(labels, ['Memory', 'Recall']);
    assert.equal(accept('Memory'), `${FINDING}- [Memory](../concepts/memory.md)\n`);
  });

  test('in running text all pages but the page itself', async context => {
    const { labels } = await complete(context, FINDING.replace('A probe of recall.', 'As [| says'));
    assert.deepEqual(labels, ['Cognitive', 'Memory', 'Recall']);
  });

  test('a destination by title, replacing what stands there', async context => {
    const { accept } = await complete(
      context,
      FINDING.replace('A probe of recall.', 'As [it](../con|cepts/x.md) says'),
    );
    assert.equal(
      accept('Recall'),
      FINDING.replace('A probe of recall.', 'As [it](../concepts/recall.md) says'),
    );
  });

  test('anchors of the page that the path names', async context => {
    const { list, accept } = await complete(
      context,
      FINDING.replace('A probe of recall.', 'As [it](../concepts/recall.md#|) says'),
    );
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['Recall', 'Findings'],
    );
    assert.equal(
      accept('Findings'),
      FINDING.replace('A probe of recall.', 'As [it](../concepts/recall.md#findings) says'),
    );
  });

  test('anchors of the page itself', async context => {
    const { labels } = await complete(context, FINDING.replace('A probe of recall.', 'As [it](#|) says'));
    assert.deepEqual(labels, ['Concepts', 'Probe', 'Summary']);
  });

  for (const [what, marked] of [
    ['in a flow list', FINDING.replace('[cognitive]', '[cog|]')],
    ['in a block list', FINDING.replace(' [cognitive]', '\n  - cog|')],
  ] as const) {
    test(`a field that names pages, ${what}`, async context => {
      const { labels, accept } = await complete(context, marked);
      assert.deepEqual(labels, ['cognitive']);
      assert.equal(accept('cognitive'), marked.replace('cog|', 'cognitive'));
    });
  }

  for (const [what, marked] of [
    ['in code', FINDING.replace('A probe of recall.', 'The `[rec|` code')],
    ['in a fence', FINDING.replace('A probe of recall.', '```\n[rec|\n```')],
    ['behind an escape', FINDING.replace('A probe of recall.', 'Not \\[rec|')],
    ['in a check box', FINDING.replace('A probe of recall.', '- [ |')],
    ['in a field of which the schema says nothing', FINDING.replace('status: draft', 'mood: dr|')],
    ['behind the front matter’s end', FINDING.replace('cognitive]\n---', 'cognitive]\n---|')],
    ['behind a slash between words', FINDING.replace('A probe of', 'Probes and/|')],
    ['in an address', FINDING.replace('A probe of', 'See https://concepts/|')],
  ] as const) {
    test(`nothing ${what}`, async context => {
      assert.deepEqual((await complete(context, marked)).labels, []);
    });
  }

  test('names that Markdown would misread are escaped', async context => {
    const files = { ...CLEAN, 'concepts/a (b) #c.md': '# Odd [one] *here*\n' };
    const { accept, list } = await complete(context, FINDING.replace('A probe of recall.', 'As [|'), {
      files,
    });
    const label = list.items.find(item => item.label.startsWith('Odd'))!.label;
    assert.match(accept(label), /As \[Odd \\\[one\\\] here\]\(\.\.\/concepts\/a%20%28b%29%20%23c\.md\)/);
  });

  test('a name that no page has makes one, which lists this page where it must', async context => {
    const { client, root, itemOf, accept } = await complete(context, `${FINDING}- [Priming|]\n`, {
      initializationOptions: { confirms: true },
    });
    const label = 'Create concept "Priming"';
    assert.equal(accept(label), `${FINDING}- [Priming](../concepts/priming.md)\n`);
    client.change(uriOf(root, 'findings/probe.md'), accept(label));
    const asked: string[] = [];
    const edits: WorkspaceEdit[] = [];
    client.connection.onRequest('researchWiki/confirm', ({ question }) => {
      asked.push(question);
      return true;
    });
    client.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    client.connection.onRequest('window/showDocument', () => ({ success: true }));
    const { command, arguments: given } = itemOf(label).command!;
    await client.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
    assert.deepEqual(asked, ['Create "concepts/priming.md"?']);
    assert.match(
      JSON.stringify(edits),
      /# Priming[^]*## Findings[^]*- \[Probe\]\(\.\.\/findings\/probe\.md\)/,
    );
  });

  test('no new pages for a client that makes no files', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, {
      folders: [root],
      capabilities: { workspace: { workspaceEdit: null } },
    });
    const { text, position } = atCursor(`${FINDING}- [Priming|]\n`);
    const uri = client.open(root, 'findings/probe.md', text);
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    assert.deepEqual(list.items, []);
  });

  for (const [trigger, labels] of [
    ['[', true],
    [undefined, false],
  ] as const) {
    test(`beside VS Code labels of the page are ${labels ? 'given after a bracket' : 'left out when asked for'}`, async context => {
      const marked = `${FINDING}\n[it][|]\n\n[mine]: https://example.org\n`;
      const { list } = await complete(context, marked, {
        initializationOptions: { besideVsCodeMarkdown: true },
        ...(trigger ? { trigger } : {}),
      });
      assert.equal(
        list.items.some(({ label }) => label === 'mine'),
        labels,
      );
    });
  }

  test('the card of a page comes with resolve', async context => {
    const { client, list } = await complete(context, `${FINDING}- [|]\n`);
    const item = list.items.find(({ label }) => label === 'Recall')!;
    assert.equal(item.documentation, undefined);
    const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /What is brought back\./);
  });
});

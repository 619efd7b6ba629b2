import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  LocationLink,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { atCursor } from './cursor.ts';
import { CONCEPT, FINDING, SCHEMA } from './pages.ts';

/** Of its own, so that every count here is of what stands here. */
const WIKI = {
  'research-wiki.yaml': SCHEMA,
  'findings/probe.md': FINDING,
  'concepts/recall.md': CONCEPT,
  'concepts/memory.md': '# Memory\n',
  'lenses/cognitive.md': '# Cognitive\n',
};

interface Options {
  readonly path?: string;
  readonly initializationOptions?: object;
  readonly capabilities?: object;
}

/** Opens a page at the cursor in `marked`, and asks about that place. */
async function opened(
  context: TestContext,
  marked: string,
  { path = 'findings/probe.md', ...options }: Options = {},
) {
  const root = tempWiki(context, WIKI);
  const client = await TestClient.start(context, { folders: [root], ...options });
  const { text, position } = atCursor(marked.includes('|') ? marked : `${marked}|`);
  const uri = client.open(root, path, text);
  const ask = <Answer>(method: string, more: object = {}): Promise<Answer> =>
    client.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
  const pathOf = (location: { uri: string }) => location.uri.slice(uriOf(root).length + 1);
  return { root, client, uri, ask, pathOf };
}

const inVsCode = { initializationOptions: { besideVsCodeMarkdown: true } };
const onTitle = CONCEPT.replace('# Recall', '# Rec|all');

suite('navigation', () => {
  test('definition of a field, with what is underlined where the client understands it', async context => {
    const marked = FINDING.replace('cognitive', 'cog|nitive');
    const plain = await opened(context, marked);
    const [location] = await plain.ask<Location[]>('textDocument/definition');
    assert.equal(plain.pathOf(location!), 'lenses/cognitive.md');
    const linking = await opened(context, marked, {
      capabilities: { textDocument: { definition: { linkSupport: true } } },
    });
    const [link] = await linking.ask<LocationLink[]>('textDocument/definition');
    assert.deepEqual(link!.originSelectionRange, {
      start: { line: 2, character: 9 },
      end: { line: 2, character: 18 },
    });
  });

  test('definition of a destination with an anchor is left to VS Code', async context => {
    const marked = FINDING.replace('../concepts/recall.md', '../concepts/rec|all.md#findings');
    assert.equal(await (await opened(context, marked, inVsCode)).ask('textDocument/definition'), null);
    const other = await opened(context, marked);
    const [location] = await other.ask<Location[]>('textDocument/definition');
    assert.equal(other.pathOf(location!), 'concepts/recall.md');
  });

  test('references on a title are its backlinks, each just the destination', async context => {
    const { ask, pathOf } = await opened(context, onTitle, { path: 'concepts/recall.md' });
    const found = await ask<Location[]>('textDocument/references', {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(location => [pathOf(location), location.range.start.line, location.range.start.character]),
      [['findings/probe.md', 13, 11]],
    );
  });

  test('highlights of a link', async context => {
    const marked = FINDING.replace('A probe of recall.', 'See [it](../concepts/recall.md).').replace(
      '- [Recall]',
      '- [Rec|all]',
    );
    const { ask } = await opened(context, marked);
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight');
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [9, 13],
    );
  });

  test('the outline and the folds of sections come where VS Code does not give them', async context => {
    const tree = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    const other = await opened(context, FINDING, { capabilities: tree });
    const [probe] = await other.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.deepEqual(
      [probe!.name, probe!.children?.map(({ name }) => name)],
      ['Probe', ['Summary', 'Concepts']],
    );
    const flat = await (await opened(context, FINDING)).ask<SymbolInformation[]>(
      'textDocument/documentSymbol',
    );
    assert.deepEqual(
      flat.map(({ name }) => name),
      ['Probe', 'Summary', 'Concepts'],
    );
    assert.equal((await other.ask<FoldingRange[]>('textDocument/foldingRange')).length, 4);
    const vscode = await opened(context, FINDING, inVsCode);
    assert.equal(vscode.client.initialized.capabilities.documentSymbolProvider, false);
    assert.deepEqual(
      (await vscode.ask<FoldingRange[]>('textDocument/foldingRange')).map(({ startLine, endLine }) => [
        startLine,
        endLine,
      ]),
      [[0, 3]],
    );
  });

  test('links to click: in VS Code the fields, elsewhere all', async context => {
    const targets = async (options: Options) => {
      const { ask, pathOf } = await opened(context, FINDING, options);
      return (await ask<DocumentLink[]>('textDocument/documentLink')).map(({ target }) =>
        pathOf({ uri: target! }),
      );
    };
    assert.deepEqual(await targets(inVsCode), ['lenses/cognitive.md']);
    assert.deepEqual(await targets({}), ['lenses/cognitive.md', 'concepts/recall.md']);
  });

  test('hints say the status behind a link, once they are asked for', async context => {
    const wiki = await opened(context, CONCEPT, { path: 'concepts/recall.md' });
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    assert.deepEqual(await wiki.ask('textDocument/inlayHint', { range }), []);
    await wiki.client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { researchWiki: { inlayHints: { status: true } } },
    });
    const hints = await wiki.ask<InlayHint[]>('textDocument/inlayHint', { range });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position]),
      [['draft', { line: 6, character: 31 }]],
    );
    const first = { ...range, end: { line: 3, character: 0 } };
    assert.deepEqual(await wiki.ask('textDocument/inlayHint', { range: first }), []);
  });

  test('symbols of the workspace: pages by title', async context => {
    const { client, pathOf } = await opened(context, FINDING);
    const found: SymbolInformation[] = await client.connection.sendRequest('workspace/symbol', {
      query: 'memo',
    });
    assert.deepEqual(
      found.map(({ name, location, containerName }) => [name, pathOf(location), containerName]),
      [['Memory', 'concepts/memory.md', 'concept · concepts/memory.md']],
    );
  });

  test('the call hierarchy is the evidence graph', async context => {
    const { client, ask } = await opened(context, onTitle, { path: 'concepts/recall.md' });
    const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy');
    assert.deepEqual([item!.name, item!.detail], ['Recall', 'concept']);
    const incoming: CallHierarchyIncomingCall[] = await client.connection.sendRequest(
      'callHierarchy/incomingCalls',
      { item: item! },
    );
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, from.detail, fromRanges.length]),
      [['Probe', 'finding · draft · in Concepts', 1]],
    );
    const outgoing: CallHierarchyOutgoingCall[] = await client.connection.sendRequest(
      'callHierarchy/outgoingCalls',
      { item: incoming[0]!.from },
    );
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['Cognitive', 'Recall'],
    );
  });

  test('type definition and implementation', async context => {
    const { ask, pathOf } = await opened(context, onTitle, { path: 'concepts/recall.md' });
    const type = await ask<Location>('textDocument/typeDefinition');
    assert.deepEqual([pathOf(type), type.range.start.line], ['research-wiki.yaml', 9]);
    const instances = await ask<Location[]>('textDocument/implementation');
    assert.deepEqual(instances.map(pathOf), ['findings/probe.md']);
  });
});

suite('lenses', () => {
  const numbersOff = { codeLens: { numbers: false } };

  async function lensesOf(context: TestContext, initializationOptions: object) {
    const wiki = await opened(context, CONCEPT, { path: 'concepts/recall.md', initializationOptions });
    const lenses = await wiki.ask<CodeLens[]>('textDocument/codeLens');
    const resolved = await Promise.all(
      lenses.map(lens => wiki.client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );
    return { ...wiki, lenses, resolved };
  }

  test('say who links to the page, once they are resolved', async context => {
    const { lenses, resolved } = await lensesOf(context, numbersOff);
    assert.deepEqual(
      lenses.map(({ command }) => command),
      [undefined, undefined],
    );
    assert.deepEqual(
      resolved.map(({ command }) => command!.title),
      ['1 finding links here', '1 finding names this page'],
    );
  });

  test('can be turned off, at start and later', async context => {
    const off = await lensesOf(context, { codeLens: { links: false, numbers: false } });
    assert.deepEqual(off.lenses, []);
    await off.client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { researchWiki: { codeLens: { links: true, numbers: false } } },
    });
    assert.equal((await off.ask<CodeLens[]>('textDocument/codeLens')).length, 2);
  });

  test('a click shows the places: by our client’s list, else one document or a message', async context => {
    const click = async (initializationOptions: object) => {
      const { client, resolved, root } = await lensesOf(context, { ...numbersOff, ...initializationOptions });
      const got: string[] = [];
      client.connection.onNotification('researchWiki/showPlaces', ({ title, places, from }) => {
        got.push(`list: ${title}, ${places.length} from line ${from.range.start.line}`);
      });
      client.connection.onRequest('window/showDocument', ({ uri }) => {
        got.push(`document: ${uri.slice(uriOf(root).length + 1)}`);
        return { success: true };
      });
      const { command, arguments: given } = resolved[0]!.command!;
      await client.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
      return got;
    };
    assert.deepEqual(await click({ showsPlaces: true }), [
      'list: Recall: 1 finding links here, 1 from line 0',
    ]);
    assert.deepEqual(await click({}), ['document: findings/probe.md']);
  });

  test('are asked for again when another page changes what they say', async context => {
    const root = tempWiki(context, WIKI);
    const client = await TestClient.start(context, {
      folders: [root],
      capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    });
    let refreshed = 0;
    client.connection.onRequest('workspace/codeLens/refresh', () => {
      refreshed++;
      client.news();
      return null;
    });
    const uri = client.open(root, 'findings/probe.md', FINDING);
    await client.until('the first refresh, after reading', () => refreshed > 0);
    refreshed = 0;
    client.change(uri, FINDING.replace('A probe', 'A [probe](../concepts/memory.md)'));
    await client.until('a refresh for the page that is linked now', () => refreshed > 0);
  });
});

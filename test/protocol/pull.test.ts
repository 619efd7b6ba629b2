import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import {
  type DocumentDiagnosticReport,
  ProgressType,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver-protocol/node';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { codesOf, TestClient, uriOf } from './client.ts';
import { CLEAN, FINDING } from './pages.ts';

const BROKEN = FINDING.replace('recall.md', 'recal.md');
const PULL = { diagnostics: 'pull' };
const partial = new ProgressType<WorkspaceDiagnosticReportPartialResult>();

const startPull = (context: TestContext, root: string) =>
  TestClient.start(context, { folders: [root], initializationOptions: PULL });

const ask = (client: TestClient, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId ? { previousResultId } : {}),
  });

/** Asks for the workspace with a token for partial results, and keeps what streams in by URI. */
function streamWorkspace(client: TestClient) {
  const reports = new Map<string, readonly unknown[]>();
  let answered = false;
  client.connection.onProgress(partial, 'stream', ({ items }) => {
    for (const item of items) if (item.kind === 'full') reports.set(item.uri, codesOf(item.items));
    client.news();
  });
  void client.connection
    .sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'stream' })
    .then(
      () => {
        answered = true;
      },
      () => {},
    );
  return { reports, isAnswered: () => answered };
}

suite('diagnostics by pull', () => {
  test('announced, and nothing pushed, where it is asked for', async context => {
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': BROKEN });
    const client = await startPull(context, root);
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'research-wiki',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const uri = client.open(root, 'findings/probe.md', BROKEN);
    const report = await ask(client, uri);
    assert.ok(report.kind === 'full' && codesOf(report.items).includes('links/broken-page'));
    assert.equal((await ask(client, uri, report.resultId)).kind, 'unchanged');
    assert.equal(client.pushed.size, 0);
  });

  test('push, where the client knows nothing of pull', async context => {
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': BROKEN });
    const client = await TestClient.start(context, {
      folders: [root],
      initializationOptions: PULL,
      capabilities: { textDocument: { diagnostic: null } },
    });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.untilPushed(uriOf(root, 'findings/probe.md'), 'broken link', all => all.length > 0);
  });

  test('trap 1: a request that can stream is left open, so that it is not asked again', async context => {
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': BROKEN });
    const client = await startPull(context, root);
    const { reports, isAnswered } = streamWorkspace(client);
    await client.until('the finding', () =>
      reports.get(uriOf(root, 'findings/probe.md'))?.includes('links/broken-page'),
    );
    await ask(client, uriOf(root, 'concepts/recall.md'));
    assert.equal(isAnswered(), false);
  });

  test('a request that can not stream is answered at once with all pages', async context => {
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': BROKEN });
    const client = await startPull(context, root);
    const report: WorkspaceDiagnosticReport = await client.connection.sendRequest('workspace/diagnostic', {
      previousResultIds: [],
    });
    const finding = report.items.find(({ uri }) => uri === uriOf(root, 'findings/probe.md'));
    assert.ok(finding?.kind === 'full' && codesOf(finding.items).includes('links/broken-page'));
  });

  test('trap 2: a closed page that changes is streamed', async context => {
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': BROKEN });
    const client = await startPull(context, root);
    const { reports } = streamWorkspace(client);
    const uri = uriOf(root, 'findings/probe.md');
    await client.until('the broken link', () => reports.get(uri)?.includes('links/broken-page'));
    writeIn(root, 'findings/probe.md', FINDING);
    client.fileEvent(root, 'findings/probe.md', 2);
    await client.until('nothing left', () => reports.get(uri)?.length === 0);
  });

  test('trap 3: a deleted page is streamed as empty', async context => {
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': BROKEN });
    const client = await startPull(context, root);
    const { reports } = streamWorkspace(client);
    const uri = uriOf(root, 'findings/probe.md');
    await client.until('the broken link', () => reports.get(uri)?.includes('links/broken-page'));
    rmSync(join(root, 'findings/probe.md'));
    client.fileEvent(root, 'findings/probe.md', 3);
    await client.until('nothing left', () => reports.get(uri)?.length === 0);
  });

  test('trap 4: a tab that is closed without saving is streamed as the disk has it', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await startPull(context, root);
    const { reports } = streamWorkspace(client);
    const uri = client.open(root, 'findings/probe.md', BROKEN);
    await client.until('the broken link', () => reports.get(uri)?.includes('links/broken-page'));
    client.close(uri);
    await client.until('nothing left', () => reports.get(uri)?.length === 0);
  });

  test('an open page that another file breaks makes the client ask again', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await startPull(context, root);
    let refreshed = false;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed = true;
      client.news();
    });
    const uri = client.open(root, 'findings/probe.md', FINDING);
    const before = await ask(client, uri);
    assert.deepEqual(before.kind === 'full' && before.items, []);
    rmSync(join(root, 'concepts/recall.md'));
    client.fileEvent(root, 'concepts/recall.md', 3);
    await client.until('a refresh', () => refreshed);
    const after = await ask(client, uri);
    assert.ok(after.kind === 'full' && codesOf(after.items).includes('links/broken-page'));
  });
});

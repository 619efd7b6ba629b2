import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient } from './client.ts';
import { atCursor } from './cursor.ts';
import { CLEAN, FINDING } from './pages.ts';

async function hover(context: TestContext, marked: string): Promise<string | undefined> {
  const root = tempWiki(context, CLEAN);
  const client = await TestClient.start(context, { folders: [root] });
  const { text, position } = atCursor(marked);
  const uri = client.open(root, 'findings/probe.md', text);
  const answer: Hover | null = await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  return (answer?.contents as MarkupContent | undefined)?.value;
}

suite('hover', () => {
  test('on a link: title, type, first lines', async context => {
    const card = await hover(context, FINDING.replace('[Recall](../con', '[Recall](../con|'));
    assert.match(card!, /\*\*Recall\*\*/);
    assert.match(card!, /concept/);
    assert.match(card!, /What is brought back\\?\./);
  });

  test('on a field that names a page', async context => {
    assert.match((await hover(context, FINDING.replace('cognitive', 'cog|nitive')))!, /Minds as machines/);
  });

  test('nothing on prose and on a broken way', async context => {
    assert.equal(await hover(context, FINDING.replace('A probe', 'A pr|obe')), undefined);
  });
});

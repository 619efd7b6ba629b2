import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient } from './client.ts';
import { atCursor } from './cursor.ts';
import { CLEAN, FINDING } from './pages.ts';

async function hover(
  context: TestContext,
  marked: string,
  initializationOptions: object = {},
): Promise<string | undefined> {
  const root = tempWiki(context, CLEAN);
  const client = await TestClient.start(context, { folders: [root], initializationOptions });
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

  const broken = FINDING.replace('../concepts/recall.md', '../concepts/re|cal.md');

  test('on a broken link: the reason, and what it may mean', async context => {
    const card = await hover(context, broken);
    assert.match(card!, /^no page at "concepts\/recal\.md"/);
    assert.match(card!, /- \*\*Recall\*\* concepts\/recall\.md/);
  });

  test('on a broken link beside VS Code, which shows the reason itself', async context => {
    const card = await hover(context, broken, { besideVsCodeMarkdown: true });
    assert.match(card!, /^It may mean:\n- \*\*Recall\*\*/);
  });

  test('on an anchor that is gone: the headings that it may mean', async context => {
    const card = await hover(context, FINDING.replace('recall.md', 'recall.md#find|ing'));
    assert.match(card!, /^no heading "finding" in "concepts\/recall\.md"[^]*- findings$/);
  });

  test('on a title in plain words, written as the title is', async context => {
    assert.match(
      (await hover(context, FINDING.replace('A probe of recall', 'A probe of Rec|all')))!,
      /\*\*Recall\*\*/,
    );
    assert.equal(await hover(context, FINDING.replace('A probe of recall', 'A probe of rec|all')), undefined);
  });

  test('nothing on prose', async context => {
    assert.equal(await hover(context, FINDING.replace('A probe', 'A pr|obe')), undefined);
  });
});

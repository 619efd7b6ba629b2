import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { NewWikiResult, PageTypesResult } from '../../server/src/lsp/protocol.ts';
import { uriOf } from '../../server/src/lsp/uris.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient } from './client.ts';

suite('a new wiki', () => {
  test('is what init writes; nothing is written until the client does, and then it is one', async context => {
    const root = tempWiki(context, {});
    const client = await TestClient.start(context, { folders: [root] });
    const { files } = await client.connection.sendRequest<NewWikiResult>('researchWiki/newWiki', {
      folderUri: uriOf(root),
    });
    assert.deepEqual(
      files.map(({ uri }) => uri.slice(uriOf(root).length)),
      ['/research-wiki.yaml', '/index.md'],
    );
    const paths = files.map(({ uri }) => fileURLToPath(uri));
    assert.ok(!paths.some(existsSync));
    files.forEach(({ text }, index) => {
      writeFileSync(paths[index]!, text);
    });
    for (const { uri } of files) client.fileEvent(root, uri.slice(uriOf(root).length + 1), 1);
    const types = async () => {
      const { wikis } = await client.connection.sendRequest<PageTypesResult>('researchWiki/pageTypes');
      return wikis[0]?.types;
    };
    let found = await types();
    // File events are worked off together, a moment after the last.
    for (let tries = 0; !found && tries < 100; tries++) {
      await wait(50);
      found = await types();
    }
    assert.ok(found?.some(({ name, folder }) => name === 'finding' && folder === 'findings'));
  });

  test('is not made where there is one, nor where there is no disk', async context => {
    const root = tempWiki(context, { 'research-wiki.yaml': 'version: 1\n' });
    const client = await TestClient.start(context, { folders: [root] });
    const ask = (folderUri: string) => client.connection.sendRequest('researchWiki/newWiki', { folderUri });
    await assert.rejects(ask(uriOf(root)), /"research-wiki.yaml" is there already/);
    await assert.rejects(ask('untitled:/x'), /a folder on a disk/);
  });
});

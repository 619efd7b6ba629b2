import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { codesOf, TestClient, uriOf } from './client.ts';
import { CLEAN, CONCEPT, FINDING } from './pages.ts';

suite('diagnostics by push', () => {
  test('a closed page with a broken link is reported without being opened', async context => {
    const root = tempWiki(context, { ...CLEAN, 'concepts/recall.md': `${CONCEPT}\nSee [that](gone.md).\n` });
    const client = await TestClient.start(context, { folders: [root] });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const [diagnostic] = await client.untilPushed(
      uriOf(root, 'concepts/recall.md'),
      'broken link',
      all => all.length > 0,
    );
    assert.equal(diagnostic!.code, 'links/broken-page');
    assert.equal(diagnostic!.source, 'research-wiki');
    assert.deepEqual(diagnostic!.range, {
      start: { line: 8, character: 11 },
      end: { line: 8, character: 18 },
    });
    assert.match(diagnostic!.codeDescription!.href, /rules\/links\/broken-page\.md$/);
  });

  test('typing a broken link and mending it', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const uri = client.open(root, 'findings/probe.md', FINDING);
    client.change(uri, FINDING.replace('recall.md', 'recal.md'));
    await client.untilPushed(uri, 'broken link', all => codesOf(all).includes('links/broken-page'));
    client.change(uri, FINDING);
    await client.untilPushed(uri, 'nothing', all => all.length === 0);
  });

  test('a page mended on disk clears what it caused elsewhere', async context => {
    const root = tempWiki(context, { ...CLEAN, 'concepts/recall.md': '' });
    rmSync(join(root, 'concepts/recall.md'));
    const client = await TestClient.start(context, { folders: [root] });
    const finding = uriOf(root, 'findings/probe.md');
    await client.untilPushed(finding, 'broken link', all => codesOf(all).includes('links/broken-page'));
    writeIn(root, 'concepts/recall.md', CONCEPT);
    client.fileEvent(root, 'concepts/recall.md', 1);
    await client.untilPushed(finding, 'nothing', all => all.length === 0);
  });

  test('a deleted page loses its diagnostics and breaks the links to it', async context => {
    const root = tempWiki(context, { ...CLEAN, 'concepts/recall.md': `${CONCEPT}\nSee [that](gone.md).\n` });
    const client = await TestClient.start(context, { folders: [root] });
    const concept = uriOf(root, 'concepts/recall.md');
    await client.untilPushed(concept, 'broken link', all => all.length > 0);
    rmSync(join(root, 'concepts/recall.md'));
    client.fileEvent(root, 'concepts/recall.md', 3);
    await client.untilPushed(concept, 'nothing', all => all.length === 0);
    await client.untilPushed(uriOf(root, 'findings/probe.md'), 'broken link', all =>
      codesOf(all).includes('links/broken-page'),
    );
  });

  test('a folder that goes is known by its files, with one event for it', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    client.open(root, 'findings/probe.md', FINDING);
    rmSync(join(root, 'concepts'), { recursive: true });
    client.fileEvent(root, 'concepts', 3);
    await client.untilPushed(uriOf(root, 'findings/probe.md'), 'broken link', all =>
      codesOf(all).includes('links/broken-page'),
    );
  });

  test('a tab that is closed without saving shows what the disk holds', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const uri = client.open(root, 'findings/probe.md', FINDING.replace('recall.md', 'recal.md'));
    await client.untilPushed(uri, 'broken link', all => all.length > 0);
    client.close(uri);
    await client.untilPushed(uri, 'nothing', all => all.length === 0);
  });

  test('the schema is reported in its own file, and holds when it is mended', async context => {
    const root = tempWiki(context, {
      ...CLEAN,
      'research-wiki.yaml': `${CLEAN['research-wiki.yaml']}rulez: {}\n`,
    });
    const client = await TestClient.start(context, { folders: [root] });
    const uri = uriOf(root, 'research-wiki.yaml');
    const [diagnostic] = await client.untilPushed(uri, 'unknown key', all => all.length > 0);
    assert.equal(diagnostic!.code, 'schema/unknown-key');
    client.open(root, 'research-wiki.yaml', CLEAN['research-wiki.yaml']!, 'yaml');
    await client.untilPushed(uri, 'nothing', all => all.length === 0);
  });

  test('a schema that comes into being is seen', async context => {
    const root = tempWiki(context, { 'findings/probe.md': FINDING, 'concepts/recall.md': '# Recall\n' });
    const client = await TestClient.start(context, { folders: [root] });
    const uri = client.open(root, 'findings/probe.md', FINDING.replace('recall.md', 'recal.md'));
    writeIn(root, 'research-wiki.yaml', CLEAN['research-wiki.yaml']!);
    client.fileEvent(root, 'research-wiki.yaml', 1);
    await client.untilPushed(uri, 'broken link', all => codesOf(all).includes('links/broken-page'));
  });

  test('a folder that is no wiki gets nothing', async context => {
    const root = tempWiki(context, { 'notes/a.md': 'See [that](gone.md).\n' });
    const wiki = tempWiki(context, { ...CLEAN, 'concepts/memory.md': 'See [that](gone.md).\n' });
    const client = await TestClient.start(context, { folders: [root, wiki] });
    const uri = client.open(root, 'notes/a.md', 'See [that](gone.md).\n');
    await client.untilPushed(uriOf(wiki, 'concepts/memory.md'), 'broken link', all => all.length > 0);
    assert.equal(client.pushed.get(uri), undefined);
  });

  test('two folders: each its own wiki, one removed later', async context => {
    const first = tempWiki(context, { ...CLEAN, 'concepts/memory.md': 'See [that](gone.md).\n' });
    const second = tempWiki(context, { ...CLEAN, 'concepts/memory.md': 'See [this](lost.md).\n' });
    const client = await TestClient.start(context, { folders: [first, second] });
    await client.untilPushed(uriOf(first, 'concepts/memory.md'), 'broken link', all => all.length > 0);
    await client.untilPushed(uriOf(second, 'concepts/memory.md'), 'broken link', all => all.length > 0);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: uriOf(second), name: 'second' }] },
    });
    await client.untilPushed(uriOf(second, 'concepts/memory.md'), 'nothing', all => all.length === 0);
    assert.equal(client.pushed.get(uriOf(first, 'concepts/memory.md'))!.length, 1);
  });
});

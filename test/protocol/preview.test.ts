import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import {
  PREVIEW,
  PREVIEW_CHANGED,
  type PreviewChangedParams,
  type PreviewData,
} from '../../server/src/lsp/protocol.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { CLEAN, FINDING } from './pages.ts';

const TABLE = 'model,recall\nprobe,12.5\n';

/** A client that has asked for the preview of a page, and hears of its changes. */
async function previewing(context: TestContext, path: string, text: string) {
  const root = tempWiki(context, { ...CLEAN, 'data/d.csv': TABLE });
  const client = await TestClient.start(context, { folders: [root] });
  let hear = () => {};
  client.connection.onNotification(PREVIEW_CHANGED, ({ uris }: PreviewChangedParams) => {
    if (uris.includes(uri)) hear();
  });
  const uri = client.open(root, path, text);
  const ask = (): Promise<PreviewData | null> => client.connection.sendRequest(PREVIEW, { uri });
  /** The data once they fit; asked for only when the server says that there are others. */
  const changedTo = async (fits: (data: PreviewData | null) => boolean) => {
    for (;;) {
      const news = new Promise<void>(resolve => {
        hear = resolve;
      });
      const data = await ask();
      if (fits(data)) return data;
      await news;
    }
  };
  return { root, client, uri, ask, changedTo };
}

suite('preview', () => {
  const text = FINDING.replace(
    'A probe of recall.',
    'It is [12.4](../data/d.csv#probe/recall).\n\n![All](../data/d.csv) [gone](x.md)',
  );

  test('the data of a page, with places in lines', async context => {
    const { ask } = await previewing(context, 'findings/probe.md', text);
    const data = (await ask())!;
    const line = text.split('\n').findIndex(each => each.includes('12.4'));
    assert.deepEqual(data.marks, [
      {
        kind: 'number',
        line,
        character: 'It is ['.length,
        length: 4,
        text: '12.4',
        verdict: 'contradicted',
        bound: true,
        message: data.marks[0]!.kind === 'number' ? data.marks[0]!.message : '',
        expected: '12.5',
        excerpt: {
          table: 'd.csv',
          columns: ['model', 'recall'],
          rows: [
            [
              { text: 'probe', meant: false },
              { text: '12.5', meant: true },
            ],
          ],
        },
      },
    ]);
    assert.deepEqual(
      data.brokenLinks.map(({ destination }) => destination),
      ['x.md'],
    );
    assert.equal(data.tables[0]!.destination, '../data/d.csv');
    assert.deepEqual(
      data.backlinks.pages.map(({ title, href, sections, sentences }) => [title, href, sections, sentences]),
      [['Recall', '../concepts/recall.md', ['Findings'], ['Probe']]],
    );
  });

  test('news when a table changes, goes and comes back, and when another page links here', async context => {
    const { root, client, changedTo } = await previewing(context, 'findings/probe.md', text);
    await changedTo(data => data?.marks.length === 1);
    writeFileSync(join(root, 'data/d.csv'), 'model,recall\nprobe,12.4\n');
    client.fileEvent(root, 'data/d.csv', 2);
    await changedTo(data => data?.marks[0]?.kind === 'number' && data.marks[0].verdict === 'supported');
    client.open(root, 'concepts/memory.md', '# Memory\n\nThe [probe](../findings/probe.md) shows it.\n');
    await changedTo(
      data =>
        data?.backlinks.pages.some(({ sentences }) => sentences.includes('The probe shows it.')) ?? false,
    );
    rmSync(join(root, 'data/d.csv'));
    client.fileEvent(root, 'data/d.csv', 3);
    await changedTo(
      data =>
        data?.tables.length === 0 &&
        data.brokenLinks.some(({ destination }) => destination === '../data/d.csv'),
    );
    writeFileSync(join(root, 'data/d.csv'), TABLE);
    client.fileEvent(root, 'data/d.csv', 1);
    await changedTo(data => data?.tables.length === 1);
  });

  test('nothing for what is no page: untitled, another scheme, outside of the wiki', async context => {
    const { root, client } = await previewing(context, 'findings/probe.md', text);
    for (const uri of [
      'untitled:Untitled-1',
      `git:${uriOf(root, 'findings/probe.md').slice(5)}`,
      'file:///no/wiki.md',
    ])
      assert.equal(await client.connection.sendRequest(PREVIEW, { uri }), null);
  });
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { loadMarkdownParser } from '../../../server/src/host/markdown-parser.ts';
import { ReadAhead } from '../../../server/src/host/read-ahead.ts';
import { WikiHost } from '../../../server/src/host/wiki-host.ts';
import { tempWiki, writeIn } from '../../support/temp-wiki.ts';

const parser = await loadMarkdownParser();

const PAGES = 400;

/** Many pages that link to each other, one with a BOM and one that is no text. */
function manyPages(context: TestContext): string {
  const page = (index: number) =>
    `---\ntype: finding\n---\n\n# Page ${index}\n\nSee [the next](page-${(index + 1) % PAGES}.md#page-${index + 1}) and ${index}.5 %.\n`;
  return tempWiki(context, {
    'research-wiki.yaml': 'extends: research-wiki\n',
    ...Object.fromEntries(
      Array.from({ length: PAGES }, (_, index) => [`findings/page-${index}.md`, page(index)]),
    ),
    'findings/with-bom.md': `\ufeff${page(1)}`,
    'findings/binary.md': new Uint8Array([1, 0, 2]),
  });
}

/** Everything that is known of a wiki's pages. */
const knownOf = ({ wiki, troubles, pageFiles }: WikiHost) => ({
  pages: [...wiki.pages.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, title, facts }) => ({
      path,
      title,
      facts,
      linkers: [...wiki.linkersOf(path)].sort(),
      bom: pageFiles.hasBom(path),
    })),
  troubles: [...troubles],
});

async function load(root: string, readAhead?: typeof ReadAhead.of): Promise<WikiHost> {
  const host = new WikiHost(root, { parser });
  for (const { done, total } of host.load(readAhead)) {
    assert.ok(done <= total);
    await setImmediate();
  }
  return host;
}

test('pages that other threads read are as if read here', async context => {
  const root = manyPages(context);
  let received = 0;
  class Shared extends ReadAhead {
    override received() {
      const messages = super.received();
      received += messages.length;
      return messages;
    }
    // Nothing is read here until something has come from there.
    override take() {
      return received > 0 ? super.take() : undefined;
    }
  }
  const host = await load(root, (folder, paths) => new Shared(folder, paths, 2));
  assert.deepEqual(knownOf(host), knownOf(await load(root)));
  assert.ok(received > 0);
});

test('what threads leave that end too soon is read here', async context => {
  const root = manyPages(context);
  const host = await load(root, (folder, paths) => {
    const ahead = new ReadAhead(folder, paths, 2);
    // As if another had taken them and then failed.
    for (let taken = 0; taken < 100; taken++) ahead.take();
    ahead.close();
    return ahead;
  });
  assert.deepEqual(knownOf(host), knownOf(await load(root)));
});

test('news that come meanwhile count, not what a thread read before', async context => {
  const root = manyPages(context);
  const host = new WikiHost(root, { parser });
  const news = () => {
    host.setOpen('findings/page-399.md', '# Typed\n');
    writeIn(root, 'findings/page-398.md', '# Written\n');
    rmSync(join(root, 'findings/page-397.md'));
    host.filesChanged(['findings/page-398.md', 'findings/page-397.md']);
  };
  /** All is read by threads, and taken over only after the news. */
  class Late extends ReadAhead {
    private readonly held: ReturnType<ReadAhead['received']>[number][] = [];
    override take() {
      return undefined;
    }
    override received() {
      this.held.push(...super.received());
      const pages = this.held.reduce((sum, { reads }) => sum + reads.length, 0);
      if (pages < PAGES + 2) return [];
      news();
      return this.held.splice(0);
    }
    override get isRunning() {
      return this.held.length > 0 || super.isRunning;
    }
  }
  for (const _ of host.load((folder, paths) => new Late(folder, paths, 2))) await setImmediate();
  const titles = [399, 398, 397, 396].map(index => host.wiki.pages.get(`findings/page-${index}.md`)?.title);
  assert.deepEqual(titles, ['Typed', 'Written', undefined, 'Page 396']);
});

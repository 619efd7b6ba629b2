import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { tempWiki } from '../support/temp-wiki.ts';
import { codesOf, TestClient, uriOf } from './client.ts';
import { CLEAN, FINDING } from './pages.ts';

const LENS = 'lenses/cognitive.md';
/** Without the link that keeps `concepts/memory.md` from being an orphan. */
const LENS_ALONE = '# Cognitive\n\nMinds as machines.\n';

suite('rules that read the whole wiki run when the author pauses', () => {
  test('an orphan comes in a closed page, and goes when another page links to it', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    const memory = uriOf(root, 'concepts/memory.md');
    const lens = client.open(root, LENS, LENS_ALONE);
    await client.untilPushed(memory, 'the orphan', all => codesOf(all).includes('links/orphan'));
    client.change(lens, CLEAN[LENS]!);
    await client.untilPushed(memory, 'no orphan', all => !codesOf(all).includes('links/orphan'));
  });

  test('on a key they stay in their place, moved along with the text', async context => {
    const root = tempWiki(context, CLEAN);
    const client = await TestClient.start(context, { folders: [root] });
    client.open(root, LENS, LENS_ALONE);
    const text = CLEAN['concepts/memory.md']!;
    const memory = client.open(root, 'concepts/memory.md', text);
    await client.untilPushed(memory, 'the orphan', all => codesOf(all).includes('links/orphan'));
    // The broken link is found on the key, at once; the orphan is there with it, a line further down.
    client.change(memory, `[x](gone.md)\n${text}`);
    const pushed = await client.untilPushed(memory, 'the broken link', all =>
      codesOf(all).includes('links/broken-page'),
    );
    assert.deepEqual(codesOf(pushed), ['links/broken-page', 'links/orphan']);
    assert.equal(pushed[1]!.range.start.line, 1);
  });

  test('all of them when the whole wiki is checked', async context => {
    const root = tempWiki(context, { ...CLEAN, [LENS]: LENS_ALONE });
    const client = await TestClient.start(context, { folders: [root] });
    const result = await client.connection.sendRequest<{ infos: number }>('researchWiki/checkWiki');
    assert.equal(result.infos, 1);
  });
});

suite('links to what Git renamed', () => {
  function renamed(context: TestContext): string {
    const root = tempWiki(context, CLEAN);
    const git = (...command: readonly string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'core.hooksPath=', ...command],
        {
          cwd: root,
          stdio: 'ignore',
        },
      );
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'first');
    renameSync(join(root, 'concepts/recall.md'), join(root, 'concepts/bringing-back.md'));
    git('add', '-A');
    rmSync(join(root, LENS));
    return root;
  }

  test('are explained once Git has answered', async context => {
    const root = renamed(context);
    const client = await TestClient.start(context, { folders: [root] });
    await client.untilPushed(uriOf(root, 'findings/probe.md'), 'where Git has it', all =>
      all.some(({ message }) => String(message).includes('Git has it at "concepts/bringing-back.md" now')),
    );
  });

  test('not in an untrusted folder, where Git is never asked', async context => {
    const root = renamed(context);
    const client = await TestClient.start(context, {
      folders: [root],
      initializationOptions: { trusted: false },
    });
    // By the time that all is checked twice over, Git would have answered.
    for (let times = 0; times < 2; times++) await client.connection.sendRequest('researchWiki/checkWiki');
    const uri = client.open(root, 'findings/probe.md', `${FINDING}\n`);
    const pushed = await client.untilPushed(uri, 'the broken link', all =>
      codesOf(all).includes('links/broken-page'),
    );
    assert.ok(pushed.every(({ message }) => !String(message).includes('Git')));
  });
});

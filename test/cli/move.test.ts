import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { run } from './run.ts';

const WIKI = {
  'research-wiki.yaml': `version: 1
extends: null
pages:
  finding: { files: "findings/*.md", fields: { properties: { lenses: { type: array, items: { page: lens } } } } }
  concept: { files: "concepts/*.md" }
  lens: { files: "lenses/*.md" }
`,
  'findings/probe.md': '---\nlenses: [cognitive]\n---\n\n# Probe\n\n- [Recall](../concepts/recall.md)\n',
  'concepts/recall.md': '# Recall\n\n- [Probe](../findings/probe.md)\n',
  'concepts/memory.md': '# Memory\n',
  'lenses/cognitive.md': '# Cognitive minds\n',
};

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

/** All files of a folder with their texts. */
const contents = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(file => [file, readFileSync(file, 'utf8')]),
  );

/** A move that is refused: the reason on stderr, exit code 2, and not a byte changed. */
function assertRefused(root: string, argv: readonly string[], reason: RegExp): void {
  const before = contents(root);
  const ran = run(root, 'move', ...argv);
  assert.deepEqual([ran.code, ran.stdout], [2, '']);
  assert.match(ran.stderr, reason);
  assert.deepEqual(contents(root), before);
}

const clean = (context: TestContext, more: Record<string, string> = {}) =>
  tempWiki(context, { ...WIKI, ...more });

suite('research-wiki move', () => {
  test('a page into another folder, with links to it and in it', context => {
    const root = clean(context, { 'ideas/here.md': '# Here\n' });
    const ran = run(root, 'move', 'concepts/recall.md', 'ideas');
    assert.deepEqual([ran.code, ran.stdout], [0, '']);
    assert.equal(ran.stderr, 'moved concepts/recall.md to ideas/recall.md; 1 link in 1 file changed\n');
    assert.ok(!existsSync(join(root, 'concepts/recall.md')));
    assert.match(read(root, 'ideas/recall.md'), /\[Probe\]\(\.\.\/findings\/probe\.md\)/);
    assert.match(read(root, 'findings/probe.md'), /\[Recall\]\(\.\.\/ideas\/recall\.md\)/);
  });

  test('another name, from any folder of the wiki; links in fields follow', context => {
    const root = clean(context);
    assert.equal(run(join(root, 'lenses'), 'move', 'cognitive.md', 'minds.md').code, 0);
    assert.match(read(root, 'findings/probe.md'), /^lenses: \[minds\]$/m);
    assert.doesNotMatch(run(root, 'check').stdout, /links\/broken/);
  });

  test('a folder', context => {
    const root = clean(context);
    const ran = run(root, 'move', 'concepts', 'ideas');
    assert.equal(ran.code, 0, ran.stderr);
    assert.deepEqual(readdirSync(join(root, 'ideas')).sort(), ['memory.md', 'recall.md']);
    assert.match(read(root, 'findings/probe.md'), /\(\.\.\/ideas\/recall\.md\)/);
    // Its pages stay what they are.
    assert.match(read(root, 'research-wiki.yaml'), /^ {2}concept: \{ files: "ideas\/\*\.md" \}$/m);
  });

  test('--dry-run prints what would change and changes nothing', context => {
    const root = clean(context);
    const before = contents(root);
    const ran = run(root, 'move', '--dry-run', 'concepts/recall.md', 'concepts/remembering.md');
    assert.equal(ran.code, 0);
    assert.equal(
      ran.stdout,
      `concepts/recall.md -> concepts/remembering.md
findings/probe.md:7:12 ../concepts/recall.md -> ../concepts/remembering.md
`,
    );
    assert.match(ran.stderr, /would move/);
    assert.deepEqual(contents(root), before);
  });

  test('upper and lower case only', context => {
    const root = clean(context);
    assert.equal(run(root, 'move', 'concepts/recall.md', 'concepts/Recall.md').code, 0);
    assert.match(read(root, 'findings/probe.md'), /\/Recall\.md\)/);
  });

  test('a byte order mark and line ends stay', context => {
    const text = '\ufeff# Note\r\n\r\n[Recall](../concepts/recall.md)\r\n';
    const root = clean(context, { 'notes/a.md': text });
    assert.equal(run(root, 'move', 'concepts/recall.md', 'concepts/b.md').code, 0);
    assert.equal(read(root, 'notes/a.md'), text.replace('recall.md', 'b.md'));
  });

  test('refuses onto a file that exists, into a missing folder, into itself, out of the wiki', context => {
    const root = clean(context);
    assertRefused(
      root,
      ['concepts/recall.md', 'concepts/memory.md'],
      /"concepts\/memory\.md" exists already/,
    );
    assertRefused(root, ['concepts/recall.md', 'gone/recall.md'], /there is no folder "gone"/);
    assertRefused(root, ['concepts', 'concepts/deeper'], /can't go into itself/);
    assertRefused(root, ['concepts/gone.md', 'concepts/a.md'], /"concepts\/gone\.md" does not exist/);
    assertRefused(root, ['concepts/recall.md', '../recall.md'], /is not in the wiki/);
  });

  test('refuses what is read-only on the disk, as what moves and as what would change', context => {
    const root = clean(context);
    chmodSync(join(root, 'concepts/recall.md'), 0o444);
    assertRefused(root, ['concepts/recall.md', 'concepts/b.md'], /"concepts\/recall\.md" is read-only/);
    chmodSync(join(root, 'concepts/recall.md'), 0o644);
    chmodSync(join(root, 'findings/probe.md'), 0o444);
    assertRefused(
      root,
      ['concepts/recall.md', 'concepts/b.md'],
      /"findings\/probe\.md" would have to change/,
    );
  });

  test('refuses to change what the schema declares read-only, unless told to', context => {
    const root = clean(context, { 'raw/paper.md': '[Recall](../concepts/recall.md)\n' });
    writeIn(root, 'research-wiki.yaml', `${WIKI['research-wiki.yaml']}read-only: ["raw/**"]\n`);
    assertRefused(
      root,
      ['concepts/recall.md', 'concepts/b.md'],
      /"raw\/paper\.md" would have to change.*--read-only/,
    );
    assert.equal(run(root, 'move', '--read-only', 'concepts/recall.md', 'concepts/b.md').code, 0);
    assert.equal(read(root, 'raw/paper.md'), '[Recall](../concepts/b.md)\n');
  });

  test('refuses to edit a page that is not wholly UTF-8', context => {
    const root = clean(context);
    mkdirSync(join(root, 'notes'));
    writeIn(root, 'notes/latin.md', Buffer.from('Caf\xe9 [Recall](../concepts/recall.md)\n', 'latin1'));
    const ran = run(root, 'move', 'concepts/recall.md', 'concepts/b.md');
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /"notes\/latin\.md" would have to change, and is not wholly UTF-8/);
    assert.ok(existsSync(join(root, 'concepts/recall.md')));
  });

  test('no wiki', context => {
    const root = tempWiki(context, { 'a.md': '# A\n' });
    assertRefused(root, ['a.md', 'b.md'], /no research wiki here/);
  });
});

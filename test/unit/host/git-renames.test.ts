import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { GitRenames } from '../../../server/src/host/git-renames.ts';
import { tempWiki } from '../../support/temp-wiki.ts';

/** A repository with a wiki in its folder `w`, and how to run Git in it. */
function repository(context: TestContext, files: Readonly<Record<string, string>>) {
  const root = tempWiki(context, files);
  const git = (...command: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'core.hooksPath=', ...command],
      {
        cwd: root,
        stdio: 'ignore',
      },
    );
  const move = (from: string, to: string) => {
    mkdirSync(join(root, to, '..'), { recursive: true });
    renameSync(join(root, from), join(root, to));
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return { root, git, move };
}

const anything = () => true;
const TEXT = 'A page with enough in it to be known again.\n';

async function asked(renames: GitRenames, path: string, exists: (path: string) => boolean = anything) {
  renames.renamedTo(path, exists);
  await renames.whenKnown();
  return renames.renamedTo(path, exists);
}

suite('renames that Git knows of', () => {
  test('committed ones, one after the other, seen from the wiki', async context => {
    const { root, git, move } = repository(context, { 'w/a.md': TEXT, 'other/c.md': TEXT });
    move('w/a.md', 'w/x/b é.md');
    git('add', '-A');
    git('commit', '-qm', 'second');
    move('w/x/b é.md', 'w/c [1].md');
    git('add', '-A');
    git('commit', '-qm', 'third');
    const renames = new GitRenames(`${root}/w`);
    assert.equal(await asked(renames, 'a.md'), 'x/b é.md');
    assert.equal(
      renames.renamedTo('a.md', path => path === 'c [1].md'),
      'c [1].md',
    );
    assert.equal(renames.renamedTo('other/c.md', anything), undefined);
    assert.equal(renames.renamedTo('zebra.md', anything), undefined);
  });

  test('a staged one, and one back again', async context => {
    const { root, git, move } = repository(context, { 'a.md': TEXT });
    move('a.md', 'b.md');
    git('add', '-A');
    assert.equal(await asked(new GitRenames(root), 'a.md'), 'b.md');
    git('commit', '-qm', 'there');
    move('b.md', 'a.md');
    git('add', '-A');
    git('commit', '-qm', 'back');
    const nowhere = () => false;
    assert.equal(await asked(new GitRenames(root), 'a.md', nowhere), undefined);
  });

  test('the first answer is nothing; who asked is told when there is more', async context => {
    const { root, git, move } = repository(context, { 'a.md': TEXT });
    move('a.md', 'b.md');
    git('add', '-A');
    const renames = new GitRenames(root);
    let told: ReadonlySet<string> = new Set();
    renames.known = paths => {
      told = paths;
    };
    assert.equal(renames.renamedTo('a.md', anything), undefined);
    await renames.whenKnown();
    assert.deepEqual([...told], ['a.md']);
  });

  test('after a file went, Git is asked again', async context => {
    const { root, git, move } = repository(context, { 'a.md': TEXT });
    const renames = new GitRenames(root);
    assert.equal(await asked(renames, 'a.md'), undefined);
    move('a.md', 'b.md');
    git('add', '-A');
    renames.forget();
    assert.equal(await asked(renames, 'a.md'), 'b.md');
  });

  test('nothing where there is no repository', async context => {
    const renames = new GitRenames(tempWiki(context, { 'a.md': TEXT }));
    assert.equal(await asked(renames, 'b.md'), undefined);
  });

  test('nothing where there is no Git', async context => {
    const { root } = repository(context, { 'a.md': TEXT });
    const path = process.env.PATH;
    context.after(() => {
      process.env.PATH = path;
    });
    process.env.PATH = root;
    assert.equal(await asked(new GitRenames(root), 'b.md'), undefined);
  });
});

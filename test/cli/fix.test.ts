import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { CLEAN, FINDING } from '../protocol/pages.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run } from './run.ts';

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

suite('research-wiki check --fix', () => {
  test('safe fixes are written, the rest is reported as it is then', context => {
    const finding = FINDING.replace('../concepts/recall.md', '../concepts/Recall.md')
      .replace(
        'A probe of recall.',
        'A probe of [recall](../Concepts/recall.md), see [memory](../concepts/memry.md).',
      )
      .replaceAll('\n', '\r\n');
    const root = tempWiki(context, { ...CLEAN, 'findings/probe.md': `\ufeff${finding}` });
    const ran = run(root, 'check', '--fix');
    assert.equal(
      ran.stdout,
      'findings/probe.md:10:58 error no page at "concepts/memry.md" links/broken-page\n',
    );
    assert.match(ran.stderr, /^4 pages: 1 error, 0 warnings\n[^]*\nmended 2 problems in 1 file\n$/);
    assert.equal(ran.code, 1);
    assert.equal(
      read(root, 'findings/probe.md'),
      `\ufeff${finding.replace('Recall.md', 'recall.md').replace('Concepts/recall.md', 'concepts/recall.md')}`,
    );
  });

  test('a bound number takes its value from the table', context => {
    const root = tempWiki(context, {
      ...CLEAN,
      'findings/probe.md': FINDING.replace('of recall.', 'of recall: [71.4](../data/t.csv#large/recall).'),
      'data/t.csv': 'model,recall\nsmall,52.0\nlarge,74.1\n',
    });
    assert.match(run(root, 'check', '--fix').stderr, /mended 1 problem in 1 file\n$/);
    assert.match(read(root, 'findings/probe.md'), /\[74\.1\]\(\.\.\/data\/t\.csv#large\/recall\)/);
    assert.equal(run(root, 'check').code, 0);
  });

  test('links to what Git renamed follow it', context => {
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
    assert.match(
      run(root, 'check').stdout,
      /^findings\/probe\.md:14:12 error no page at "concepts\/recall\.md"; Git has it at "concepts\/bringing-back\.md" now /m,
    );
    assert.match(run(root, 'check', '--fix').stderr, /mended 2 problems in 2 files\n$/);
    assert.match(read(root, 'findings/probe.md'), /\[Recall\]\(\.\.\/concepts\/bringing-back\.md\)/);
  });

  test('a clean wiki stays as it is', context => {
    const root = tempWiki(context, CLEAN);
    assert.match(run(root, 'check', '--fix').stderr, /nothing to mend safely\n$/);
    assert.equal(read(root, 'findings/probe.md'), FINDING);
  });

  test('read-only globs, and paths that were not asked for are left alone', context => {
    const wrong = FINDING.replace('../concepts/recall.md', '../concepts/Recall.md');
    const schema = `${CLEAN['research-wiki.yaml']}read-only: ["findings/kept.md"]\n`;
    const root = tempWiki(context, {
      ...CLEAN,
      'research-wiki.yaml': schema,
      'findings/probe.md': wrong,
      'findings/kept.md': wrong,
      'findings/other.md': wrong,
    });
    const ran = run(root, 'check', '--fix', 'findings/probe.md', 'findings/kept.md');
    assert.match(ran.stderr, /mended 1 problem in 1 file\n$/);
    assert.equal(read(root, 'findings/probe.md'), FINDING);
    assert.equal(read(root, 'findings/kept.md'), wrong);
    assert.equal(read(root, 'findings/other.md'), wrong);
  });
});

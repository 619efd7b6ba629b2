import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Log } from 'sarif';
import { allRules } from '../../server/src/rules/all.ts';
import { CLEAN, CONCEPT, FINDING } from '../protocol/pages.ts';
import { sarifProblems } from '../support/sarif-schema.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run, runWithInput } from './run.ts';

const BROKEN = { ...CLEAN, 'findings/probe.md': FINDING.replace('recall.md', 'recal.md') };

suite('--format github', () => {
  test('a workflow command for each diagnostic', context => {
    const ran = run(tempWiki(context, BROKEN), 'check', '--format', 'github');
    assert.equal(
      ran.stdout,
      '::error file=findings/probe.md,line=14,endLine=14,col=12,endColumn=32,title=links/broken-page::no page at "concepts/recal.md"\n',
    );
    assert.match(ran.stderr, /^4 pages: 1 error/);
    assert.equal(ran.code, 1);
  });

  test('what would end a command or a property is escaped; paths from the working directory', context => {
    const root = tempWiki(context, {
      ...CLEAN,
      'findings/a,b%25:c.md': FINDING.replace('recall.md', 'x%25%0Ay.md'),
    });
    assert.match(
      run(join(root, 'concepts'), 'check', '--format', 'github', '../findings').stdout,
      /^::error file=\.\.\/findings\/a%2Cb%2525%3Ac\.md,.*::no page at "concepts\/x%25%0Ay\.md"\n/m,
    );
  });

  test('info and hints are notices', context => {
    const files = {
      ...CLEAN,
      'concepts/recall.md': CONCEPT.replace('- [Probe](../findings/probe.md)', '- None'),
    };
    assert.match(
      run(tempWiki(context, files), 'check', '--format', 'github', '--hints').stdout,
      /^::notice .*title=links\/not-listed-back::/m,
    );
  });
});

suite('--format sarif', () => {
  const sarif = (root: string, ...options: readonly string[]): Log =>
    JSON.parse(run(root, 'check', '--format', 'sarif', '--hints', ...options).stdout);

  test('as the schema of SARIF 2.1.0 has it, with and without fixes', context => {
    const root = tempWiki(context, {
      ...BROKEN,
      'concepts/recall.md': CONCEPT.replace('- [Probe](../findings/probe.md)', '- [x](né%20w.md#a)'),
    });
    for (const log of [sarif(root), sarif(root, '--fixes')]) assert.deepEqual(sarifProblems(log), []);
    // The check itself must be able to fail.
    assert.notDeepEqual(sarifProblems({ version: '2.1.0', runs: [{}] }), []);
  });

  test('every rule, and each diagnostic with its place', context => {
    const [found] = sarif(tempWiki(context, BROKEN), '--fixes').runs;
    assert.deepEqual(
      found!.tool.driver.rules!.map(({ id }) => id),
      allRules.map(({ id }) => id),
    );
    const [result] = found!.results!;
    assert.deepEqual(
      [
        result!.ruleId,
        found!.tool.driver.rules![result!.ruleIndex!]!.id,
        result!.level,
        result!.message.text,
      ],
      ['links/broken-page', 'links/broken-page', 'error', 'no page at "concepts/recal.md"'],
    );
    assert.deepEqual(result!.locations![0]!.physicalLocation, {
      artifactLocation: { uri: 'findings/probe.md' },
      region: { startLine: 14, startColumn: 12, endLine: 14, endColumn: 32 },
    });
    assert.deepEqual(result!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent, {
      text: '../concepts/recall.md',
    });
  });

  test('a fingerprint stays where its line goes, and tells equal lines apart', context => {
    const prints = (finding: string) =>
      sarif(tempWiki(context, { ...CLEAN, 'findings/probe.md': finding })).runs[0]!.results!.map(
        ({ partialFingerprints }) => partialFingerprints!.primaryLocationLineHash,
      );
    const broken = BROKEN['findings/probe.md']!;
    const [before] = prints(broken);
    assert.deepEqual(prints(broken.replace('A probe', 'Some\nmore\n\nA probe')), [before]);
    const twice = prints(`${broken}- [Recall](../concepts/recal.md)\n`);
    assert.equal(twice[0], before);
    assert.equal(new Set(twice).size, 2);
  });
});

suite('--stdin-path', () => {
  test('the text that comes in counts, not the one on the disk', context => {
    const root = tempWiki(context, CLEAN);
    const ran = runWithInput(
      BROKEN['findings/probe.md']!,
      root,
      'check',
      '--stdin-path',
      'findings/probe.md',
    );
    assert.equal(
      ran.stdout,
      'findings/probe.md:14:12 error no page at "concepts/recal.md" links/broken-page\n',
    );
    assert.equal(ran.code, 1);
    assert.equal(runWithInput(FINDING, join(root, 'findings'), 'check', '--stdin-path', 'probe.md').code, 0);
  });

  test('a page that does not exist yet', context => {
    const root = tempWiki(context, CLEAN);
    const ran = runWithInput('# New\n\n[x](gone.md)\n', root, 'check', '--stdin-path', 'concepts/new.md');
    assert.match(ran.stdout, /^concepts\/new\.md:3:5 error no page at "concepts\/gone\.md"/m);
  });

  test('no other paths, no --fix, no folder that is not there, no file that is no page', context => {
    const root = tempWiki(context, CLEAN);
    const fails = (...argv: readonly string[]) => {
      const ran = runWithInput('# New\n', root, 'check', ...argv);
      assert.equal(ran.code, 2, argv.join(' '));
      assert.equal(ran.stdout, '');
      return ran.stderr;
    };
    assert.match(fails('--stdin-path', 'concepts/new.md', 'findings'), /--stdin-path checks one page/);
    assert.match(fails('--stdin-path', 'concepts/new.md', '--fix'), /--fix writes files/);
    assert.match(fails('--stdin-path', 'nowhere/new.md'), /"nowhere" does not exist/);
    assert.match(fails('--stdin-path', 'concepts/new.txt'), /no page found/);
  });
});

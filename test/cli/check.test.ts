import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { CLEAN, CONCEPT, FINDING } from '../protocol/pages.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run, runWith } from './run.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/model-honesty');
const BROKEN = { ...CLEAN, 'findings/probe.md': FINDING.replace('recall.md', 'recal.md') };

suite('research-wiki check', () => {
  test('a clean wiki: nothing on stdout, what was checked on stderr, 0', context => {
    const ran = run(tempWiki(context, CLEAN), 'check');
    assert.deepEqual(ran, {
      code: 0,
      stdout: '',
      stderr: '4 pages: 0 errors, 0 warnings\nno numbers to check\n0 orphans, all pages connected\n',
    });
  });

  test('one line a diagnostic, as linters write it, and 1', context => {
    const ran = run(tempWiki(context, BROKEN), 'check');
    assert.equal(ran.code, 1);
    assert.equal(
      ran.stdout,
      'findings/probe.md:14:12 error no page at "concepts/recal.md" links/broken-page\n',
    );
    assert.match(ran.stderr, /^4 pages: 1 error, 0 warnings\n/);
  });

  test('paths are shown from the working directory, the wiki is found above', context => {
    const root = tempWiki(context, BROKEN);
    assert.match(run(join(root, 'findings'), 'check').stdout, /^probe\.md:14:12 error /);
    assert.match(
      run(join(root, 'concepts'), 'check', '../findings/probe.md').stdout,
      /^\.\.\/findings\/probe\.md:14:12 error /,
    );
  });

  test('paths limit what is reported, never what is known', context => {
    const root = tempWiki(context, BROKEN);
    assert.deepEqual(run(root, 'check', 'concepts').stdout, '');
    assert.equal(run(root, 'check', 'concepts').code, 0);
    assert.match(run(root, 'check', 'concepts', 'findings/probe.md').stdout, /probe\.md:14:12/);
  });

  test('no wiki, no page, a path that is not there, paths of two wikis: 2', context => {
    const none = tempWiki(context, { 'a.txt': '' });
    assert.deepEqual(run(none, 'check'), {
      code: 2,
      stdout: '',
      stderr: 'research-wiki: no research wiki here; try research-wiki init\n',
    });
    const root = tempWiki(context, CLEAN);
    mkdirSync(join(root, 'empty'));
    assert.equal(run(root, 'check', 'empty').code, 2);
    assert.match(run(root, 'check', 'gone.md').stderr, /"gone\.md" does not exist/);
    const other = tempWiki(context, CLEAN);
    const both = run(root, 'check', '.', other);
    assert.equal(both.code, 2);
    assert.match(both.stderr, /is not in the wiki at/);
  });

  test('--max-warnings, --rule, --hints', context => {
    const root = tempWiki(context, {
      ...CLEAN,
      'findings/probe.md': FINDING.replace('## Summary', '## Other'),
      'concepts/recall.md': CONCEPT.replace('- [Probe](../findings/probe.md)', '- None'),
    });
    const plain = run(root, 'check');
    assert.equal(plain.code, 0);
    assert.match(plain.stdout, / warning .* structure\/missing-section\n/);
    assert.doesNotMatch(plain.stdout, / hint /);
    assert.equal(run(root, 'check', '--max-warnings', '0').code, 1);
    assert.equal(run(root, 'check', '--rule', 'structure/*=error').code, 1);
    assert.equal(run(root, 'check', '--rule', 'structure/missing-section=off').stdout, '');
    assert.match(run(root, 'check', '--hints').stdout, / hint .* links\/not-listed-back\n/);
    assert.match(
      run(root, 'check', '--rule', 'links/broken-pages=off').stderr,
      /there is no rule "links\/broken-pages"; did you mean links\/broken-page\?/,
    );
    assert.equal(run(root, 'check', '--rule', 'links/broken-page=loud').code, 2);
    assert.equal(run(root, 'check', '--max-warnings', 'few').code, 2);
    assert.equal(run(root, 'check', '--formta', 'json').code, 2);
  });

  test('--config: the root is the folder that is checked', context => {
    const root = tempWiki(context, { 'notes/a.md': '# A\n\n## Odd\n\nText.\n', 'notes/b.md': '# B\n' });
    const elsewhere = tempWiki(context, {
      'own.yaml': 'version: 1\nextends: null\npages:\n  note: { files: "*.md", sections: [Result] }\n',
    });
    const ran = run(root, 'check', '--config', join(elsewhere, 'own.yaml'), 'notes');
    assert.equal(ran.stdout.match(/structure\/missing-section/g)?.length, 2);
    const json = JSON.parse(
      run(root, 'check', '--config', join(elsewhere, 'own.yaml'), '--format', 'json', 'notes').stdout,
    );
    assert.equal(json.root, 'notes');
    assert.deepEqual(
      json.diagnostics.map(({ file }: { file: string }) => file),
      ['a.md', 'b.md'],
    );
  });

  test('json: one object with everything', context => {
    const root = tempWiki(context, BROKEN);
    const json = JSON.parse(run(root, 'check', '--format', 'json', '--fixes').stdout);
    assert.deepEqual(Object.keys(json), [
      'version',
      'engine',
      'root',
      'config',
      'pages',
      'suppressed',
      'numbers',
      'diagnostics',
    ]);
    assert.deepEqual([json.version, json.root, json.config, json.pages], [1, '.', 'research-wiki.yaml', 4]);
    const [diagnostic] = json.diagnostics;
    assert.deepEqual(
      [diagnostic.file, diagnostic.rule, diagnostic.severity],
      ['findings/probe.md', 'links/broken-page', 'error'],
    );
    assert.deepEqual(diagnostic.range, {
      start: { line: 13, character: 11 },
      end: { line: 13, character: 31 },
    });
    assert.match(diagnostic.url, /\/docs\/rules\/links\/broken-page\.md$/);
    const [fix] = diagnostic.fixes;
    assert.deepEqual(fix, {
      title: 'Change to "concepts/recall.md"',
      preferred: true,
      safe: false,
      edits: [{ file: 'findings/probe.md', range: diagnostic.range, newText: '../concepts/recall.md' }],
    });
    const without = JSON.parse(run(root, 'check', '--format', 'json').stdout);
    assert.equal('fixes' in without.diagnostics[0], false);
  });

  test('suppressed ones are counted, unused suppressions reported', context => {
    const root = tempWiki(context, {
      ...CLEAN,
      'concepts/memory.md':
        '# Memory\n\nSee [that](gone.md). <!--lint ignore links/broken-page -- planned-->\n\n<!--lint ignore links/wrong-case-->\n\nFine.\n',
    });
    const ran = run(root, 'check');
    assert.match(ran.stderr, /1 suppressed/);
    assert.match(ran.stdout, /suppression\/unused/);
    assert.doesNotMatch(ran.stdout, /broken-page/);
  });

  test('no colours where nobody looks, colours where they are asked for, none with NO_COLOR', context => {
    const root = tempWiki(context, BROKEN);
    assert.doesNotMatch(run(root, 'check').stdout, /\u001b/);
    assert.doesNotMatch(runWith({ CI: 'true' }, root, 'check').stdout, /\u001b/);
    assert.match(runWith({ FORCE_COLOR: '1' }, root, 'check').stdout, /\u001b\[31merror/);
    assert.doesNotMatch(runWith({ FORCE_COLOR: '1', NO_COLOR: '1' }, root, 'check').stdout, /\u001b/);
  });

  test('more threads find the same, with the same fixes', () => {
    const options = ['check', '--hints', '--format', 'json', '--fixes'];
    const [one, two] = ['1', '2'].map(threads => run(EXAMPLE, ...options, '--threads', threads));
    assert.ok(JSON.parse(one!.stdout).diagnostics.length > 5);
    assert.deepEqual(two, one);
    assert.match(run(EXAMPLE, 'check', '--threads', '0').stderr, /at least 1 is wanted/);
  });

  test('--version, --help, and nothing at all', context => {
    const root = tempWiki(context, {});
    assert.match(run(root, '--version').stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(run(root, '--help').code, 0);
    assert.equal(run(root, 'chekc').code, 2);
  });
});

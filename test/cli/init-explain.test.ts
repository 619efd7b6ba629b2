import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { CLEAN } from '../protocol/pages.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run } from './run.ts';

suite('research-wiki init', () => {
  test('describes the pages that are there, so that they are clean', context => {
    const { 'research-wiki.yaml': _, ...pages } = CLEAN;
    const root = tempWiki(context, {
      ...pages,
      'findings/second.md': CLEAN['findings/probe.md']!.replaceAll('Probe', 'Second'),
    });
    const ran = run(root, 'init');
    assert.equal(ran.code, 0);
    assert.match(ran.stderr, /^wrote research-wiki\.yaml from 5 pages; now try research-wiki check\n$/);
    const yaml = readFileSync(join(root, 'research-wiki.yaml'), 'utf8');
    assert.match(yaml, /finding/);
    const checked = run(root, 'check');
    assert.deepEqual([checked.code, checked.stdout], [0, '']);
  });

  test('gives an empty folder a configuration and a first page, and what is written then is clean', context => {
    const root = tempWiki(context, {});
    const ran = run(root, 'init');
    assert.equal(ran.code, 0);
    assert.match(ran.stderr, /^wrote research-wiki\.yaml and index\.md; now try research-wiki new finding /);
    assert.match(readFileSync(join(root, 'research-wiki.yaml'), 'utf8'), /^extends: research\b/m);
    assert.match(readFileSync(join(root, 'index.md'), 'utf8'), /^# .+\n/);
    const checked = run(root, 'check');
    assert.deepEqual([checked.code, checked.stdout], [0, '']);
    assert.equal(run(root, 'new', 'finding', 'A first finding').code, 0);
    assert.equal(readdirSync(join(root, 'findings')).length, 1);
  });

  test('leaves the pages of a folder that has some as they are', context => {
    const root = tempWiki(context, { 'README.md': '# Mine\n' });
    assert.equal(run(root, 'init').code, 0);
    assert.deepEqual(readdirSync(root).sort(), ['README.md', 'research-wiki.yaml']);
  });

  test('never overwrites', context => {
    const root = tempWiki(context, CLEAN);
    const ran = run(root, 'init');
    assert.deepEqual([ran.code, ran.stdout], [2, '']);
    assert.equal(readFileSync(join(root, 'research-wiki.yaml'), 'utf8'), CLEAN['research-wiki.yaml']);
  });
});

suite('research-wiki explain', () => {
  test('a rule with its reason and examples', context => {
    const ran = run(tempWiki(context, {}), 'explain', 'links/broken-page');
    assert.equal(ran.code, 0);
    assert.match(ran.stdout, /^links\/broken-page \(error\)\n/);
    assert.match(ran.stdout, /Reported\n[^]*Fine\n/);
  });

  test('all rules, and one that does not exist', context => {
    const root = tempWiki(context, {});
    assert.ok(run(root, 'explain').stdout.split('\n').length > 30);
    assert.match(run(root, 'explain', 'links/broken-pag').stderr, /did you mean links\/broken-page\?/);
  });
});

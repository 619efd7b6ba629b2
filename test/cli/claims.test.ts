import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { NUMBER_WIKI, NUMBERS } from '../protocol/number-pages.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run } from './run.ts';

suite('research-wiki claims', () => {
  test('a line a page with its counts, a line a number, the total on stderr', context => {
    const ran = run(tempWiki(context, NUMBER_WIKI), 'claims');
    assert.equal(ran.code, 0);
    const lines = [
      'concepts/recall.md: 1 number: 1 agree (0 bound), 0 contradicted, 0 not checked',
      'concepts/recall.md:3:93 agrees 74.1 It agrees with 74.1 in recall.csv, large probe, recall.',
      'findings/probes.md: 8 numbers: 6 agree (1 bound), 1 contradicted, 1 not checked',
      'findings/probes.md:10:37 agrees 74.1 It agrees with 74.1 in recall.csv, large probe, recall.',
      'findings/probes.md:14:36 agrees 52.0 The link binds it to 52.0 in recall.csv, small probe, recall; they agree.',
      'findings/probes.md:15:38 contradicted 89.1 The words around it name 81.9 in recall.csv, large probe, precision;',
      'findings/probes.md:16:21 agrees 52.0 It agrees with 52.0 in recall.csv, small probe, recall.',
      'findings/probes.md:16:49 agrees 74.1 It agrees with 74.1 in recall.csv, large probe, recall.',
      'findings/probes.md:16:77 agrees 42.5 It ',
      'findings/probes.md:17:35 agrees 22.1 It is the difference between 52.0 and 74.1 in recall.csv',
      'findings/probes.md:18:11 not checked 12 No cell is named',
      '',
    ];
    assert.deepEqual(
      ran.stdout.split('\n').map((line, index) => line.slice(0, lines[index]?.length)),
      lines,
    );
    assert.equal(ran.stderr, '2 pages, 9 numbers: 7 agree (1 bound), 1 contradicted, 1 not checked\n');
  });

  test('paths limit what is listed; check gives the same counts', context => {
    const root = tempWiki(context, NUMBER_WIKI);
    const listed = run(root, 'claims', 'findings/probes.md');
    assert.match(listed.stderr, /^1 page, 8 numbers: 6 agree \(1 bound\), 1 contradicted, 1 not checked\n$/);
    assert.doesNotMatch(listed.stdout, /concepts/);
    assert.match(
      run(root, 'check', 'findings/probes.md').stderr,
      /\n8 numbers: 6 agree \(1 bound\), 1 contradicted, 1 not checked\n/,
    );
  });

  test('json: counts a page and in all, every number with its cells and anchors', context => {
    const root = tempWiki(context, NUMBER_WIKI);
    const json = JSON.parse(run(root, 'claims', '--format', 'json').stdout);
    assert.deepEqual(
      [json.version, json.root, json.config, json.pages, json.numbers],
      [1, '.', 'research-wiki.yaml', 2, { found: 9, bound: 1, supported: 7, contradicted: 1, unverified: 1 }],
    );
    const page = json.files.find(({ file }: { file: string }) => file === 'findings/probes.md');
    assert.deepEqual(page.numbers, { found: 8, bound: 1, supported: 6, contradicted: 1, unverified: 1 });
    const wrong = page.claims.find(({ text }: { text: string }) => text === '89.1');
    assert.deepEqual(wrong.range, { start: { line: 14, character: 37 }, end: { line: 14, character: 41 } });
    assert.deepEqual(
      [wrong.verdict, wrong.bound, wrong.rule],
      ['contradicted', false, 'claims/contradicted'],
    );
    assert.deepEqual(wrong.cells[0], {
      file: 'data/recall.csv',
      row: 'large probe',
      column: 'precision',
      text: '81.9',
      anchor: 'large-probe/precision',
      range: { start: { line: 2, character: 17 }, end: { line: 2, character: 21 } },
    });
    const bound = page.claims.find((claim: { bound: boolean }) => claim.bound);
    assert.deepEqual(
      [bound.text, bound.verdict, bound.cells[0].anchor],
      ['52.0', 'supported', 'small-probe/recall'],
    );
  });

  test('a contradiction that the page silences is said to be ignored, with its reason', context => {
    const silenced = NUMBERS.replace(
      'precision of 89.1.',
      'precision of 89.1. <!--lint ignore claims/contradicted -- measured anew-->',
    );
    const root = tempWiki(context, { ...NUMBER_WIKI, 'findings/probes.md': silenced });
    assert.match(run(root, 'claims').stdout, / contradicted 89\.1 .* \(ignored: measured anew\)\n/);
    const json = JSON.parse(run(root, 'claims', '--format', 'json').stdout);
    const claims = json.files.flatMap((file: { claims: object[] }) => file.claims) as { ignored?: string }[];
    assert.deepEqual(
      claims.flatMap(({ ignored }) => ignored ?? []),
      ['measured anew'],
    );
  });

  test('no wiki and no page: 2', context => {
    assert.equal(run(tempWiki(context, { 'a.txt': '' }), 'claims').code, 2);
    const root = tempWiki(context, NUMBER_WIKI);
    const ran = run(root, 'claims', 'data');
    assert.deepEqual([ran.code, ran.stdout], [2, '']);
    assert.match(ran.stderr, /no page found/);
  });

  test('a count of the wiki’s own pages', context => {
    const root = tempWiki(context, {
      ...NUMBER_WIKI,
      'concepts/counts.md':
        'Findings: [1](wiki:finding), concepts: [3](wiki:concept).\n\nOthers: [2](wiki:concpt).\n',
    });
    const { stdout } = run(root, 'claims', 'concepts/counts.md');
    assert.match(stdout, / agrees 1 The wiki has 1 page of type finding\./);
    assert.match(stdout, / contradicted 3 The wiki has 2 pages of type concept\./);
    const check = run(root, 'check', 'concepts/counts.md').stdout;
    assert.match(check, /error the wiki has 2 pages of type concept; the text says 3 claims\/bound-value/);
    assert.match(check, /error no page type "concpt" claims\/broken-binding/);
  });
});

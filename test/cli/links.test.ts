import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { tempWiki } from '../support/temp-wiki.ts';
import { run } from './run.ts';

const WIKI: Readonly<Record<string, string>> = {
  'research-wiki.yaml': `version: 1
extends: null
pages:
  finding: { files: "findings/*.md", name: "^\\\\d{4}-", fields: { required: [status], properties: { status: { enum: [draft] } } }, sections: [Summary] }
  concept: { files: "concepts/*.md" }
`,
  'findings/2024-probe.md':
    '---\nstatus: draft\n---\n\n# Probe\n\n## Summary\n\nFirst this. Then [recall](../concepts/recall.md#what) "quoted".\n',
  'concepts/recall.md': '# Recall\n\n## What\n',
  'concepts/alone.md': '# Alone & "odd" #1\n',
};

suite('research-wiki links', () => {
  test('by path, file name or title: places with section and sentence', context => {
    const root = tempWiki(context, WIKI);
    for (const name of ['concepts/recall.md', 'recall', 'Recall']) {
      const { code, stdout } = run(root, 'links', name);
      assert.equal(code, 0);
      assert.match(stdout, /^linked from 1 page$/m);
      assert.match(stdout, /^ {2}findings\/2024-probe\.md:9:27 Summary: Then recall "quoted"\.$/m);
      assert.match(stdout, /^links to 0 pages$/m);
    }
  });

  test('as JSON', context => {
    const { stdout } = run(tempWiki(context, WIKI), 'links', 'findings/2024-probe.md', '--format', 'json');
    const { page, backlinks, links } = JSON.parse(stdout);
    assert.deepEqual(page, {
      file: 'findings/2024-probe.md',
      title: 'Probe',
      type: 'finding',
      status: 'draft',
    });
    assert.deepEqual(backlinks, []);
    assert.deepEqual(links, [
      {
        file: 'concepts/recall.md',
        title: 'Recall',
        type: 'concept',
        status: null,
        range: { start: { line: 8, character: 17 }, end: { line: 8, character: 53 } },
        section: 'Summary',
        sentence: 'Then recall "quoted".',
      },
    ]);
  });

  test('what is no page is told', context => {
    const { code, stderr, stdout } = run(tempWiki(context, WIKI), 'links', 'nothing');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /"nothing" is no page of this wiki; give its path, its file name or its title/);
  });
});

suite('research-wiki graph', () => {
  test('as JSON, with orphans and components', context => {
    const { code, stdout } = run(tempWiki(context, WIKI), 'graph');
    assert.equal(code, 0);
    const { pages, edges, orphans, components } = JSON.parse(stdout);
    assert.equal(pages.length, 3);
    assert.deepEqual(edges, [
      { from: 'findings/2024-probe.md', to: 'concepts/recall.md', sections: ['Summary'], count: 1 },
    ]);
    assert.deepEqual(orphans, ['concepts/alone.md', 'findings/2024-probe.md']);
    assert.equal(components, 2);
  });

  test('as DOT and as Mermaid, with nothing in a title that they would misread', context => {
    const root = tempWiki(context, WIKI);
    const dot = run(root, 'graph', '--format', 'dot').stdout;
    assert.match(dot, /^digraph wiki \{$/m);
    assert.match(dot, /^ {2}"concepts\/alone\.md" \[label="Alone & \\"odd\\" #1", class="concept",/m);
    assert.match(dot, /^ {2}"findings\/2024-probe\.md" -> "concepts\/recall\.md";$/m);
    const mermaid = run(root, 'graph', '--format', 'mermaid').stdout;
    assert.match(mermaid, /^flowchart LR\n {2}n0\["Alone #38; #34;odd#34; #35;1"\]:::t0$/m);
    assert.match(mermaid, /^ {2}n2 --> n1$/m);
  });

  test('paths limit it to these pages and their neighbours', context => {
    const { pages } = JSON.parse(run(tempWiki(context, WIKI), 'graph', 'concepts/recall.md').stdout);
    assert.deepEqual(
      pages.map(({ title }: { title: string }) => title),
      ['Recall', 'Probe'],
    );
  });
});

suite('research-wiki new', () => {
  test('writes a page from the template of its type where such pages are, and never overwrites', context => {
    const root = tempWiki(context, WIKI);
    const { code, stdout } = run(root, 'new', 'Finding', 'Slow decay');
    assert.equal(code, 0);
    const path = stdout.trim();
    assert.match(path, /^findings\/\d{4}-slow-decay\.md$/);
    const text = readFileSync(join(root, path), 'utf8');
    assert.match(
      text,
      /^---\ntype: finding\ntitle: Slow decay\nstatus: draft\n---\n\n# Slow decay\n\n## Summary\n/,
    );
    const again = run(root, 'new', 'finding', 'Slow decay');
    assert.deepEqual([again.code, again.stdout], [2, '']);
    assert.match(again.stderr, /exists already/);
    assert.equal(readFileSync(join(root, path), 'utf8'), text);
  });

  test('into another folder, which is made', context => {
    const root = tempWiki(context, WIKI);
    assert.equal(
      run(root, 'new', 'concept', 'Deep', '--folder', 'concepts/more').stdout,
      'concepts/more/deep.md\n',
    );
    assert.ok(existsSync(join(root, 'concepts/more/deep.md')));
  });

  test('in a wiki that has no pages yet', context => {
    const root = tempWiki(context, { 'research-wiki.yaml': WIKI['research-wiki.yaml']! });
    assert.equal(run(root, 'new', 'concept', 'First').stdout, 'concepts/first.md\n');
  });

  for (const [what, argv, message] of [
    ['a type that is not known', ['findin', 'X'], /no page type "findin"; it can be finding or concept/],
    ['no title', ['concept', ' '], /a page needs a title/],
    ['a folder outside of the wiki', ['concept', 'X', '--folder', '..'], /is not in the wiki/],
  ] as const) {
    test(`${what} is told, and nothing is written`, context => {
      const root = tempWiki(context, WIKI);
      const { code, stderr, stdout } = run(root, 'new', ...argv);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }
});

suite('the summary of check', () => {
  test('says how many orphans and groups there are when the whole wiki is checked', context => {
    const root = tempWiki(context, WIKI);
    assert.match(run(root, 'check').stderr, /^2 orphans, 2 groups of pages that no link connects$/m);
    assert.doesNotMatch(run(root, 'check', 'concepts').stderr, /orphan/);
  });
});

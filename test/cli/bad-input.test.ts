import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { CLEAN, FINDING } from '../protocol/pages.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run } from './run.ts';

interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** Checks a clean wiki with one bad file in it; the link to a page that is not there proves that the rest goes on. */
function check(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
  prepare = (_root: string) => {},
) {
  const root = tempWiki(context, {
    ...CLEAN,
    'concepts/proof.md': '# Proof\n\nSee [that](gone.md).\n',
    ...files,
  });
  prepare(root);
  const ran = run(root, 'check', '--format', 'json');
  assert.equal(ran.stderr, '');
  const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: Reported[] };
  const proof = diagnostics.filter(({ file }) => file === 'concepts/proof.md');
  assert.ok(
    proof.some(({ rule }) => rule === 'links/broken-page'),
    JSON.stringify(proof),
  );
  return diagnostics.filter(({ file }) => file !== 'concepts/proof.md');
}

const rulesOf = (diagnostics: readonly Reported[]) => diagnostics.map(({ file, rule }) => `${file} ${rule}`);

suite('bad input gives one clear message, and everything else goes on', () => {
  test('front matter that is no YAML', context => {
    const found = check(context, { 'findings/probe.md': FINDING.replace('status: draft', 'status: [draft') });
    assert.deepEqual(rulesOf(found), ['findings/probe.md front-matter/syntax']);
  });

  test('tabs and a key twice in front matter', context => {
    const tabs = check(context, {
      'findings/probe.md': FINDING.replace('lenses: [cognitive]', 'lenses:\n\t- cognitive'),
    });
    assert.deepEqual(rulesOf(tabs), ['findings/probe.md front-matter/syntax']);
    const twice = check(context, {
      'findings/probe.md': FINDING.replace('status: draft', 'status: draft\nstatus: stable'),
    });
    assert.deepEqual(rulesOf(twice), ['findings/probe.md front-matter/syntax']);
    assert.equal(twice[0]!.range.start.line, 2);
  });

  test('no front matter where fields are asked for', context => {
    const found = check(context, { 'findings/probe.md': FINDING.replace(/^---[^]*?---\n\n/, '') });
    assert.deepEqual(rulesOf(found), ['findings/probe.md front-matter/missing-field']);
  });

  test('front matter that never ends', context => {
    const found = check(context, { 'concepts/memory.md': '---\nstatus: draft\n\n# Memory\n' });
    assert.ok(found.length <= 1, JSON.stringify(found));
  });

  test('a binary file named .md', context => {
    const found = check(context, {
      'concepts/memory.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    });
    assert.deepEqual(rulesOf(found), ['concepts/memory.md files/not-text']);
  });

  test('bytes that are no UTF-8', context => {
    const found = check(context, {
      'concepts/memory.md': Buffer.concat([
        Buffer.from('# M\n\ncaf'),
        Buffer.from([0xe9]),
        Buffer.from('\n'),
      ]),
    });
    assert.deepEqual(rulesOf(found), ['concepts/memory.md files/encoding']);
    assert.match(found[0]!.message, /line 3/);
  });

  test('CRLF and a BOM change nothing, and places stay right', context => {
    const broken = FINDING.replace('recall.md', 'recal.md');
    const plain = check(context, { 'findings/probe.md': broken });
    const crlf = check(context, { 'findings/probe.md': broken.replaceAll('\n', '\r\n') });
    const bom = check(context, { 'findings/probe.md': `\ufeff${broken}` });
    assert.deepEqual(rulesOf(plain), ['findings/probe.md links/broken-page']);
    assert.deepEqual(crlf, plain);
    assert.deepEqual(bom, plain);
  });

  test('a page of 50 MB: its links are checked, and it says so at its first line', context => {
    const line = 'See [that](gone-too.md) and some words to fill the line up to its end.\n\n';
    const found = check(context, {
      'concepts/memory.md': `# Memory\n\n${'Words and more words in a row.\n\n'.repeat(1_600_000)}${line}`,
    });
    assert.deepEqual(rulesOf(found), [
      'concepts/memory.md files/too-big',
      'concepts/memory.md links/broken-page',
    ]);
    assert.deepEqual(found[0]!.range.start, { line: 0, character: 0 });
  });

  test('quotations nested a hundred thousand deep', context => {
    const found = check(context, { 'concepts/memory.md': `${'>'.repeat(100_000)} deep\n` });
    assert.ok(found.length <= 1, JSON.stringify(found));
  });

  test('symbolic links in a loop, and one to nowhere', context => {
    const found = check(context, {}, root => {
      symlinkSync('..', join(root, 'concepts/loop'));
      symlinkSync('nowhere.md', join(root, 'concepts/nowhere.md'));
    });
    assert.deepEqual(found, []);
  });

  test('a folder that must not be read', context => {
    const found = check(context, {}, root => {
      mkdirSync(join(root, 'secret'));
      chmodSync(join(root, 'secret'), 0);
    });
    // The superuser reads everything.
    assert.deepEqual(rulesOf(found), process.getuid?.() === 0 ? [] : ['secret files/unreadable']);
  });

  test('merge-conflict markers', context => {
    const found = check(context, {
      'concepts/memory.md': '# M\n\n<<<<<<< HEAD\n[a](x.md)\n=======\n[b](y.md)\n>>>>>>> other\n',
    });
    assert.deepEqual(rulesOf(found), ['concepts/memory.md files/merge-conflict']);
  });

  test('a schema that is no YAML: said there, the preset stays in force', context => {
    const found = check(context, { 'research-wiki.yaml': 'pages: [\n' });
    assert.deepEqual(
      found.filter(({ file }) => file === 'research-wiki.yaml').map(({ rule }) => rule),
      ['schema/syntax'],
    );
  });

  test('a schema of a newer version', context => {
    const found = check(context, {
      'research-wiki.yaml': CLEAN['research-wiki.yaml']!.replace('version: 1', 'version: 7'),
    });
    assert.ok(rulesOf(found).includes('research-wiki.yaml schema/version'), JSON.stringify(found));
  });

  test('a broken table', context => {
    const found = check(context, {
      'data/t.csv': 'model,recall\n"small,52.0\nlarge,74.1\n',
      'concepts/memory.md': '# M\n\nSee [the numbers](../data/t.csv).\n',
    });
    assert.deepEqual(rulesOf(found), ['data/t.csv tables/syntax']);
  });

  test('links of every odd kind', context => {
    const found = check(context, {
      'concepts/memory.md':
        '# M\n\n[a]() [b](#) [c](?x) [d](<>) [e](%) [f](%zz.md) [g](.) [h](..) [i](/) [j](//x) [k](javascript:alert) [l](a:b) ![m]() [n](\\) [o](#M)\n',
    });
    assert.deepEqual(
      found.map(({ message }) => message),
      ['no page at "concepts/%"', 'no page at "concepts/%zz.md"'],
    );
  });
});

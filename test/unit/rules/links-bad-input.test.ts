import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPage } from '../../../server/src/markdown/read-page.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { checkPage } from '../../../server/src/rules/check-page.ts';
import { brokenAnchor } from '../../../server/src/rules/links/broken-anchor.ts';
import { brokenPage } from '../../../server/src/rules/links/broken-page.ts';
import { notListedBack } from '../../../server/src/rules/links/not-listed-back.ts';
import { outsideWiki } from '../../../server/src/rules/links/outside-wiki.ts';
import { wikilink } from '../../../server/src/rules/links/wikilink.ts';
import { wrongCase } from '../../../server/src/rules/links/wrong-case.ts';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit.ts';
import { targetsOf } from '../../../server/src/wiki/targets.ts';
import type { Wiki } from '../../../server/src/wiki/wiki.ts';
import { checkFix, checkRule, fixesIn } from './check-rule.ts';
import { type Fixture, fixture } from './fixture.ts';

const parser = satteriParser('native');

/** A fixture with files whose names no fixture line can hold. */
function withFiles(source: string, files: Readonly<Record<string, string>>): Fixture {
  const drawn = fixture(source);
  for (const [path, text] of Object.entries(files)) {
    (drawn.files as Map<string, string>).set(path, text);
    drawn.wiki.addFile(path);
    drawn.wiki.update(path, readPage(parser, text));
  }
  return drawn;
}

/** Where the links of a page lead once a fix has been applied to it. */
function leadsAfter(wiki: Wiki, path: string, text: string, edits: readonly TextEdit[]): readonly string[] {
  wiki.update(path, readPage(parser, applyEdits(text, edits)));
  return targetsOf(wiki, wiki.pages.get(path)!).map(({ target }) =>
    target.kind === 'page' ? target.page.path : target.kind,
  );
}

/** Names that Markdown, URLs or disks make trouble with. */
const NAMES = [
  'serial recall',
  'recall (free)',
  'recall [1]',
  'recall #2',
  '100% recall',
  '50%25 recall',
  'what?',
  'a & b',
  'x &amp; y',
  'Gedächtnis',
  'Gedächtnis'.normalize('NFD'),
  '記憶',
  'recall 🧠',
  'recall...',
  '.recall.',
  "o'recall",
  'a\\b',
  '<recall>',
];

suite('names that make trouble', () => {
  for (const name of NAMES) {
    const path = `concepts/${name}.md`;

    test(`${JSON.stringify(name)}: a link to another folder is led back, and leads there`, () => {
      const page = `[x](../old/${encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29')}.md)\n`;
      const drawn = withFiles(`=== findings/a.md\n${page}`, { [path]: '# Target\n' });
      const [fix] = fixesIn(brokenPage, drawn);
      assert.equal(fix!.title, `Change to "${path}"`);
      assert.deepEqual(leadsAfter(drawn.wiki, 'findings/a.md', page, fix!.edits as readonly TextEdit[]), [
        path,
      ]);
    });

    test(`${JSON.stringify(name)}: a wikilink to its title leads there`, () => {
      const page = '[[Target]]\n';
      const drawn = withFiles(`=== findings/a.md\n${page}`, { [path]: '# Target\n' });
      const [fix] = fixesIn(wikilink, drawn);
      assert.deepEqual(leadsAfter(drawn.wiki, 'findings/a.md', page, fix!.edits as readonly TextEdit[]), [
        path,
      ]);
    });
  }

  test('one name composed and decomposed: told apart as the disk does, and led back', () => {
    const composed = 'concepts/Gedächtnis.md';
    const page = `[x](../concepts/${'Gedächtnis'.normalize('NFD')}.md)\n`;
    const drawn = withFiles(`=== findings/a.md\n${page}`, { [composed]: '# G\n' });
    const [fix] = fixesIn(brokenPage, drawn);
    assert.deepEqual(leadsAfter(drawn.wiki, 'findings/a.md', page, fix!.edits as readonly TextEdit[]), [
      composed,
    ]);
  });
});

suite('titles that make trouble', () => {
  const SCHEMA = `=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Findings } }]
  concept: { files: "concepts/*.md" }
`;
  for (const title of [
    'A [b](c) `d` *e* <f>',
    '**Bold** _claims_',
    'a]b',
    '$5 and \\n',
    '![x](y)',
    '[[z]]',
  ]) {
    test(`${JSON.stringify(title)}: listed back as one link with that text`, () => {
      const drawn = fixture(
        `${SCHEMA}=== findings/a.md\n---\ntitle: ${JSON.stringify(title)}\n---\n\n## Concepts\n\n- [x](../concepts/b.md)\n=== concepts/b.md\n# B\n\n## Findings\n`,
      );
      const [fix] = fixesIn(notListedBack, drawn);
      const text = drawn.files.get('concepts/b.md')!;
      const facts = readPage(parser, applyEdits(text, fix!.edits as readonly TextEdit[]));
      assert.deepEqual(
        facts.links.map(link => [link.text, link.destination]),
        [[title, '../findings/a.md']],
      );
    });
  }

  test('two pages with one title: nothing is preferred without telling them apart', () => {
    const source =
      '=== findings/a.md\n[Recall](../concepts/zebra.md)\n=== concepts/one.md\n# Recall\n=== concepts/two.md\n# Recall\n';
    const titles = fixesIn(brokenPage, fixture(source)).map(({ title, preferred }) => [title, preferred]);
    assert.deepEqual(titles, [
      ['Change to "concepts/one.md"', false],
      ['Change to "concepts/two.md"', false],
      ['Create concept "concepts/zebra.md"', false],
    ]);
  });
});

suite('places that make trouble', () => {
  const broken = (text: string, ...marked: readonly string[]) => {
    const drawn = fixture(`=== a.md\n${text}\n=== b.md\n# B\n`);
    const page = drawn.wiki.pages.get('a.md')!;
    const source = drawn.files.get('a.md')!;
    const found = [...brokenPage.check(page, drawn.wiki, {})].map(({ span }) =>
      source.slice(span.start, span.end),
    );
    assert.deepEqual(found, marked);
  };

  test('a picture in a link text; both are looked at', () =>
    broken('[![x](gone.png)](gone.md)', 'gone.md', 'gone.png'));
  test('brackets in a link text', () => broken('[a [b] c](gone.md)', 'gone.md'));
  test('footnotes', () => broken('A.[^1]\n\n[^1]: See [x](gone.md).', 'gone.md'));
  test('tables, with an escaped bar', () => broken('| a |\n| --- |\n| [x \\| y](gone.md) |', 'gone.md'));
  test('HTML', () =>
    broken('<a href="gone.md">x</a> and <p><a href=\'gone.md\'>y</a></p>', 'gone.md', 'gone.md'));
  test('a definition that several references share is reported once', () =>
    broken('[x][r] [y][r]\n\n[r]: gone.md', 'gone.md'));
  test('comments, code and escapes are no links', () =>
    broken('<!-- [x](gone.md) --> `[x](gone.md)` \\[x](gone.md)\n\n```\n[x](gone.md)\n```'));
  test('angle brackets and titles', () => broken('[x](<gone there.md> "t") [y](<b.md>)', 'gone there.md'));
  test('an entity in a destination', () => broken('[x](b.md?a=1&amp;b=2) [y](g&ouml;ne.md)', 'g&ouml;ne.md'));

  test('a fix in angle brackets stays one', () =>
    checkFix(
      brokenPage,
      '=== a.md\n[x](<old/b.md>)\n=== new/b.md\n# B\n',
      'Change to "new/b.md"',
      '[x](<new/b.md>)\n',
    ));

  test('outside of the workspace: said, never looked at, and nothing is offered that is not there', () => {
    const drawn = fixture('=== a.md\n[x](../../etc/passwd) [y](../b.md)\n=== b.md\n# B\n');
    Object.assign(drawn.wiki.sources, {
      exists: (path: string) => assert.fail(`${path} was looked for`),
    });
    const page = drawn.wiki.pages.get('a.md')!;
    const problems = [...outsideWiki.check(page, drawn.wiki, {})];
    assert.deepEqual(
      problems.map(problem => [...outsideWiki.fix!(problem, page, drawn.wiki)].map(({ title }) => title)),
      [[], ['Change to "b.md"']],
    );
  });

  test('an anchor of another page in other case, percent-encoded, of an HTML id', () =>
    checkRule(
      brokenAnchor,
      '=== a.md\n[x](b.md#KEY-results) [y](b.md#%C3%A4rger) [z](b.md#own)\n=== b.md\n# Key results\n\n## Ärger\n\n<a id="own"></a>\n',
    ));

  test('a wrong case in a name with spaces', () =>
    assert.deepEqual(
      fixesIn(
        wrongCase,
        withFiles('=== a.md\n[x](serial%20Recall.md#top)\n', { 'Serial recall.md': '# S\n' }),
      ).map(({ edits }) => 'newText' in edits[0]! && edits[0].newText),
      ['Serial%20recall.md'],
    ));
});

test('no rule fails on a page of odds and ends, and every fix is well-formed', () => {
  const odd = `---
source: [https://arxiv.org/abs/2401.01234, 7]
url: {a: b}
aliases: [x, 3]
---
[[ ]] [[|x]] [[#]] [[a#]] ![[]] [](<>) [x]( ) [y](%) [z](%E0%A4%A) [](#) [n](//x) [m](b.md#%) findings/ /x a/b/c/
[l]: <>
[[x|y|z]] [[a
b]] $[[$ ]] \\
`;
  const drawn = fixture(`=== findings/a.md\n${odd}=== sources/s.md\n${odd}=== b.md\n# B\n`);
  for (const page of drawn.wiki.pages.values()) {
    const { diagnostics } = checkPage(drawn.wiki, page, { rules: allRules, overrides: [], scope: 'wiki' });
    for (const diagnostic of diagnostics) {
      const rule = allRules.find(({ id }) => id === diagnostic.rule)!;
      assert.ok(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= page.facts.length);
      if (rule.subject !== 'page') continue;
      for (const { edits } of rule.fix?.(diagnostic, page, drawn.wiki) ?? []) {
        for (const edit of edits) {
          if ('create' in edit) continue;
          const { length } = drawn.wiki.pages.get(edit.path)!.facts;
          assert.ok(0 <= edit.span.start && edit.span.start <= edit.span.end && edit.span.end <= length);
        }
      }
    }
  }
});

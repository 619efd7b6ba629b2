import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { moveEdits } from '../../../server/src/wiki/moves/move-edits.ts';
import { retargetEdits } from '../../../server/src/wiki/moves/retarget-edits.ts';
import { wikiOf } from '../../support/wiki-of.ts';

const SCHEMA = `version: 1
extends: null
pages:
  finding: { files: "findings/*.md", fields: { properties: { lenses: { type: array, items: { page: lens } } } } }
  lens: { files: "lenses/*.md" }
tables: { named: { file: data/t.csv } }
`;

/** The pages of a wiki that change when files move, as they are then, by their old paths. */
function moved(files: Readonly<Record<string, string>>, ...moves: readonly (readonly [string, string])[]) {
  const texts = new Map(Object.entries({ 'research-wiki.yaml': SCHEMA, ...files }));
  const { edits, stale } = moveEdits(
    wikiOf(texts),
    moves.map(([from, to]) => ({ from, to })),
  );
  assert.deepEqual(stale, []);
  return Object.fromEntries([...edits].map(([path, own]) => [path, applyEdits(texts.get(path)!, own)]));
}

suite('a link keeps its style', () => {
  const cases: readonly (readonly [what: string, before: string, after: string, to?: string])[] = [
    ['relative', '[x](b.md)', '[x](c/d%20e.md)'],
    ['with ./', '[x](./b.md)', '[x](./c/d%20e.md)'],
    ['from the root', '[x](/a/b.md)', '[x](/a/c/d%20e.md)'],
    ['without ending', '[x](b#part "t")', '[x](c/d%20e#part "t")'],
    ['in angle brackets', '[x](<b.md#part> (t))', '[x](<c/d e.md#part> (t))'],
    ['an image', '![x](b.md)', '![x](c/d%20e.md)'],
    ['a definition', '[x]\n\n[x]: b.md', '[x]\n\n[x]: c/d%20e.md'],
    ['a definition in angle brackets', '[x]\n\n[x]: <b.md>\n "t"', '[x]\n\n[x]: <c/d e.md>\n "t"'],
    ['HTML', `<a href='b.md'>x</a> <img src="b.md">`, `<a href='c/d%20e.md'>x</a> <img src="c/d%20e.md">`],
    ['a query', '[x](b.md?raw=1#p)', '[x](c/d%20e.md?raw=1#p)'],
    [
      'in a heading, a quote, a list and a table',
      '## [x](b.md)\n\n> - [y](b.md)\n\n| a |\n|---|\n| [z](b.md) |',
      '## [x](c/d%20e.md)\n\n> - [y](c/d%20e.md)\n\n| a |\n|---|\n| [z](c/d%20e.md) |',
    ],
    ['in a footnote', 'a[^1]\n\n[^1]: [x](b.md)', 'a[^1]\n\n[^1]: [x](c/d%20e.md)'],
    ['around an image', '[![i](p.png)](b.md)', '[![i](p.png)](c/d%20e.md)'],
    ['encoded letters', '[x](%C3%BC/../b.md)', '[x](%C3%BCber.md)', 'a/über.md'],
    ['letters as they are', '[x](b.md)', '[x](über.md)', 'a/über.md'],
    ['what looks like a scheme', '[x](b.md)', '[x](./x:y.md)', 'a/x:y.md'],
    [
      'brackets, `#`, `%`, `?`, `|`, dots, emoji',
      '[x](b.md)',
      '[x](%5Bs%5D%28p%29%23%25%3F%7C...🦊.md)',
      'a/[s](p)#%?|...🦊.md',
    ],
  ];
  for (const [what, before, after, to = 'a/c/d e.md'] of cases)
    test(what, () =>
      assert.deepEqual(moved({ 'a/a.md': `${before}\n`, 'a/b.md': '# B\n' }, ['a/b.md', to]), {
        'a/a.md': `${after}\n`,
      }),
    );

  test('not in code, comments and what is written elsewhere in vain', () =>
    assert.deepEqual(
      moved(
        {
          'a/a.md': '`[x](b.md)`\n\n<!-- [x](b.md) -->\n\n    [x](b.md)\n\n[x](gone.md) [y](B.md#x)\n',
          'a/b.md': '',
        },
        ['a/b.md', 'a/c.md'],
      ),
      // Written in the wrong case, `b.md` was meant.
      { 'a/a.md': '`[x](b.md)`\n\n<!-- [x](b.md) -->\n\n    [x](b.md)\n\n[x](gone.md) [y](c.md#x)\n' },
    ));
});

suite('a move', () => {
  test('of the page that holds links, also to what is missing and outside', () =>
    assert.deepEqual(
      moved(
        {
          'a/a.md': '[x](b.md) [y](gone.md) [z](../../out.md) [self](a.md#a) [here](#a) [w](https://a.md)\n',
          'a/b.md': '',
        },
        ['a/a.md', 'a/deep/c.md'],
      ),
      {
        'a/a.md':
          '[x](../b.md) [y](../gone.md) [z](../../../out.md) [self](c.md#a) [here](#a) [w](https://a.md)\n',
      },
    ));

  test('of pages together changes nothing between them', () =>
    assert.deepEqual(
      moved({ 'a/a.md': '[b](b.md)\n', 'a/b.md': '[a](./a.md) [c](../c.md)\n', 'c.md': '[a](a/a.md)\n' }, [
        'a',
        'z/y',
      ]),
      {
        'a/b.md': '[a](./a.md) [c](../../c.md)\n',
        'c.md': '[a](z/y/a.md)\n',
      },
    ));

  test('of a folder takes links to the folder, its index page and what is missing in it along', () =>
    assert.deepEqual(
      moved(
        {
          'a.md': '[f](c) [f](c/) [i](c/index.md) [m](c/gone.md) [p](p/)\n',
          'c/index.md': '[up](..)\n',
          'p/x.png': '',
        },
        ['c', 'd/e'],
        ['p', 'q'],
      ),
      {
        'a.md': '[f](d/e) [f](d/e/) [i](d/e/index.md) [m](d/e/gone.md) [p](q/)\n',
        'c/index.md': '[up](../..)\n',
      },
    ));

  test('of a folder that Git ignores', () => {
    const wiki = wikiOf(new Map([['a.md', '![plot](derived/plot.png) ![gone](derived/gone.png)\n']]));
    wiki.sources.exists = path => path === 'derived' || path === 'derived/plot.png';
    const { edits } = moveEdits(wiki, [{ from: 'derived', to: 'out/made' }]);
    assert.deepEqual(
      edits.get('a.md')?.map(({ newText }) => newText),
      ['out/made/plot.png', 'out/made/gone.png'],
    );
  });

  test('of an index page out of its role names it', () =>
    assert.deepEqual(
      moved({ 'a.md': '[f](c/) [g](c/index)\n', 'c/index.md': '' }, ['c/index.md', 'c/overview.md']),
      {
        'a.md': '[f](c/overview.md) [g](c/overview)\n',
      },
    ));

  test('that puts a page before another keeps links on the other', () =>
    assert.deepEqual(moved({ 'a.md': '[f](c/)\n', 'c/index.md': '', 'x.md': '' }, ['x.md', 'c/_index.md']), {
      'a.md': '[f](c/index.md)\n',
    }));

  test('of a table keeps cell anchors; fields name it anew, a name of the schema stays', () =>
    assert.deepEqual(
      moved(
        {
          'findings/a.md':
            '---\ntables: [../data/t.csv, named, "../data/t.csv"]\n---\n[1](../data/t.csv#sft/total) [2](../data/t.csv#mean(a/b,c/b)) ![3](../data/t.csv#/total)\n',
          'data/t.csv': 'a\n',
        },
        ['data/t.csv', 'data/new/u.csv'],
      ),
      {
        'findings/a.md':
          '---\ntables: [../data/new/u.csv, named, "../data/new/u.csv"]\n---\n[1](../data/new/u.csv#sft/total) [2](../data/new/u.csv#mean(a/b,c/b)) ![3](../data/new/u.csv#/total)\n',
      },
    ));

  test('of a page that fields name', () =>
    assert.deepEqual(
      moved(
        {
          'findings/a.md': "---\nlenses:\n  - cog\n  - 'cog'\n  - lenses/cog.md\n  - Minds\n---\n",
          'lenses/cog.md': '# Minds\n',
        },
        ['lenses/cog.md', "lenses/it's new.md"],
      ),
      {
        'findings/a.md':
          "---\nlenses:\n  - \"it's new\"\n  - 'it''s new'\n  - \"lenses/it's new.md\"\n  - Minds\n---\n",
      },
    ));

  test('of upper and lower case only', () =>
    assert.deepEqual(moved({ 'a.md': '[x](b.md)\n', 'b.md': '' }, ['b.md', 'B.md']), {
      'a.md': '[x](B.md)\n',
    }));

  test('of two pages that change places', () =>
    assert.deepEqual(
      moved(
        { 'a.md': '# A\n\n[b](b.md)\n', 'b.md': '# B\n\n[a](a.md)\n', 'c.md': '[a](a.md) [b](b.md)\n' },
        ['a.md', 'b.md'],
        ['b.md', 'a.md'],
      ),
      { 'a.md': '# A\n\n[b](a.md)\n', 'b.md': '# B\n\n[a](b.md)\n', 'c.md': '[a](b.md) [b](a.md)\n' },
    ));

  test('of a page named like its title-less file takes link texts along', () =>
    assert.deepEqual(
      moved({ 'a.md': '[recall](recall.md) [other](recall.md)\n', 'recall.md': 'Text\n' }, [
        'recall.md',
        'memory.md',
      ]),
      {
        'a.md': '[memory](memory.md) [other](memory.md)\n',
      },
    ));

  test('a page that changed since it was read is named, not edited', () => {
    const texts = new Map([
      ['a.md', '[b](b.md)\n'],
      ['b.md', ''],
    ]);
    const wiki = wikiOf(texts);
    wiki.sources.textOf = path => (path === 'a.md' ? undefined : texts.get(path));
    const { edits, stale } = moveEdits(wiki, [{ from: 'b.md', to: 'c.md' }]);
    assert.deepEqual([edits.size, stale], [0, ['a.md']]);
  });

  test('a page with a merge conflict is left alone', () =>
    assert.deepEqual(
      moved({ 'a.md': '<<<<<<< a\n[b](b.md)\n=======\n>>>>>>> b\n', 'b.md': '' }, ['b.md', 'c.md']),
      {},
    ));
});

suite('the configuration', () => {
  test('goes on to mean the files and folders that it names', () => {
    const text =
      'pages:\n  a: { files: ["wiki/a/*.md", /wiki/**, "*.md"] }\ntables: { t: { file: wiki/t.csv }, u: wiki/a/u.csv }\n';
    const wiki = wikiOf(
      new Map([
        ['wiki/a/x.md', ''],
        ['wiki/t.csv', ''],
      ]),
    );
    const after = (from: string, to: string) => {
      const schemaFile = { path: 'research-wiki.yaml', text };
      const { edits } = moveEdits(wiki, [{ from, to }], { schemaFile });
      return applyEdits(text, edits.get('research-wiki.yaml') ?? []);
    };
    assert.equal(after('wiki', 'book'), text.replaceAll('wiki/', 'book/').replace('/book/**', '"/book/**"'));
    assert.equal(after('wiki/a', 'b'), text.replaceAll('wiki/a/', 'b/'));
    assert.equal(after('wiki/t.csv', 'wiki/new.csv'), text.replace('t.csv', 'new.csv'));
    assert.equal(after('wiki/a/x.md', 'y.md'), text);
  });
});

suite('links after a move that was made already', () => {
  test('to where the file was, and of the page that counted from there; nothing else', () => {
    const texts = new Map(
      Object.entries({
        'research-wiki.yaml': SCHEMA,
        'sub/new.md': '# New\n\n[c](c.md) [old](old.md) [t](t.md) [gone](gone.md)\n',
        'sub/t.md': '',
        'c.md': '[x](./old.md#new "t") [y](old) [z](other.md)\n',
        'findings/a.md': '---\nlenses: [cog]\ntables: [../t.csv]\n---\n',
        'lenses/minds.md': '',
        'data/t.csv': '',
      }),
    );
    const { edits } = retargetEdits(wikiOf(texts), [
      { from: 'old.md', to: 'sub/new.md' },
      { from: 'lenses/cog.md', to: 'lenses/minds.md' },
      { from: 't.csv', to: 'data/t.csv' },
    ]);
    assert.deepEqual(
      Object.fromEntries([...edits].map(([path, own]) => [path, applyEdits(texts.get(path)!, own)])),
      {
        'sub/new.md': '# New\n\n[c](../c.md) [old](new.md) [t](t.md) [gone](gone.md)\n',
        'c.md': '[x](./sub/new.md#new "t") [y](sub/new) [z](other.md)\n',
        'findings/a.md': '---\nlenses: [minds]\ntables: [../data/t.csv]\n---\n',
      },
    );
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { complete, fields, finding, WIKI } from './completion-wiki.ts';

const matched = (text: string, query: string): boolean => text.toLowerCase().includes(query);

suite('completion of links', () => {
  test('two brackets make one plain link', () => {
    const { taken, itemOf } = complete(finding('See [[rec]] there.\n         ↑\n'));
    assert.match(taken('Recall'), /^See \[Recall\]\(\.\.\/concepts\/recall\.md\) there\.$/m);
    assert.ok(itemOf('Recall').filterText.startsWith('[[Recall'));
  });

  test('pages are found by alias and type', () => {
    assert.deepEqual(complete(finding('See [retriev\n            ↑\n')).labels.slice(0, 1), ['Recall']);
    const byType = complete(finding('See [concept\n            ↑\n')).labels;
    assert.deepEqual(byType.filter(label => !label.startsWith('Create')).sort(), ['Memory', 'Recall']);
  });

  for (const [what, query] of [
    ['author', 'okoro'],
    ['author and year', 'lin 2021'],
    ['arXiv id', '2109.07958'],
    ['DOI', '10.1000/xyz.5'],
  ] as const) {
    test(`a source is found by ${what}`, () => {
      const source = finding(`## Sources\n\n- [${query}\n${' '.repeat(query.length + 3)}↑\n`);
      const item = complete(source).itemOf('How models answer');
      for (const word of query.split(' ')) assert.ok(matched(item.filterText, word), item.filterText);
    });
  }

  test('a page is found by letters of its title in order, but not by letters from anywhere', () => {
    assert.deepEqual(complete(finding('See [hwmd\n         ↑\n')).labels.slice(0, 1), ['How models answer']);
    const { labels } = complete(finding('## Concepts\n\n- [mry\n      ↑\n'));
    assert.deepEqual(labels, ['Memory', 'Create concept "mry"']);
  });

  test('what neighbours link to comes before the rest', () => {
    const { labels } = complete(
      `${WIKI}
=== concepts/zeal.md
# Zeal
=== findings/other.md
[Recall](../concepts/recall.md) and [Zeal](../concepts/zeal.md)
=== findings/probe.md
# Probe

## Concepts

- [Recall](../concepts/recall.md)
- [
   ↑
`,
    );
    assert.deepEqual(labels, ['Recall', 'Zeal', 'Memory']);
  });

  test('a list of concepts offers concepts only, and a new one for a name that none has', () => {
    const { labels, itemOf, taken } = complete(finding('## Concepts\n\n- [Forgetting\n             ↑\n'));
    assert.deepEqual(labels, ['Create concept "Forgetting"']);
    assert.deepEqual(itemOf(labels[0]!).creates, { type: 'concept', title: 'Forgetting' });
    assert.match(taken(labels[0]!), /^- \[Forgetting\]\(\.\.\/concepts\/forgetting\.md\)$/m);
  });

  test('no new page for a name that some page has, as title, alias or file', () => {
    for (const name of ['Recall', 'retrieval', 'recall']) {
      const { labels } = complete(finding(`See [${name}\n     ${' '.repeat(name.length)}↑\n`));
      assert.ok(!labels.some(label => label.startsWith('Create')), `${name}: ${labels}`);
    }
  });

  test('a new page comes behind those that hold what is typed', () => {
    const { labels, itemOf } = complete(finding('## Concepts\n\n- [Rec\n      ↑\n'));
    assert.deepEqual([labels[0], labels.at(-1)], ['Recall', 'Create concept "Rec"']);
    const far = itemOf('Create concept "Rec"').filterText.indexOf('Rec');
    assert.ok(far > itemOf('Recall').filterText.toLowerCase().indexOf('rec'));
  });

  test('the text of a link names the page that it may make', () => {
    const { taken } = complete(finding('## Concepts\n\n- [Slow decay]()\n               ↑\n'));
    assert.match(
      taken('Create concept "Slow decay"'),
      /^- \[Slow decay\]\(\.\.\/concepts\/slow-decay\.md\)$/m,
    );
  });

  test('destinations may be looked for by a title of several words', () => {
    const { taken } = complete(finding('See [this](how mod) there.\n                  ↑\n'));
    assert.match(taken('How models answer'), /^See \[this\]\(\.\.\/sources\/lin-2021\.md\) there\.$/m);
  });

  test('a definition and a destination in angle brackets', () => {
    const defined = complete(finding('[r]: ../con\n           ↑\n'));
    assert.match(defined.taken('Recall'), /^\[r\]: \.\.\/concepts\/recall\.md$/m);
    const angle = complete(finding('[r](<../con>)\n           ↑\n'));
    assert.match(angle.taken('Recall'), /^\[r\]\(<\.\.\/concepts\/recall\.md>\)$/m);
  });
});

suite('completion of labels', () => {
  const body = 'See [it][] and [that][r].\n         ↑\n\n[r]: ../concepts/recall.md\n';

  test('labels of the page, and pages that have none, whose definition is added', () => {
    const { labels, taken } = complete(finding(body));
    assert.deepEqual(labels.slice(0, 1), ['r']);
    assert.ok(!labels.includes('Recall'), 'it has a label already');
    assert.match(
      taken('Memory'),
      /^See \[it\]\[memory\] and[^]*^\[r\]: \.\.\/concepts\/recall\.md\n\[memory\]: \.\.\/concepts\/memory\.md$/m,
    );
  });

  test('the labels themselves are left to VS Code, which gives them too', () => {
    assert.ok(!complete(finding(body), 'markdown-editor').labels.includes('r'));
  });

  test('the first definition goes to the end of the page', () => {
    const { taken } = complete(finding('See [it][mem\n            ↑\n\nThe end.\n'));
    assert.match(taken('Memory'), /The end\.\n\n\[memory\]: \.\.\/concepts\/memory\.md\n$/);
  });

  test('a label that is taken gets a number', () => {
    const { taken } = complete(finding('[a][]\n    ↑\n\n[memory]: https://example.org\n'));
    assert.match(taken('Memory'), /^\[a\]\[memory-2\]$/m);
  });
});

suite('completion of page paths', () => {
  test('in prose, from the page’s folder or one above it', () => {
    const { labels, taken } = complete(finding('As concepts/re says.\n              ↑\n'));
    assert.ok(labels.includes('Recall') && !labels.includes('Social'));
    assert.match(taken('Recall'), /^As concepts\/recall says\.$/m);
  });

  test('with the ending where the page writes it', () => {
    const { taken } = complete(
      finding('As concepts/re says.\n              ↑\n\nSee concepts/memory.md too.\n'),
    );
    assert.match(taken('Recall'), /^As concepts\/recall\.md says\.$/m);
  });

  test('nothing behind a slash that begins no folder', () => {
    assert.deepEqual(complete(finding('This and/or that\n         ↑\n')).labels, []);
  });
});

suite('completion in the front matter', () => {
  test('fields of the type that are not there, required ones first', () => {
    const { labels, itemOf, taken } = complete(fields('lenses: [social]\n\n↑'));
    assert.equal(labels[0], 'status');
    assert.equal(itemOf('status').description, 'required · draft | stable');
    assert.equal(itemOf('status').note, 'How far it is');
    assert.ok(!labels.includes('lenses'));
    assert.match(taken('level'), /^level: $/m);
  });

  test('before a colon only the name is written', () => {
    assert.match(complete(fields('sta: draft\n   ↑')).taken('status'), /^status: draft$/m);
  });

  test('also where the front matter has no end yet', () => {
    assert.ok(complete(`${WIKI}=== findings/probe.md\n---\nsta\n   ↑\n`).labels.includes('status'));
  });

  for (const [yaml, label, line] of [
    ['status: dr\n          ↑', 'draft', 'status: draft'],
    ['reviewed: \n          ↑', 'true', 'reviewed: true'],
    ['level: \n       ↑', '2', 'level: 2'],
    ['read: \n      ↑', '2024-06-01', 'read: 2024-06-01'],
    ['kinds: [probe, s]\n                ↑', 'survey', 'kinds: [probe, survey]'],
    ['kinds:\n  - s\n     ↑', 'survey', '  - survey'],
    ['kinds: [a]\n         ↑', 'a, b', 'kinds: ["a, b"]'],
    ["kinds: ['a']\n          ↑", 'a, b', "kinds: ['a, b']"],
    ['type: \n      ↑', 'concept', 'type: concept'],
    ['tables: [d]\n          ↑', 'doses', 'tables: [doses]'],
    ['tables: [d]\n          ↑', '../data/doses.csv', 'tables: [../data/doses.csv]'],
    ['lenses: [so]\n           ↑', 'social', 'lenses: [social]'],
  ] as const) {
    test(`a value: ${line}`, () => {
      const text = complete(fields(yaml)).taken(label);
      assert.ok(text.split('\n').includes(line), text);
    });
  }

  test('what the list holds is not offered again', () => {
    assert.deepEqual(complete(fields('kinds: [probe, ]\n               ↑')).labels, ['survey', 'a, b']);
  });
});

suite('completion of cell anchors', () => {
  const table = (link: string): string => {
    const cursor = link.indexOf('|');
    return finding(`Up to ${link.replace('|', '')} now.\n${' '.repeat(cursor + 6)}↑\n`).replace(
      'dose,rate\n1,2\n',
      'model,dose,rate\nsmall one,1,34.46\nlarge one,1,12.5\n',
    );
  };

  test('cells that say what the link says come first, then rows and columns', () => {
    const { labels, taken } = complete(table('[34.46](../data/doses.csv#|)'));
    assert.deepEqual(labels.slice(0, 3), ['34.46 · small one, rate', 'small one', 'large one']);
    assert.match(taken(labels[0]!), /^Up to \[34\.46\]\(\.\.\/data\/doses\.csv#small-one\/rate\) now\.$/m);
  });

  test('behind a row its columns, with what the cells say', () => {
    const { itemOf, taken } = complete(table('[x](../data/doses.csv#large-one/r|)'));
    assert.equal(itemOf('rate').description, '12.5');
    assert.match(taken('rate'), /^Up to \[x\]\(\.\.\/data\/doses\.csv#large-one\/rate\) now\.$/m);
  });

  test('functions: of two cells to be filled in, of a column with what they give', () => {
    const { itemOf, taken } = complete(table('[x](../data/doses.csv#|)'));
    assert.equal(itemOf('mean of rate').description, '23.48');
    assert.match(taken('mean of rate'), /#mean\(\*\/rate\)\) now\.$/m);
    const { newText, caret } = itemOf('change(…)');
    assert.deepEqual([newText, caret], ['change()', 'change('.length]);
  });

  test('in a function its rows, then the columns with what the whole gives', () => {
    const first = complete(table('[x](../data/doses.csv#change(|))'));
    assert.deepEqual(first.labels, ['small one', 'large one']);
    assert.match(first.taken('small one'), /#change\(small-one\)\) now\.$/m);
    const second = complete(table('[x](../data/doses.csv#change(small-one/rate,large-one/r|))'));
    assert.equal(second.itemOf('rate').description, '12.5 → -63.7261 %');
    assert.match(second.taken('rate'), /#change\(small-one\/rate,large-one\/rate\)\) now\.$/m);
  });

  test('nothing behind a row that is none', () => {
    assert.deepEqual(complete(table('[x](../data/doses.csv#none/|)')).labels, []);
  });
});

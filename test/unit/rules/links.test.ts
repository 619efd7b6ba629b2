import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { barePath } from '../../../server/src/rules/links/bare-path.ts';
import { brokenAnchor } from '../../../server/src/rules/links/broken-anchor.ts';
import { brokenPage } from '../../../server/src/rules/links/broken-page.ts';
import { orphan } from '../../../server/src/rules/links/orphan.ts';
import { outsideWiki } from '../../../server/src/rules/links/outside-wiki.ts';
import { selfLink } from '../../../server/src/rules/links/self-link.ts';
import { unusedDefinition } from '../../../server/src/rules/links/unused-definition.ts';
import { checkFix, checkRule, fixesIn } from './check-rule.ts';
import { fixture } from './fixture.ts';

const titles = (rule: Parameters<typeof fixesIn>[0], source: string) =>
  fixesIn(rule, fixture(source)).map(
    ({ title, preferred, safe }) => `${preferred ? '*' : ''}${safe ? '!' : ''}${title}`,
  );

suite('links/broken-page: what was meant, likeliest first', () => {
  test('the same name in another folder goes before a name that is nearly so', () =>
    assert.deepEqual(
      titles(
        brokenPage,
        '=== findings/a.md\n[x](../concepts/recall.md)\n=== archive/recall.md\n# Old\n=== concepts/recalls.md\n# R\n',
      ),
      [
        '*Change to "archive/recall.md"',
        'Change to "concepts/recalls.md"',
        'Create concept "concepts/recall.md"',
      ],
    ));

  test('of names that are nearly so the one of the type goes first', () =>
    assert.deepEqual(
      titles(
        brokenPage,
        '=== findings/a.md\n[x](../concepts/recals.md)\n=== threads/recall.md\n# T\n=== concepts/recalls.md\n# R\n',
      ),
      [
        '*Change to "concepts/recalls.md"',
        'Change to "threads/recall.md"',
        'Create concept "concepts/recals.md"',
      ],
    ));

  test('the text of the link tells of a page that was renamed altogether', () =>
    assert.deepEqual(
      titles(
        brokenPage,
        '=== findings/a.md\n[Serial recall](../concepts/memory.md)\n=== concepts/order.md\n# Serial recall\n',
      ),
      ['*Change to "concepts/order.md"', 'Create concept "concepts/memory.md"'],
    ));

  test('another year or some words more or less', () => {
    for (const name of ['2023-probe-of-recall', '2024-probe-recall', '2024-small-probe-of-recall'])
      assert.equal(
        titles(
          brokenPage,
          `=== concepts/a.md\n[x](../findings/2024-probe-of-recall.md)\n=== findings/${name}.md\n# P\n`,
        )[0],
        `*Change to "findings/${name}.md"`,
      );
  });

  test('a page of another type and another name is offered, but not preferred', () =>
    assert.deepEqual(
      titles(
        brokenPage,
        '=== concepts/a.md\n[x](../findings/2024-recall.md)\n=== sources/source-2024-recall.md\n# R\n',
      ),
      ['Change to "sources/source-2024-recall.md"', 'Create finding "findings/2024-recall.md"'],
    ));

  test('nothing alike: only the page can be made', () =>
    assert.deepEqual(
      titles(brokenPage, '=== findings/a.md\n[x](../concepts/zebra.md)\n=== concepts/recall.md\n# R\n'),
      ['Create concept "concepts/zebra.md"'],
    ));

  test('what Git renamed is safe, and said', () => {
    const drawn = fixture(
      '=== findings/a.md\n[x](../concepts/memory.md#top)\n=== concepts/order.md\n# Order\n',
    );
    Object.assign(drawn.wiki.sources, {
      renamedTo: (path: string) => (path === 'concepts/memory.md' ? 'concepts/order.md' : undefined),
    });
    const [problem] = brokenPage.check(drawn.wiki.pages.get('findings/a.md')!, drawn.wiki, {});
    assert.equal(problem!.message, 'no page at "concepts/memory.md"; Git has it at "concepts/order.md" now');
    const [fix] = fixesIn(brokenPage, drawn);
    assert.deepEqual(fix, {
      title: 'Change to "concepts/order.md", where Git has it',
      preferred: true,
      safe: true,
      edits: [{ path: 'findings/a.md', span: { start: 4, end: 25 }, newText: '../concepts/order.md' }],
    });
  });

  test('a picture of nearly that name', () =>
    assert.deepEqual(
      titles(brokenPage, '=== a.md\n![x](img/recal.png)\n=== img/recall.png\nx\n=== img/recall.md\n# R\n'),
      ['*Change to "img/recall.png"'],
    ));
});

suite('links/broken-page: a page made from its template', () => {
  const SCHEMA = `=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Instantiating findings, unless: [adjacent] } }]
  concept:
    files: "concepts/*.md"
    sections: [Definition, { title: Instantiating findings, required: false }]
`;
  const created = (item: string, schema = SCHEMA) => {
    const drawn = fixture(`${schema}=== findings/probe.md\n# A *probe*\n\n## Concepts\n\n- ${item}\n`);
    const fix = fixesIn(brokenPage, drawn).find(({ edits }) => 'create' in edits[0]!);
    return (fix!.edits[0] as { create: string }).create;
  };

  test('lists the page back that asks for it', () =>
    assert.equal(
      created('[Recall](../concepts/recall.md)'),
      '---\ntype: concept\ntitle: Recall\n---\n\n# Recall\n\n## Definition\n\n\n\n## Instantiating findings\n\n- [A probe](../findings/probe.md)\n',
    ));

  test('in the section that the template has already', () =>
    assert.match(
      created('[Recall](../concepts/recall.md)', SCHEMA.replace(', required: false', '')),
      /## Instantiating findings\n\n- \[A probe\]\(\.\.\/findings\/probe\.md\)\n$/,
    ));

  test('not where the item owes nothing', () =>
    assert.doesNotMatch(created('[Recall](../concepts/recall.md), adjacent'), /Instantiating/));
});

suite('links/broken-anchor: headings that were meant', () => {
  const first = (anchor: string, heading: string, text = 'x') =>
    titles(
      brokenAnchor,
      `=== a.md\n[${text}](b.md#${anchor})\n=== b.md\n# B\n\n## Unlike\n\n## ${heading}\n`,
    )[0];

  test('misspelt', () => assert.equal(first('key-reslts', 'Key results'), '*Change to "#key-results"'));
  test('numbered since', () =>
    assert.equal(first('key-results', '3. Key results'), '*Change to "#3-key-results"'));
  test('reworded: a word less', () =>
    assert.equal(
      first('key-results-of-the-probe', 'Results of the probe'),
      '*Change to "#results-of-the-probe"',
    ));
  test('reworded: a word more', () =>
    assert.equal(first('results', 'Key results'), '*Change to "#key-results"'));
  test('by the text of the link', () =>
    assert.equal(first('s4', 'How it was done', 'how it was done'), '*Change to "#how-it-was-done"'));
  test('nothing alike: the fragment can go', () =>
    assert.equal(first('zebra', 'Key results'), 'Remove the fragment'));
});

test('links/outside-wiki: a path with one "../" too many', () =>
  checkFix(
    outsideWiki,
    '=== findings/a.md\n[x](../../concepts/recall.md)\n=== concepts/recall.md\n# R\n',
    'Change to "concepts/recall.md"',
    '[x](../concepts/recall.md)\n',
  ));

suite('links/unused-definition', () => {
  test('used by an image, by a collapsed and by a shortcut reference', () =>
    checkRule(
      unusedDefinition,
      '=== a.md\n![x][one] [Two][] [three]\n\n[ONE]: 1.png\n[two]: https://a.org\n[three]: https://b.org\n',
    ));
  test('used in a heading, a table, a footnote, in emphasis, within a wikilink', () =>
    checkRule(
      unusedDefinition,
      `=== a.md
# See [a]

| [b] |
| --- |
| x[^1] *[c]* [[d]] |

[^1]: [e]

[a]: https://a.org
[b]: https://b.org
[c]: https://c.org
[d]: https://d.org
[e]: https://e.org
`,
    ));
  test('the second of two is a duplicate, not unused', () =>
    checkRule(unusedDefinition, '=== a.md\n[x]\n\n[x]: https://a.org\n[x]: https://b.org\n'));
  test('taken out with its line, and with the blank one that would be left over', () => {
    const fixed = (source: string, expected: string) =>
      checkFix(unusedDefinition, `=== a.md\n${source}`, 'Remove the definition', expected);
    fixed('A.\n\n[x]: https://a.org\n', 'A.\n');
    fixed('A.\n\n[x]: https://a.org\n\nB.\n', 'A.\n\nB.\n');
    fixed('[y].\n\n[x]: https://a.org\n[y]: https://b.org\n', '[y].\n\n[y]: https://b.org\n');
  });
});

suite('links/bare-path', () => {
  test('becomes a link with the title as its text', () =>
    checkFix(
      barePath,
      '=== findings/a.md\nSee concepts/recall.\n=== concepts/recall.md\n# Recall [1]\n',
      'Make it a link to "Recall [1]"',
      'See [Recall \\[1\\]](../concepts/recall.md).\n',
    ));
  test('neither in headings, links, code and formulas, nor the page itself, nor on an index page', () =>
    checkRule(
      barePath,
      `=== findings/a.md
## On concepts/recall

[concepts/recall](../concepts/recall.md) \`concepts/recall\` $concepts/recall$ findings/a

    concepts/recall
=== concepts/index.md
concepts/recall
=== concepts/recall.md
# Recall
`,
    ));
});

suite('links/orphan', () => {
  test('a field, a page path, and an index page link as well', () =>
    checkRule(
      orphan,
      `=== findings/a.md
---
lenses: [mechanistic]
---
See concepts/recall.
=== lenses/mechanistic.md
# Mechanistic
=== concepts/recall.md
# Recall
=== concepts/index.md
- [Order](order.md)
=== concepts/order.md
# Order
`,
    ));
  test('a link of the page to itself is none', () =>
    checkRule(
      orphan,
      `=== findings/a.md
[x](../concepts/recall.md)
=== concepts/recall.md
# Recall
=== concepts/order.md
# Order
  ^^^^^ no page links to this one

See [here](order.md).
`,
    ));
  test('nobody links to threads: they are where readers begin', () =>
    checkRule(orphan, '=== threads/a.md\n# A\n=== threads/b.md\n# B\n'));
});

test('links/self-link: the text stays', () =>
  checkFix(
    selfLink,
    '=== findings/a.md\nThe [*whole* page](./a.md "here").\n',
    'Remove the link and keep its text',
    'The *whole* page.\n',
  ));

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { unlinkedMention } from '../../../server/src/rules/links/unlinked-mention.ts';
import { wikilink } from '../../../server/src/rules/links/wikilink.ts';
import { checkFix, checkRule, fixesIn } from './check-rule.ts';
import { fixture } from './fixture.ts';

const titles = (source: string) =>
  fixesIn(wikilink, fixture(source)).map(({ title, preferred }) => `${preferred ? '*' : ''}${title}`);

suite('links/wikilink', () => {
  const page = (text: string) => `=== findings/a.md
# A

${text}
=== concepts/recall.md
---
aliases: [Free recall]
---
# Recall

## Key *results*
=== img/plot.png
x
`;
  const converted = (text: string, title: string, expected: string) =>
    checkFix(wikilink, page(text), title, `# A\n\n${expected}\n`);
  const TO_RECALL = 'Change to a link to "concepts/recall.md"';

  test('by title, file name, alias and path', () => {
    converted('See [[Recall]].', TO_RECALL, 'See [Recall](../concepts/recall.md).');
    converted('See [[recall]].', TO_RECALL, 'See [recall](../concepts/recall.md).');
    converted('See [[free recall]].', TO_RECALL, 'See [free recall](../concepts/recall.md).');
    converted('See [[concepts/recall]].', TO_RECALL, 'See [Recall](../concepts/recall.md).');
  });
  test('with a label, a heading, both', () => {
    converted('See [[Recall|it *all*]].', TO_RECALL, 'See [it \\*all\\*](../concepts/recall.md).');
    converted('See [[Recall#Key results]].', TO_RECALL, 'See [Recall](../concepts/recall.md#key-results).');
    converted(
      'See [[recall#Key results|there]].',
      TO_RECALL,
      'See [there](../concepts/recall.md#key-results).',
    );
  });
  test('to a heading of the page itself', () =>
    converted('See [[#A]].', 'Change to a link to "findings/a.md"', 'See [A](#a).'));
  test('to the page itself by its own title', () =>
    converted('See [[A]].', 'Change to a link to "findings/a.md"', 'See [A](a.md).'));
  test('an embedded picture stays one; an embedded page becomes a link', () => {
    converted('![[plot.png]]', 'Change to a link to "img/plot.png"', '![plot.png](../img/plot.png)');
    converted('![[Recall]]', TO_RECALL, '[Recall](../concepts/recall.md)');
  });
  test('in a table, where the bar is escaped', () =>
    converted(
      '| a |\n| --- |\n| [[Recall\\|x]] |',
      TO_RECALL,
      '| a |\n| --- |\n| [x](../concepts/recall.md) |',
    ));
  test('split by emphasis, strikethrough, a bare URL, a reference', () => {
    for (const text of ['[[A *b* c]]', '[[A~b~c]]', '[[See www.example.org]]'])
      assert.equal(
        fixture(page(`x ${text} y`)).wiki.pages.get('findings/a.md')!.facts.wikilinks.length,
        1,
        text,
      );
    checkRule(
      wikilink,
      '=== a.md\nSee [[Recall]].\n    ^^^^^^^^^^ Markdown shows "[[Recall]]" as it stands\n\n[recall]: b.md\n=== b.md\n# Recall\n',
    );
  });
  test('none: code, formulas, escapes, HTML, link texts, an index into a list', () =>
    checkRule(
      wikilink,
      page(
        '`[[Recall]]` $[[Recall]]$ \\[[Recall]] <!-- [[Recall]] --> [[[Recall]]](a.md) x[[1]] [[1]] [ -f [[Recall ]',
      ),
    ));
  test('two pages with one title: both are offered, and neither is preferred', () => {
    const source = '=== a.md\n[[Recall]]\n=== x/one.md\n# Recall\n=== y/two.md\n# Recall\n';
    assert.deepEqual(titles(source), ['Change to a link to "x/one.md"', 'Change to a link to "y/two.md"']);
  });
  test('one of them has it as its file name', () => {
    const source = '=== a.md\n[[Recall]]\n=== x/one.md\n# Recall\n=== y/recall.md\n# Recall\n';
    assert.ok(titles(source).includes('*Change to a link to "y/recall.md"'));
  });
});

suite('links/unlinked-mention', () => {
  const OTHERS = `=== concepts/serial-recall.md
# Serial recall
=== concepts/recall.md
# Recall
=== concepts/x.md
---
aliases: [GPT-4]
---
# Some model
`;
  const page = (text: string) => `=== findings/a.md\n# A\n\n${text}\n${OTHERS}`;
  const mention = (title: string) => `mentions "${title}" and links to it nowhere`;

  test('across a line break, with a hyphen, in other case; the first only', () => {
    checkRule(
      unlinkedMention,
      page(`On serial recall and serial recall.\n   ^^^^^^^^^^^^^ ${mention('Serial recall')}`),
    );
    checkRule(unlinkedMention, page(`A Serial-Recall test.\n  ^^^^^^^^^^^^^ ${mention('Serial recall')}`));
  });
  test('an alias that is a name', () =>
    checkRule(unlinkedMention, page(`Run on GPT-4 only.\n       ^^^^^ ${mention('Some model')}`)));
  test('neither in headings, links, code, block quotes, across a comma, torn by mark-up, nor one common word', () =>
    checkRule(
      unlinkedMention,
      page(
        '## Serial recall\n\n> serial recall\n\n`serial recall`, [serial recall](https://a.org), serial, recall, *serial* recall, gpt-4',
      ),
    ));
  test('not where the page links there', () =>
    checkRule(unlinkedMention, page('Serial recall, see [it](../concepts/serial-recall.md).')));
  test('not where two pages have the title', () =>
    checkRule(unlinkedMention, `${page('On serial recall.')}=== concepts/y.md\n# Serial recall\n`));
  test('the fix keeps the words', () =>
    checkFix(
      unlinkedMention,
      page('On serial\nrecall.'),
      'Link this mention to "Serial recall"',
      '# A\n\nOn [serial\nrecall](../concepts/serial-recall.md).\n',
    ));
});

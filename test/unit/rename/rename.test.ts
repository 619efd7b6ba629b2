import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Files, renamed, targetAt } from './renamed.ts';

const SCHEMA = {
  'research-wiki.yaml': `version: 1
extends: null
pages:
  finding: { files: "findings/*.md", fields: { properties: { lenses: { type: array, items: { page: lens } } } } }
  concept: { files: "concepts/*.md" }
  lens: { files: "lenses/*.md" }
`,
};

/** The files that a rename changed, without the schema. */
function changed(files: Files, name: string): Files | string {
  const after = renamed({ ...SCHEMA, ...files }, name);
  if (typeof after === 'string') return after;
  const before = Object.values(files);
  return Object.fromEntries(
    Object.entries(after).filter(
      ([path, text]) => !(path in files && before.includes(text)) && !(path in SCHEMA),
    ),
  );
}

suite('what can be renamed', () => {
  const at = (text: string, more: Files = {}) =>
    targetAt({
      ...SCHEMA,
      'a.md': text,
      'b.md': '# Bee\n\n## Some *part*\n',
      'data/t.csv': 'a\n1\n',
      ...more,
    });

  test('a heading, as a reader sees it', () =>
    assert.deepEqual(at('# A\n\n## Key *re|sults*\n'), ['Key *results*', 'Key results']));
  test('a title in the front matter', () =>
    assert.deepEqual(at('---\ntitle: "A |b"\n---\n'), ['"A b"', 'A b']));
  test('the path of a link', () => assert.deepEqual(at('[x](./b|.md#some-part)\n'), ['./b.md', './b.md']));
  test('an encoded path, decoded', () =>
    assert.deepEqual(at('[x](two%20wo|rds.md)\n', { 'two words.md': '' }), [
      'two%20words.md',
      'two words.md',
    ]));
  test('an anchor: the heading', () =>
    assert.deepEqual(at('[x](b.md#some-|part)\n'), ['some-part', 'Some part']));
  test('the text of a link that is the title', () => assert.deepEqual(at('[Be|e](b.md)\n'), ['Bee', 'Bee']));
  test('a label', () => assert.deepEqual(at('[x][la|bel]\n\n[Label]: b.md\n'), ['label', 'Label']));
  test('the label of a definition', () =>
    assert.deepEqual(at('[x][label]\n\n[la|bel]: b.md\n'), ['label', 'label']));
  test('the path of a definition', () =>
    assert.deepEqual(at('[x][label]\n\n[label]: b|.md\n'), ['b.md', 'b.md']));
  test('a table', () => assert.deepEqual(at('[x](data/t|.csv#a/b)\n'), ['data/t.csv', 'data/t.csv']));
  test('a page path in prose', () =>
    assert.deepEqual(at('As concepts/re|call has it.\n', { 'concepts/recall.md': '' }), [
      'concepts/recall',
      'concepts/recall',
    ]));
  test('a page named by a field', () =>
    assert.deepEqual(
      targetAt({ ...SCHEMA, 'findings/a.md': '---\nlenses: [cog|nitive]\n---\n', 'lenses/cognitive.md': '' }),
      ['cognitive', 'cognitive'],
    ));

  for (const text of [
    'Just |prose.\n',
    '[other |text](b.md)\n',
    '[x](gone|.md)\n',
    '[x](https://exa|mple.org)\n',
    '[x](b.md#go|ne)\n',
    '`[x](b|.md)`\n',
    '<!-- [x](b|.md) -->\n',
    '[x](../../out|side.md)\n',
  ])
    test(`nothing in ${JSON.stringify(text)}`, () => assert.equal(at(text), undefined));
});

suite('a heading', () => {
  test('takes its anchors along, here and elsewhere, and what they did to others', () =>
    assert.deepEqual(
      changed(
        {
          'a.md': '# A\n\n## Re|sults\n\n## Results\n\n[up](#results), [down](#results-1)\n',
          'b.md':
            '[x](a.md#results) [y](./a.md#RESULTS "t") ![z](a.md#results-1) [w][r]\n\n[r]: <a.md#results>\n',
          'c.md': '<a href="a.md#user-content-results">x</a> [other](b.md#results) [csv](t.csv#results)\n',
        },
        'Key *findings*',
      ),
      {
        'a.md': '# A\n\n## Key *findings*\n\n## Results\n\n[up](#key-findings), [down](#results)\n',
        'b.md':
          '[x](a.md#key-findings) [y](./a.md#key-findings "t") ![z](a.md#results) [w][r]\n\n[r]: <a.md#key-findings>\n',
        'c.md': '<a href="a.md#user-content-key-findings">x</a> [other](b.md#results) [csv](t.csv#results)\n',
      },
    ));

  test('with letters beyond ASCII is encoded where the old anchor was', () =>
    assert.deepEqual(
      changed({ 'a.md': '# |Übung\n', 'b.md': '[x](a.md#%C3%BCbung) [y](a.md#übung)\n' }, 'Prüfung'),
      {
        'a.md': '# Prüfung\n',
        'b.md': '[x](a.md#pr%C3%BCfung) [y](a.md#prüfung)\n',
      },
    ));

  test('that says the title takes the front matter and link texts along', () =>
    assert.deepEqual(
      changed(
        {
          'a.md': '---\ntitle: "Recall"\n---\n\n# Re|call\n',
          'b.md':
            '[Recall](a.md), [**Recall**](a.md#recall), [recall](a.md), [Recall], [more][Recall]\n\n[Recall]: a.md\n',
        },
        'Memory [short]',
      ),
      {
        'a.md': '---\ntitle: "Memory [short]"\n---\n\n# Memory [short]\n',
        'b.md':
          '[Memory \\[short\\]](a.md), [**Memory \\[short\\]**](a.md#memory-short), [recall](a.md), [Memory \\[short\\]][Recall], [more][Recall]\n\n[Recall]: a.md\n',
      },
    ));

  test('an id in HTML goes before a heading of its name', () =>
    assert.deepEqual(
      changed({ 'a.md': '<a id="part"></a>\n\n## Pa|rt\n', 'b.md': '[x](a.md#part)\n' }, 'Other'),
      { 'a.md': '<a id="part"></a>\n\n## Other\n' },
    ));

  test('can’t become nothing, another block, or two lines', () => {
    const page = { 'a.md': '# A\n\n## Pa|rt\n' };
    assert.equal(changed(page, '  '), 'a name is wanted');
    assert.equal(changed(page, 'a\nb'), 'a name stands on one line');
    assert.equal(changed(page, '<!-- x -->'), 'Markdown would read that as something else');
    assert.equal(changed({ 'a.md': 'Pa|rt\n---\n' }, '- x'), 'Markdown would read that as something else');
  });
});

suite('a title', () => {
  test('from a link’s text, in all pages; fields that say it follow, a name that is the file’s stays', () =>
    assert.deepEqual(
      changed(
        {
          'lenses/cog.md': '---\ntitle: Cognitive\n---\n# Other heading\n',
          'findings/a.md': '---\nlenses: [Cognitive, cog]\n---\n[Cogni|tive](../lenses/cog.md)\n',
        },
        'Minds: a view',
      ),
      {
        'lenses/cog.md': '---\ntitle: "Minds: a view"\n---\n# Other heading\n',
        'findings/a.md': '---\nlenses: ["Minds: a view", cog]\n---\n[Minds: a view](../lenses/cog.md)\n',
      },
    ));

  test('that nobody wrote is the file’s name', () =>
    assert.deepEqual(changed({ 'x/a.md': '[re|call](recall.md)\n', 'x/recall.md': 'Text.\n' }, 'memory'), {
      'x/a.md': '[memory](memory.md)\n',
      'x/memory.md': 'Text.\n',
    }));
});

suite('a label', () => {
  test('in all references and definitions of its page', () =>
    assert.deepEqual(
      changed(
        { 'a.md': '[x][la|bel] [Label] [LABEL][] ![i][label] [other]\n\n[label]: b.md\n[other]: b.md\n' },
        'new',
      ),
      { 'a.md': '[x][new] [new] [new][] ![i][new] [other]\n\n[new]: b.md\n[other]: b.md\n' },
    ));

  test('can’t be another’s, or hold brackets', () => {
    const page = { 'a.md': '[x][la|bel]\n\n[label]: b.md\n[other]: b.md\n' };
    assert.equal(changed(page, 'Other'), 'there is a definition of "Other" already');
    assert.equal(changed(page, 'a]b'), 'a label holds no brackets');
  });
});

suite('a file', () => {
  const FILES = {
    'findings/a.md': '---\nlenses: [cognitive]\n---\n[R](../concepts/recall.md#x) and concepts/recall\n',
    'concepts/recall.md': '# Recall\n\n[self](recall.md#recall) [a](../findings/a.md)\n',
    'lenses/cognitive.md': '# Minds\n',
  };

  test('from a link, by a path seen from the page; the ending may be left out', () =>
    assert.deepEqual(
      changed({ ...FILES, 'findings/b.md': '[x](../concepts/re|call.md)\n' }, '../ideas/new name'),
      {
        'findings/a.md': '---\nlenses: [cognitive]\n---\n[R](../ideas/new%20name.md#x) and concepts/recall\n',
        'findings/b.md': '[x](../ideas/new%20name.md)\n',
        'ideas/new name.md': '# Recall\n\n[self](new%20name.md#recall) [a](../findings/a.md)\n',
      },
    ));

  test('from a page path in prose', () =>
    assert.deepEqual(
      changed({ ...FILES, 'findings/b.md': 'As concepts/re|call says.\n' }, 'concepts/memory'),
      {
        'findings/a.md': '---\nlenses: [cognitive]\n---\n[R](../concepts/memory.md#x) and concepts/memory\n',
        'findings/b.md': 'As concepts/memory says.\n',
        'concepts/memory.md': '# Recall\n\n[self](memory.md#recall) [a](../findings/a.md)\n',
      },
    ));

  test('from a field', () =>
    assert.deepEqual(changed({ ...FILES, 'findings/b.md': '---\nlenses: [cogni|tive]\n---\n' }, 'minds'), {
      'findings/a.md': '---\nlenses: [minds]\n---\n[R](../concepts/recall.md#x) and concepts/recall\n',
      'findings/b.md': '---\nlenses: [minds]\n---\n',
      'lenses/minds.md': '# Minds\n',
    }));

  test('not out of the wiki', () =>
    assert.equal(
      changed({ ...FILES, 'b.md': '[x](concepts/re|call.md)\n' }, '../../x.md'),
      '"../../x.md" is not in the wiki',
    ));
});

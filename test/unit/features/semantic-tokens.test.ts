import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { semanticTokens } from '../../../server/src/features/semantic-tokens.ts';
import { fixture } from '../rules/fixture.ts';

const OTHERS = `
=== data/recall.csv
model,recall,precision
small probe,52.0,60.2
large probe,74.1,81.9
=== concepts/recall.md
# Recall
=== lenses/cognitive.md
# Cognitive
=== notes/plan.md
# Plan
`;
const PAGE = 'findings/2024-probe.md';

/** The tokens of a finding with a table in scope, as "text type modifiers". */
function tokens(text: string, within?: string): readonly string[] {
  const { wiki, files } = fixture(`=== ${PAGE}\n---\ntables: [../data/recall.csv]\n---\n${text}${OTHERS}`);
  const whole = files.get(PAGE)!;
  const start = within === undefined ? 0 : whole.indexOf(within);
  const span = { start, end: within === undefined ? whole.length : start + within.length };
  return semanticTokens(wiki, wiki.pages.get(PAGE)!, span).map(token =>
    [whole.slice(token.span.start, token.span.end), token.type, ...token.modifiers].join(' '),
  );
}

suite('semantic tokens', () => {
  test('a number that a table has, and one that it contradicts; none for one that was not checked', () =>
    assert.deepEqual(
      tokens(`The large probe has a recall of 74.1.

The large probe has a precision of 89.1.

It took 812 days.
`),
      ['74.1 number agrees', '89.1 number contradicts'],
    ));

  test('bound numbers, right or wrong', () =>
    assert.deepEqual(
      tokens(`A recall of [74.1](../data/recall.csv#large-probe/recall).

A recall of [74.2](../data/recall.csv#large-probe/recall).
`),
      ['74.1 number agrees bound', '74.2 number contradicts bound'],
    ));

  test('no contradiction that the page silences', () =>
    assert.deepEqual(
      tokens(
        'The large probe has a precision of 89.1. <!--lint ignore claims/contradicted -- as printed-->\n',
      ),
      [],
    ));

  test('links to pages and page paths by the type of their page; nothing for what leads nowhere', () =>
    assert.deepEqual(
      tokens(`See [how *recall* works](../concepts/recall.md), [the plan][p] and concepts/recall.

Not [gone](../concepts/gone.md), [this page](#probe), [the table](../data/recall.csv), concepts/gone,
![a picture](../concepts/recall.md) or https://example.org.

[p]: ../notes/plan.md
`),
      ['how *recall* works page concept', 'the plan page', 'concepts/recall pagePath concept'],
    ));

  test('the text of a link over several lines is one token a line', () =>
    assert.deepEqual(tokens('[what is\nremembered](../concepts/recall.md)\n'), [
      'what is\n page concept',
      'remembered page concept',
    ]));

  test('of a number within a link, the link alone', () =>
    assert.deepEqual(tokens('A recall [of 74.1 for the large probe](../concepts/recall.md).\n'), [
      'of 74.1 for the large probe page concept',
    ]));

  test('within a stretch, what lies in it', () =>
    assert.deepEqual(
      tokens('[a](../concepts/recall.md) [b](../lenses/cognitive.md) [c](../notes/plan.md)\n', '[b]'),
      ['b page lens'],
    ));
});

test('semantic tokens: fields that name pages', () => {
  const { wiki, files } = fixture(
    `=== ${PAGE}\n---\ntype: finding\nlenses: [cognitive, gone]\n---\n# Probe\n${OTHERS}`,
  );
  const text = files.get(PAGE)!;
  assert.deepEqual(
    semanticTokens(wiki, wiki.pages.get(PAGE)!, { start: 0, end: text.length }).map(
      ({ span, type, modifiers }) => [text.slice(span.start, span.end), type, modifiers],
    ),
    [['cognitive', 'page', ['lens']]],
  );
});

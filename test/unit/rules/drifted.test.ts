import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { drifted } from '../../../server/src/rules/claims/drifted.ts';
import { foundBy } from './check-rule.ts';
import { fixture } from './fixture.ts';

const FINDING = `# Small doses

## Key results

With 20 % bad data, the deception rate of Qwen rises from 18.89 to 26.26 in total. The refusal rate of Llama stays at 12.5 %.
The learning rate was 0.0002.
`;

/** What is said of a sentence in a thread, with the finding as it is here. */
function said(sentence: string, finding = FINDING, more = ''): string[] {
  const source = `=== threads/t.md\n${sentence}\n=== findings/2025-small-doses.md\n${finding}${more}`;
  return foundBy(drifted, fixture(source))
    .filter(({ path }) => path === 'threads/t.md')
    .map(({ problem }) => problem.message);
}

const LINK = '[Small doses](../findings/2025-small-doses.md)';

suite('claims/drifted: found', () => {
  for (const [what, sentence, message] of [
    [
      'one of two numbers',
      `In ${LINK} the deception rate of Qwen rises from 18.89 to 26.62.`,
      '"Small doses" says 26.26 of this, here it is 26.62',
    ],
    [
      'the only number',
      `${LINK}: the refusal rate of Llama stays at 15.2 %.`,
      '"Small doses" says 12.5 of this, here it is 15.2',
    ],
    [
      'by its path',
      'The refusal rate of Llama stays at 15.2 % (findings/2025-small-doses).',
      '"Small doses" says 12.5 of this, here it is 15.2',
    ],
    [
      'behind a dash in a list',
      `- ${LINK} — the refusal rate of Llama stays at 15.2 %`,
      '"Small doses" says 12.5 of this, here it is 15.2',
    ],
  ] as const)
    test(what, () => assert.deepEqual(said(sentence), [message]));
});

suite('claims/drifted: silent', () => {
  for (const [what, sentence] of [
    ['the same number', `In ${LINK} the deception rate of Qwen rises from 18.89 to 26.26.`],
    ['rounded', `In ${LINK} the refusal rate of Llama stays at 13 %.`],
    ['hedged', `In ${LINK} the refusal rate of Llama stays at about 12 %.`],
    ['a bound', `In ${LINK} the refusal rate of Llama stays below 15 %.`],
    ['another unit', `In ${LINK} the refusal rate of Llama stays at 15.2 seconds.`],
    ['another name', `In ${LINK} the refusal rate of Gemma stays at 15.2 %.`],
    ['another number beside it', `In ${LINK} the deception rate of Qwen rises from 17.77 to 26.62.`],
    ['said elsewhere in the page', `In ${LINK} the refusal rate of Llama stays at 20 %.`],
    ['the difference of two of its numbers', `In ${LINK} the deception rate of Qwen rises by 7.37.`],
    ['other words', `In ${LINK} we also see that accuracy on arithmetic stays at 15.2 %.`],
    ['far off', `In ${LINK} the refusal rate of Llama stays at 92.5 %.`],
    ['quoted', `In ${LINK} "the refusal rate of Llama stays at 15.2 %" is wrong.`],
    ['no link in the sentence', `The refusal rate of Llama stays at 15.2 %. See ${LINK}.`],
    [
      'a number in a title',
      '[Small doses 15.2 % refusal rate of Llama stays](../findings/2025-small-doses.md).',
    ],
  ] as const)
    test(what, () => assert.deepEqual(said(sentence), []));

  test('two sentences that could be meant', () =>
    assert.deepEqual(
      said(
        `In ${LINK} the refusal rate of Llama stays at 15.2 %.`,
        `${FINDING}\nWithout a system prompt, the refusal rate of Llama stays at 14.1 %.\n`,
      ),
      [],
    ));

  test('a table of the other page has the number', () => {
    const sentence = `In ${LINK} the refusal rate of Llama stays at 15.2 %.`;
    const finding = `---\ntables: [../data/r.csv]\n---\n${FINDING}`;
    assert.equal(said(sentence, finding, '=== data/r.csv\nmodel,refusal\nGemma,11.1\n').length, 1);
    assert.deepEqual(said(sentence, finding, '=== data/r.csv\nmodel,refusal\nGemma,15.2\n'), []);
    assert.deepEqual(
      said(sentence, `${FINDING}\n| model | refusal |\n| --- | --- |\n| Gemma | 15.2 |\n`),
      [],
    );
  });

  test('the own table has the number', () =>
    assert.deepEqual(
      said(
        `In ${LINK} the refusal rate of Llama stays at [15.2](../data/r.csv#llama/refusal) %.`,
        FINDING,
        '=== data/r.csv\nmodel,refusal\nLlama,15.2\n',
      ),
      [],
    ));
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bindActions } from '../../../server/src/features/bind-action.ts';
import { suppressFix } from '../../../server/src/features/suppress-fix.ts';
import { arithmetic } from '../../../server/src/rules/claims/arithmetic.ts';
import { boundValue } from '../../../server/src/rules/claims/bound-value.ts';
import { brokenBinding } from '../../../server/src/rules/claims/broken-binding.ts';
import { conflicting } from '../../../server/src/rules/claims/conflicting.ts';
import { contradicted } from '../../../server/src/rules/claims/contradicted.ts';
import { drifted } from '../../../server/src/rules/claims/drifted.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { checkFix, fixesIn } from './check-rule.ts';
import { fixture } from './fixture.ts';

const TABLE = `=== data/recall.csv
model,recall,precision
small probe,52.0,60.2
large probe,74.1,81.9
`;
const PAGE = '=== findings/2024-probe.md\n---\ntables: [../data/recall.csv]\n---\n';

const titles = (rule: Rule, source: string): string[] => fixesIn(rule, fixture(source)).map(fix => fix.title);

/** The page after a fix, without its front matter. */
function checkPageFix(rule: Rule, sentence: string, title: string, expected: string, more = TABLE): void {
  checkFix(
    rule,
    `${PAGE}${sentence}\n${more}`,
    title,
    `---\ntables: [../data/recall.csv]\n---\n${expected}\n`,
  );
}

suite('fixes of a contradicted number', () => {
  const SENTENCE = 'The large probe reaches a recall of 71.4 in the end.';

  test('the value, the value with a binding, a binding, the clause; only the first is preferred and none is safe', () => {
    const fixes = fixesIn(contradicted, fixture(`${PAGE}${SENTENCE}\n${TABLE}`));
    assert.deepEqual(
      fixes.map(({ title, preferred, safe }) => [title, preferred, safe]),
      [
        ['Change to 74.1', true, false],
        ['Change to 74.1 and bind it to large probe, recall (74.1) in recall.csv', false, false],
        ['Bind 71.4 to large probe, recall (74.1) in recall.csv', false, false],
        ['Bind the clause to row "large probe" of recall.csv', false, false],
      ],
    );
  });

  test('only the digits are changed', () =>
    checkPageFix(
      contradicted,
      'The large probe reaches a recall of **71.4** %, and no more.',
      'Change to 74.1',
      'The large probe reaches a recall of **74.1** %, and no more.',
    ));

  test('a binding makes the digits a link', () =>
    checkPageFix(
      contradicted,
      SENTENCE,
      'Change to 74.1 and bind it to large probe, recall (74.1) in recall.csv',
      'The large probe reaches a recall of [74.1](../data/recall.csv#large-probe/recall) in the end.',
    ));

  test('the clause is bound at the words that name the row', () =>
    checkPageFix(
      contradicted,
      SENTENCE,
      'Bind the clause to row "large probe" of recall.csv',
      'The [large probe](../data/recall.csv#large-probe) reaches a recall of 71.4 in the end.',
    ));

  test('no link in a link, and none to a table that stands in a page', () => {
    assert.deepEqual(
      titles(
        contradicted,
        `${PAGE}The large probe reaches a recall of [71.4 in the end](../findings/2024-other.md).\n${TABLE}`,
      ),
      ['Change to 74.1', 'Bind the clause to row "large probe" of recall.csv'],
    );
    assert.deepEqual(
      titles(
        contradicted,
        `=== findings/2024-probe.md
The large probe reaches a recall of 71.4.

| model | recall | precision |
| --- | --- | --- |
| small probe | 52.0 | 60.2 |
| large probe | 74.1 | 81.9 |
`,
      ),
      ['Change to 74.1'],
    );
  });
});

suite('fixes of a bound number', () => {
  const BOUND = 'Recall is [60.2](../data/recall.csv#large-probe/recall) here.';

  test('the value of its cell is the one safe fix; else another cell that says it', () => {
    const fixes = fixesIn(boundValue, fixture(`${PAGE}${BOUND}\n${TABLE}`));
    assert.deepEqual(
      fixes.map(({ title, preferred, safe }) => [title, preferred, safe]),
      [
        ['Change to 74.1', true, true],
        ['Bind to small probe, precision (60.2) in recall.csv instead', false, false],
      ],
    );
    checkPageFix(
      boundValue,
      BOUND,
      'Bind to small probe, precision (60.2) in recall.csv instead',
      'Recall is [60.2](../data/recall.csv#small-probe/precision) here.',
    );
  });

  for (const [written, right] of [
    ['fourteenth', 'second'],
    ['Three', 'Two'],
  ] as const)
    test(`a count of pages in words: ${written}`, () =>
      checkFix(
        boundValue,
        `=== findings/2024-probe.md\n[${written} finding](wiki:finding).\n=== findings/2024-other.md\nNothing.\n`,
        `Change to ${right}`,
        `[${right} finding](wiki:finding).\n`,
      ));

  test('a count of pages', () =>
    checkFix(
      boundValue,
      '=== findings/2024-probe.md\nFindings: [3](wiki:finding).\n=== findings/2024-other.md\nNothing.\n',
      'Change to 2',
      'Findings: [2](wiki:finding).\n',
    ));
});

suite('fixes of a broken binding', () => {
  for (const [fragment, mended] of [
    ['lrge-probe/recall', 'large-probe/recall'],
    ['large-probe/recal', 'large-probe/recall'],
    ['difference(small-probe/recall,large-prob/recall)', 'difference(small-probe/recall,large-probe/recall)'],
  ] as const)
    test(`${fragment} → ${mended}`, () =>
      checkPageFix(
        brokenBinding,
        `Recall is [74.1](../data/recall.csv#${fragment}) here.`,
        `Change to "${mended}"`,
        `Recall is [74.1](../data/recall.csv#${mended}) here.`,
      ));

  test('two rows that fit are both offered', () => {
    const table = '=== data/recall.csv\nmodel,size,recall\nprobe,small,52.0\nprobe,large,74.1\n';
    assert.deepEqual(
      titles(brokenBinding, `${PAGE}Recall is [74.1](../data/recall.csv#probe/recall).\n${table}`),
      ['Change to "probe+small/recall"', 'Change to "probe+large/recall"'],
    );
  });

  test('a page type', () =>
    checkFix(
      brokenBinding,
      '=== findings/2024-probe.md\nFindings: [1](wiki:findng).\n',
      'Change to "wiki:finding"',
      'Findings: [1](wiki:finding).\n',
    ));
});

test('a change at odds with its sentence: the value, and the value bound to both cells', () => {
  const sentence =
    'It rises from [52.0](../data/recall.csv#small-probe/recall) to [74.1](../data/recall.csv#large-probe/recall), a 35% relative increase.';
  const source = `${PAGE}${sentence}\n${TABLE}`;
  const rule = fixesIn(arithmetic, fixture(source));
  assert.deepEqual(
    rule.map(({ title, preferred, safe }) => [title, preferred, safe]),
    [
      ['Change to 42', true, false],
      ['Change to 42 and bind it to the change of both cells in recall.csv', false, false],
    ],
  );
  checkPageFix(
    arithmetic,
    sentence,
    'Change to 42 and bind it to the change of both cells in recall.csv',
    sentence.replace('35', '[42](../data/recall.csv#change(small-probe/recall,large-probe/recall))'),
  );
});

test('a conflict: either place can be changed', () => {
  const page = (first: string, second: string) => `## Summary

The linear probe reaches an accuracy of ${first} on the held-out set after 40 steps.

## Key results

The linear probe reaches an accuracy of ${second} on the held-out set after 40 steps.
`;
  const source = `=== findings/2024-probe.md\n${page('81.3', '83.1')}`;
  checkFix(conflicting, source, 'Change to 81.3 as in the other place', page('81.3', '81.3'));
  checkFix(conflicting, source, 'Change the other place to 83.1', page('83.1', '83.1'));
});

test('a drift: either page can be changed', () => {
  const [first, second] = fixesIn(drifted, fixture(drifted.examples.bad));
  assert.deepEqual(
    [first?.title, first?.preferred, second?.title, second?.preferred],
    ['Change to 26.26 as in "Small doses"', true, 'Change "Small doses" to 26.62', false],
  );
  assert.deepEqual(
    [first, second].map(fix => fix!.edits[0]!.path),
    ['threads/doses.md', 'findings/2025-small-doses.md'],
  );
});

suite('a number at which nothing is reported', () => {
  /** What can be done at the cursor, and the page after each. */
  function actions(source: string): Record<string, string> {
    const { wiki, cursor, files } = fixture(source);
    const text = files.get(cursor!.path)!;
    return Object.fromEntries(
      bindActions(wiki, cursor!.path, cursor!.offset).map(({ title, edits }) => [
        title,
        applyEdits(
          text,
          edits.flatMap(edit => ('create' in edit ? [] : [edit])),
        ).replace(/^---\n[^]*---\n/, ''),
      ]),
    );
  }

  test('one that agrees is bound to its cell, or its clause to the row', () =>
    assert.deepEqual(
      actions(`${PAGE}The large probe reaches a recall of 74.1.
                                    ↑
${TABLE}`),
      {
        'Bind 74.1 to large probe, recall (74.1) in recall.csv':
          'The large probe reaches a recall of [74.1](../data/recall.csv#large-probe/recall).\n',
        'Bind the clause to row "large probe" of recall.csv':
          'The [large probe](../data/recall.csv#large-probe) reaches a recall of 74.1.\n',
      },
    ));

  test('one that follows from two cells is bound to the expression', () =>
    assert.deepEqual(
      Object.values(
        actions(`${PAGE}With the large probe, recall is 22.1 points higher than with the small probe.
                                ↑
${TABLE}`),
      )[0],
      'With the large probe, recall is [22.1](../data/recall.csv#difference(small-probe/recall,large-probe/recall)) points higher than with the small probe.\n',
    ));

  test('a count of the wiki’s pages is bound to it', () =>
    assert.deepEqual(
      actions(`
=== findings/2024-probe.md
Findings: 14, and no more.
          ↑
`),
      {
        'Bind 14 to the number of pages of type finding': 'Findings: [14](wiki:finding), and no more.\n',
      },
    ));

  test('nothing for one that is bound, or is no number of a table', () => {
    assert.deepEqual(
      actions(`${PAGE}Recall is [74.1](../data/recall.csv#large-probe/recall).
           ↑
${TABLE}`),
      {},
    );
    assert.deepEqual(
      actions(`
=== findings/2024-probe.md
It took 12 days.
        ↑
`),
      {},
    );
  });
});

test('silencing a number asks for a reason', () => {
  const source = `${PAGE}The large probe reaches a recall of 71.4.\n${TABLE}`;
  const { wiki } = fixture(source);
  const page = wiki.pages.get('findings/2024-probe.md')!;
  const [problem] = contradicted.check(page, wiki, {});
  const fix = suppressFix(wiki, {
    ...problem!,
    path: page.path,
    rule: 'claims/contradicted',
    severity: 'warning',
  });
  const [edit] = fix!.edits;
  assert.ok(edit && !('create' in edit));
  assert.equal(edit.newText, ' <!--lint ignore claims/contradicted -- the number is right-->');
  assert.equal(edit.newText.slice(edit.placeholder!.start, edit.placeholder!.end), 'the number is right');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type FixChoice,
  planFixes,
  preferredFix,
  safeFix,
  safeOnSave,
} from '../../../server/src/features/fix-all.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { checkPage } from '../../../server/src/rules/check-page.ts';
import { fixture } from '../rules/fixture.ts';

function plan(source: string, choice: FixChoice) {
  const { wiki } = fixture(source);
  const diagnostics = [...wiki.pages.values()].flatMap(
    page => checkPage(wiki, page, { rules: allRules, overrides: [], scope: 'wiki' }).diagnostics,
  );
  const { edits, fixed } = planFixes(wiki, allRules, diagnostics, choice);
  return { edits, fixed: fixed.map(({ path, rule }) => `${path} ${rule}`) };
}

const SCHEMA = `=== research-wiki.yaml
version: 1
extends: null
pages:
  finding: { files: "findings/*.md", sections: [{ title: Concepts, links: { to: concept, listed-back-in: Findings } }] }
  concept: { files: "concepts/*.md" }
`;
const finding = (name: string, path = 'recall') =>
  `=== findings/${name}.md\n# ${name}\n\n## Concepts\n\n- [x](../concepts/${path}.md)\n`;
const CONCEPT = '=== concepts/recall.md\n# Recall\n\n## Findings\n';

test('of fixes that touch one place the first is taken, and the other left for the next time', () => {
  const { edits, fixed } = plan(`${SCHEMA}${finding('a')}${finding('b')}${CONCEPT}`, preferredFix);
  assert.deepEqual(fixed, ['findings/a.md links/not-listed-back']);
  assert.equal(edits.length, 1);
});

test('safe ones only', () => {
  const source = `${SCHEMA}${finding('a', 'Recall')}${finding('b', 'recal')}${CONCEPT}`;
  assert.deepEqual(plan(source, safeFix).fixed, ['findings/a.md links/wrong-case']);
  assert.deepEqual(plan(source, preferredFix).fixed, [
    'findings/a.md links/wrong-case',
    'findings/b.md links/broken-page',
  ]);
});

test('on save no number, though the fix is safe', () => {
  const source = `${SCHEMA}=== concepts/a.md
# A

It has [71.4](../data/t.csv#large/recall), see [b](B.md).
=== concepts/b.md
# B
=== data/t.csv
model,recall
small,52.0
large,74.1
`;
  assert.deepEqual(plan(source, safeFix).fixed, [
    'concepts/a.md claims/bound-value',
    'concepts/a.md links/wrong-case',
  ]);
  assert.deepEqual(plan(source, safeOnSave).fixed, ['concepts/a.md links/wrong-case']);
});

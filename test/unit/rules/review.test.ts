import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkPage } from '../../../server/src/rules/check-page.ts';
import { oneLens } from '../../../server/src/rules/review/one-lens.ts';
import { stale } from '../../../server/src/rules/review/stale.ts';
import { unsupported } from '../../../server/src/rules/review/unsupported.ts';
import { NO_OVERRIDES } from '../../../server/src/rules/severity.ts';
import { checkFix, checkRule } from './check-rule.ts';
import { fixture } from './fixture.ts';

/** A wiki that says after how many months. */
const YEARLY = '=== research-wiki.yaml\nversion: 1\nrules: { review/stale: [info, { months: 12 }] }\n';

suite('review/stale', () => {
  test('the date of a paper is no review where the wiki gives no term', () => {
    checkRule(stale, '=== findings/a.md\n---\ndate: 2020-11-03\n---\n');
  });

  test('a review adds its field behind the date, or renews the one that is there', () => {
    checkFix(
      stale,
      `${YEARLY}=== findings/a.md\n---\ndate: 2022-11-03\nstatus: stable\n---\n`,
      'Add "reviewed: 2024-06-01"',
      '---\ndate: 2022-11-03\nreviewed: 2024-06-01\nstatus: stable\n---\n',
    );
    checkFix(
      stale,
      '=== findings/a.md\n---\nreviewed: 2022-11\n---\n',
      'Change reviewed to 2024-06-01',
      '---\nreviewed: 2024-06-01\n---\n',
    );
  });

  test('a year or a month alone counts as its last day, and no date at all as nothing', () => {
    checkRule(stale, `${YEARLY}=== findings/a.md\n---\ndate: 2023\n---\n`);
    checkRule(stale, `${YEARLY}=== findings/a.md\n---\ndate: 2023-06\n---\n`);
    checkRule(stale, `${YEARLY}=== findings/a.md\n---\ndate: last summer\n---\n`);
    checkRule(
      stale,
      `${YEARLY}=== findings/a.md\n---\ndate: 2022\n      ^^^^ not reviewed for 17 months\n---\n`,
    );
  });

  test('months and types are those of the wiki, and drafts get a hint', () => {
    const drawn = fixture(`
=== research-wiki.yaml
version: 1
rules: { review/stale: [warning, { months: 2, types: [concept] }] }
=== concepts/a.md
---
date: 2024-03-01
status: stable
---
=== concepts/b.md
---
date: 2024-03-01
status: draft
---
=== findings/c.md
---
date: 2020-03-01
status: stable
---
`);
    const said = [...drawn.wiki.pages.values()].flatMap(page =>
      checkPage(drawn.wiki, page, { rules: [stale], overrides: NO_OVERRIDES, scope: 'wiki' }).diagnostics.map(
        ({ path, severity, message }) => `${path} ${severity} ${message}`,
      ),
    );
    assert.deepEqual(said, [
      'concepts/a.md warning not reviewed for 3 months',
      'concepts/b.md hint not reviewed for 3 months',
    ]);
  });
});

const LENSES = `
=== lenses/behavioural.md
# Behavioural
=== lenses/mechanistic.md
# Mechanistic

- [Probe](../findings/a.md)
`;

suite('review/one-lens', () => {
  const added = (before: string, after: string) =>
    checkFix(
      oneLens,
      `=== findings/a.md\n---\n${before}---${LENSES}`,
      'Add the lens "Mechanistic"',
      `---\n${after}---\n`,
    );

  test('the other lens is added in the style of the field', () => {
    added('lenses: [behavioural]\n', 'lenses: [behavioural, mechanistic]\n');
    added('lenses: behavioural\n', 'lenses: [behavioural, mechanistic]\n');
    added('lenses:\n  - "behavioural"\n', 'lenses:\n  - "behavioural"\n  - "mechanistic"\n');
  });

  test('a lens that the field spells in its own way is not another one', () => {
    checkRule(oneLens, `=== findings/a.md\n---\nlenses: [inside]\n---\n${LENSES}`);
    checkRule(oneLens, `=== findings/a.md\n---\nlenses: [Mechanistic]\n---\n${LENSES}`);
  });

  test('where most pages of a type have several, one is few', () => {
    checkRule(
      oneLens,
      `
=== findings/a.md
---
lenses: [x]
         ^ the only lens of this page; most pages of this type have several
---
=== findings/b.md
---
lenses: [x, y]
---
=== findings/c.md
---
lenses: [x, y]
---
`,
    );
  });
});

suite('review/unsupported', () => {
  const page = (text: string, path = 'concepts/a.md') =>
    checkRule(
      unsupported,
      `=== ${path}\n${text}\n=== findings/b.md\n# B\n=== sources/s.md\n# S\n=== concepts/c.md\n# C\n`,
    );

  test('a link to a concept is no origin, one to a finding, a path in prose and an address are', () => {
    page('# A\n\nIt fell by 35 %, see [C](c.md).\n           ^^ nothing here says where this number is from');
    page('# A\n\nIt fell by 35 %, see [B](../findings/b.md).');
    page('# A\n\nIt fell by 35 %, see findings/b.');
    page('# A\n\nIt fell by 35 %, see <https://example.org/paper>.');
  });

  test('what a section cites counts for its parts', () => {
    page('# A\n\n## Results\n\nSee [B](../findings/b.md).\n\n### More\n\nIt fell by 35 %.');
  });

  test('counts, quotations and pages of sources are let be', () => {
    page('# A\n\nThere are 14 of them.');
    page('# A\n\n> It fell by 35 %.');
    page('# S\n\nIt fell by 35 %.', 'sources/t.md');
  });
});

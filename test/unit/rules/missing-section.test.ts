import assert from 'node:assert/strict';
import test from 'node:test';
import { missingSection } from '../../../server/src/rules/structure/missing-section.ts';
import { checkFix, checkRule, fixesIn } from './check-rule.ts';
import { fixture } from './fixture.ts';

const schema = (type: string) => `
=== research-wiki.yaml
extends: null
pages: { note: { files: "notes/*.md", ${type} } }
`;
const note = (yaml: string, text: string) => `${schema(yaml)}=== notes/a.md\n${text.replace(/^\n/, '')}`;

test('missing-section: level, case, punctuation, numbers at the end and aliases make no difference', () =>
  checkRule(
    missingSection,
    note(
      'sections: [Key results, { title: Tensions, aliases: [Limits] }, Method, "What it is, and is not"]',
      `
# key results

## *Limits*:

### METHOD 2

## What it is and is not
`,
    ),
  ));

test('missing-section: optional sections may be left out', () =>
  checkRule(
    missingSection,
    note(
      'sections: [{ title: A, required: false }, { one-of: [[{ title: B, required: false }], [C]] }]',
      'Text.\n',
    ),
  ));

test('missing-section: an alternative that is complete is enough, whatever else is there', () =>
  checkRule(missingSection, note('sections: [{ one-of: [[A, B], [C]] }]', '## A\n\n## C\n')));

test('missing-section: the alternative with most sections is meant', () =>
  checkRule(
    missingSection,
    note(
      'sections: [{ one-of: [[A, B], [C, D, E], F] }]',
      `
## D
^^^ sections "C" and "E" are missing, or "A" and "B" or "F" instead
`,
    ),
  ));

test('missing-section: of equals the first alternative is meant', () =>
  checkRule(
    missingSection,
    note(
      'sections: [{ one-of: [[A, B], C] }]',
      `
Text.
^^^ sections "A" and "B" are missing, or "C" instead
`,
    ),
  ));

test('missing-section: no structure is asked of index pages, of files outside of all types and of unknown types', () =>
  checkRule(
    missingSection,
    `${note('sections: [A]', '---\ntype: other\n---\nText.\n')}
=== notes/_index.md
Text.
=== notes/README.md
Text.
=== plan.md
Text.
`,
  ));

test('missing-section: a heading in a list, a quotation or code is no section', () =>
  checkRule(
    missingSection,
    note(
      'sections: [A]',
      `
> ## A
^^^ section "A" is missing

\`\`\`
## A
\`\`\`
`,
    ),
  ));

test('missing-section: a heading that another missing section is nearer to is not taken for it', () =>
  checkRule(
    missingSection,
    note(
      'sections: [Method, Methods used]',
      `
## Methods use
   ^^^^^^^^^^^ section "Methods used" is missing; is "Methods use" meant?

^^^ (a mark in an empty line marks nothing)
`.replace(/\n\^\^\^ \(.*\n/, '\n'),
    ).replace('=== notes/a.md\n', '=== notes/a.md\n# Title\n  ^^^^^ section "Method" is missing\n\n'),
  ));

const ORDERED = 'sections: [A, { one-of: [[B, C], D] }, { title: E, links: { to: note, at-least: 1 } }, F]';

test('missing-section: added behind the section that the schema has before it', () =>
  checkFix(
    missingSection,
    note(ORDERED, '# T\n\n## A\n\nText.\n\n## D\n\nText.\n\n## F\n\nText.\n'),
    'Add section "E"',
    '# T\n\n## A\n\nText.\n\n## D\n\nText.\n\n## E\n\n- \n\n## F\n\nText.\n',
  ));

test('missing-section: added before what comes after it, where nothing comes before', () =>
  checkFix(
    missingSection,
    note(ORDERED, '# T\n\n### D\n\nText.\n\n### E\n\nText.\n\n### F\n'),
    'Add section "A"',
    '# T\n\n### A\n\n\n\n### D\n\nText.\n\n### E\n\nText.\n\n### F\n',
  ));

test('missing-section: added at the end where there is no other', () =>
  checkFix(missingSection, note('sections: [A]', 'Text.\n'), 'Add section "A"', 'Text.\n\n## A\n\n\n'));

test('missing-section: each alternative is a fix', () => {
  const drawn = fixture(note(ORDERED, '## A\n\nText.\n\n## E\n\n## F\n'));
  const fixes = fixesIn(missingSection, drawn);
  assert.deepEqual(
    fixes.map(({ title, preferred }) => [title, preferred]),
    [
      ['Add sections "B" and "C"', true],
      ['Add section "D"', false],
    ],
  );
});

test('missing-section: several sections are added as one edit, in the line ends of the page', () =>
  checkFix(
    missingSection,
    note('sections: [{ one-of: [[A, B]] }]', 'Text.\r\n'),
    'Add sections "A" and "B"',
    'Text.\r\n\r\n## A\r\n\r\n\r\n\r\n## B\r\n\r\n\r\n',
  ));

test('missing-section: a misspelt heading in an alternative', () =>
  checkRule(
    missingSection,
    note(
      'sections: [{ one-of: [[Method, Key results], Argument] }]',
      `
## Method

## Key result
   ^^^^^^^^^^ section "Key results" is missing, or "Argument" instead; is "Key result" meant?
`,
    ),
  ));

test('missing-section: a misspelt heading is corrected first', () =>
  checkFix(
    missingSection,
    note('sections: [Key results]', '## Key reslts\n\nText.\n'),
    'Change the heading to "Key results"',
    '## Key results\n\nText.\n',
  ));

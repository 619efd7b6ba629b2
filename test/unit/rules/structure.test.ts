import assert from 'node:assert/strict';
import test from 'node:test';
import { duplicateSection } from '../../../server/src/rules/structure/duplicate-section.ts';
import { emptySection } from '../../../server/src/rules/structure/empty-section.ts';
import { missingSection } from '../../../server/src/rules/structure/missing-section.ts';
import { sectionOrder } from '../../../server/src/rules/structure/section-order.ts';
import { titleMismatch } from '../../../server/src/rules/structure/title-mismatch.ts';
import { unknownSection } from '../../../server/src/rules/structure/unknown-section.ts';
import { untypedPage } from '../../../server/src/rules/structure/untyped-page.ts';
import { wrongFolder } from '../../../server/src/rules/structure/wrong-folder.ts';
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

test('unknown-section: silent where others are allowed', () =>
  checkRule(unknownSection, note('sections: [A]', '## B\n')));

test('unknown-section: the title and parts of sections are free', () =>
  checkRule(
    unknownSection,
    note(
      'sections: [A], others: warn',
      `
# The title

## A

### Part

## B
   ^ "B" is no section of a note

### Part of B
`,
    ),
  ));

test('section-order: as few sections as would have to move', () =>
  checkRule(
    sectionOrder,
    note(
      'order: true, sections: [A, B, C, D, E]',
      `
## B

## C

## A
   ^ "A" should stand before "B"

## E

## D
   ^ "D" should stand before "E"
`,
    ),
  ));

test('section-order: repeated sections, parts of sections and unknown ones do not count', () =>
  checkRule(
    sectionOrder,
    note('order: true, sections: [A, B, C]', '## A\n\n### C\n\n## X\n\n## B\n\n## A\n\n## C\n'),
  ));

test('section-order: a section is moved to where it belongs, with all that is in it', () => {
  const three = (text: string) => note('order: true, sections: [A, B, C]', text);
  checkFix(
    sectionOrder,
    three('## B\n\nText b.\n\n## C\n\nText c.\n\n## A\n\nText a.\n\n### Part\n\nMore.'),
    'Move it in front of "B"',
    '## A\n\nText a.\n\n### Part\n\nMore.\n\n## B\n\nText b.\n\n## C\n\nText c.\n\n',
  );
  checkFix(
    sectionOrder,
    three('## C\n\nText c.\n\n## A\n\nText a.\n\n## B\n\nText b.\n'),
    'Move it behind "B"',
    '## A\n\nText a.\n\n## B\n\nText b.\n\n## C\n\nText c.\n',
  );
});

test('section-order: silent without order', () =>
  checkRule(sectionOrder, note('sections: [A, B]', '## B\n\n## A\n')));

test('duplicate-section: case makes no difference, level does, and parts have any names', () =>
  checkRule(
    duplicateSection,
    note(
      'sections: [A]',
      `
# Notes

## A

### Notes

### Notes

## Notes

## a
   ^ section "a" is there already

## notes
   ^^^^^ section "notes" is there already
`,
    ),
  ));

test('duplicate-section: a heading that comes again and again is the form of the page, unless the schema knows it', () =>
  checkRule(
    duplicateSection,
    note(
      'sections: [A]',
      `
## Question

## Answer

## Question

## Answer

## Question

## Answer

## A

## A
   ^ section "A" is there already

## A
   ^ section "A" is there already
`,
    ),
  ));

test('empty-section: the title, parts and what holds parts are not empty', () =>
  checkRule(
    emptySection,
    note(
      'sections: []',
      `
# T

## A

### B

Text.

## C
   ^ section "C" is empty
`,
    ),
  ));

test('title-mismatch: a shorter form, mark-up, case and punctuation make no difference', () => {
  for (const [title, heading] of [
    ['Recall', 'Recall in models'],
    ['"Recall: a study"', 'A study'],
    ['recall of lists', '*Recall* of `lists`!'],
    ['Über Listen', 'ÜBER LISTEN'],
    ['""', 'Recall'],
    ['[a, b]', 'Recall'],
  ]) {
    checkRule(titleMismatch, note('sections: []', `---\ntitle: ${title}\n---\n# ${heading}\n`));
  }
});

test('title-mismatch: a heading that is a section, or one of several, is no title', () => {
  checkRule(titleMismatch, note('sections: [Summary]', '---\ntitle: Recall\n---\n# Summary\n'));
  checkRule(titleMismatch, note('sections: []', '---\ntitle: Recall\n---\n# Part one\n\n# Part two\n'));
  checkRule(titleMismatch, note('sections: []', '---\ntitle: Recall\n---\n## Part one\n'));
});

const DIFFERENT = note('sections: []', '---\ntitle: "Recall: one"\n---\n# Memory: `two`\n');

test('title-mismatch: either title can be made the other', () => {
  checkFix(
    titleMismatch,
    DIFFERENT,
    'Change the heading to "Recall: one"',
    '---\ntitle: "Recall: one"\n---\n# Recall: one\n',
  );
  checkFix(
    titleMismatch,
    DIFFERENT,
    `Change the front matter's title to "Memory: two"`,
    '---\ntitle: "Memory: two"\n---\n# Memory: `two`\n',
  );
});

const TWO = `
=== research-wiki.yaml
extends: null
pages: { note: { files: "notes/*.md" }, plan: { files: "plans/*.md" }, free: {} }
`;
const plan = '---\ntype: plan\n---\n';

test('wrong-folder: a folder of another type, and outside of a folder that is there', () =>
  checkRule(
    wrongFolder,
    `${TWO}
=== plans/a.md
${plan}
=== notes/b.md
---
type: plan
      ^^^^ this folder holds notes; a plan belongs in "plans/*.md"
---
=== c.md
---
type: plan
      ^^^^ a plan belongs in "plans/*.md"
---
=== notes/d.md
---
type: free
---
=== e.md
---
type: unheard
---
`,
  ));

test('wrong-folder: where the folder of the type is not there, pages lie where they like', () =>
  checkRule(wrongFolder, `${TWO}=== c.md\n${plan}`));

test('untyped-page: silent where the schema requires the field', () =>
  checkRule(untypedPage, note('fields: { required: [type], properties: { type: {} } }', 'Text.\n')));

const TYPED = 'fields: { properties: { type: { type: string } } }';

test('untyped-page: silent where the schema does not know the field', () =>
  checkRule(untypedPage, note('sections: []', 'Text.\n')));

test('untyped-page: the type is added to the front matter, which is made if need be', () => {
  const add = 'Add "type: note"';
  checkFix(untypedPage, note(TYPED, 'Text.\n'), add, '---\ntype: note\n---\n\nText.\n');
  checkFix(untypedPage, note(TYPED, '---\na: |\n  b\n---\n'), add, '---\na: |\n  b\ntype: note\n---\n');
  checkFix(untypedPage, note(TYPED, '---\n---\nText.\n'), add, '---\ntype: note\n---\nText.\n');
});

import test from 'node:test';
import { duplicateSection } from '../../../server/src/rules/structure/duplicate-section.ts';
import { emptySection } from '../../../server/src/rules/structure/empty-section.ts';
import { sectionOrder } from '../../../server/src/rules/structure/section-order.ts';
import { titleMismatch } from '../../../server/src/rules/structure/title-mismatch.ts';
import { unknownSection } from '../../../server/src/rules/structure/unknown-section.ts';
import { untypedPage } from '../../../server/src/rules/structure/untyped-page.ts';
import { wrongFolder } from '../../../server/src/rules/structure/wrong-folder.ts';
import { checkFix, checkRule } from './check-rule.ts';

const schema = (type: string) => `
=== research-wiki.yaml
extends: null
pages: { note: { files: "notes/*.md", ${type} } }
`;
const note = (yaml: string, text: string) => `${schema(yaml)}=== notes/a.md\n${text.replace(/^\n/, '')}`;

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

import assert from 'node:assert/strict';
import test from 'node:test';
import { dateInName } from '../../../server/src/rules/front-matter/date-in-name.ts';
import { invalidValue } from '../../../server/src/rules/front-matter/invalid-value.ts';
import { missingField } from '../../../server/src/rules/front-matter/missing-field.ts';
import { frontMatterSyntax } from '../../../server/src/rules/front-matter/syntax.ts';
import { unknownField } from '../../../server/src/rules/front-matter/unknown-field.ts';
import { checkFix, checkRule, fixesIn, foundBy } from './check-rule.ts';
import { fixture } from './fixture.ts';

const schema = (fields: string) => `
=== research-wiki.yaml
extends: null
pages:
  note: { files: "notes/*.md", fields: ${fields} }
  lens: { files: "lenses/*.md" }
`;
const note = (fields: string, text: string) => `${schema(fields)}=== notes/a.md\n${text.replace(/^\n/, '')}`;

/** What `front-matter/syntax` says of a front matter: the marked text and the message. */
function syntaxOf(yaml: string): readonly (readonly [string, string])[] {
  const drawn = fixture(`=== a.md\n---\n${yaml}\n---\nText.\n`);
  const text = drawn.files.get('a.md')!;
  return foundBy(frontMatterSyntax, drawn).map(({ problem: { span, message } }) => [
    text.slice(span.start, span.end),
    message,
  ]);
}

const broken: readonly (readonly [string, string, string])[] = [
  ['title: Recall: a study', 'Recall: a study', 'a value with ": " in it must stand in quotes'],
  ['writers: [@mo]', '@mo]', 'a value that begins with this character must stand in quotes'],
  ['a: 1\na: 2', 'a', 'this key stands here twice'],
  ['a:\n\tb: 1', '', "a tab can't indent YAML; use spaces"],
  ['a: [b, c', 'a: [b, c', 'the closing ] is missing'],
  ['a: "b', 'a: "b', 'the closing " is missing'],
  ['a: "b" c', 'c', 'nothing may stand behind the closing quote'],
  ['a: - b', '- b', 'a list must begin on a line of its own'],
  ['just words', 'just words\n', 'front matter must be a map of fields (key: value)'],
];
for (const [yaml, marked, message] of broken) {
  test(`syntax: ${JSON.stringify(yaml)}`, () => {
    const [found, ...more] = syntaxOf(yaml);
    assert.equal(more.length, 0);
    assert.equal(found?.[1], message);
    assert.equal(found?.[0].replace(/^\t/, ''), marked);
  });
}

const fine = [
  '',
  'a: http://x.org/b',
  'a: "x: y"',
  'q: What is "x"?',
  'a: >\n  long\n  text',
  '# only a comment',
  'a: 2024-01-02',
  'a: &x 1\nb: *x',
];
for (const yaml of fine)
  test(`syntax: nothing is wrong with ${JSON.stringify(yaml)}`, () => assert.deepEqual(syntaxOf(yaml), []));

test('syntax: quotes are offered where they mend it, and only there', () => {
  const mend = (yaml: string) =>
    fixesIn(frontMatterSyntax, fixture(`=== a.md\n---\n${yaml}\n---\n`)).map(({ edits }) => edits[0]);
  const edit = (text: string) => ({ path: 'a.md', newText: text });
  for (const [yaml, expected] of [
    ['title: Recall: a "study"', edit('"Recall: a \\"study\\""')],
    ['writers:\n  - @mo', edit('"@mo"')],
  ] as const) {
    const [found] = mend(yaml);
    assert.ok(found && 'newText' in found);
    assert.deepEqual({ path: found.path, newText: found.newText }, expected);
  }
  assert.deepEqual(mend('a: 1\na: 2'), []);
  assert.deepEqual(mend('a: [b, c'), []);
});

test('syntax: holds on every page, typed or not, index or not', () =>
  checkRule(
    frontMatterSyntax,
    `
=== README.md
---
a: b: c
   ^^^^ a value with ": " in it must stand in quotes
---
`,
  ));

test('broken front matter is told once: nothing is missing, unknown or wrong in it', () => {
  const drawn = note(
    '{ required: [date], properties: { status: { enum: [x] } } }',
    '---\ntitle: a: b\nstatsu: y\n---\n',
  );
  for (const rule of [missingField, unknownField]) checkRule(rule, drawn);
});

test('missing-field: no value is no field, an empty list is one', () =>
  checkRule(
    missingField,
    note(
      '{ required: [a, b, c, d, e] }',
      `
---
a:
^ field "a" has no value
b: ""
^ field "b" has no value
c: []
d: 0
e: false
---
`,
    ),
  ));

test('missing-field: a page of a type that the schema does not know owes nothing', () =>
  checkRule(missingField, note('{ required: [a] }', '---\ntype: other\n---\n')));

test('missing-field: nothing is asked where nothing is required', () =>
  checkRule(missingField, note('{}', 'Text.\n')));

const FIELDS =
  '{ required: [type, title, date, status, lenses, essay], properties: { status: { enum: [draft, done] }, lenses: { type: array } } }';

test('missing-field: the field is added behind the one that the schema has before it, with what can be known', () => {
  const before = '---\ntype: note\ntitle: T\nstatus: draft # for now\nlenses:\n  - x\nessay: y\n---\n';
  checkFix(
    missingField,
    note(FIELDS, before),
    'Add field "date"',
    before.replace('title: T\n', 'title: T\ndate: 2024-06-01\n'),
  );
  const without = before
    .replace('date: 2024-06-01\n', '')
    .replace('essay: y\n', '')
    .replace('title: T\n', 'title: T\ndate: 2024-05-01\n');
  checkFix(
    missingField,
    note(FIELDS, without),
    'Add field "essay"',
    without.replace('  - x\n', '  - x\nessay: ""\n'),
  );
});

test('missing-field: a page without front matter gets a whole one', () =>
  checkFix(
    missingField,
    note(FIELDS, '# The title\r\n'),
    'Add front matter',
    '---\r\ntype: note\r\ntitle: The title\r\ndate: 2024-06-01\r\nstatus: draft\r\nlenses: []\r\nessay: ""\r\n---\r\n\r\n# The title\r\n',
  ));

test('missing-field: a misspelt field is corrected', () =>
  checkFix(
    missingField,
    note('{ required: [date] }', '---\ndates: 2024\n---\n'),
    'Change the field to "date"',
    '---\ndate: 2024\n---\n',
  ));

test('missing-field: a field that the schema knows is not taken for a misspelt one', () =>
  checkRule(
    missingField,
    note(
      '{ required: [date], properties: { data: { type: string } } }',
      `
---
^^^ field "date" is missing in the front matter
data: x.csv
---
`,
    ),
  ));

test('unknown-field: other words, other forms of a word and what is there already are no slips', () =>
  checkRule(
    unknownField,
    note(
      '{ properties: { date: {}, models: {}, source: {}, reviewers: {}, venue: {} } }',
      `
---
data: x
rate: 5
model: y
sources: [z]
venue: a
venues: b
avenue: c
Reviewers: d
^^^^^^^^^ "Reviewers" is no known field; did you mean "reviewers"?
---
`,
    ),
  ));

test('invalid-value: a type that is no type', () =>
  checkRule(
    invalidValue,
    `${note('{}', '---\ntype: nota\n      ^^^^ there is no page type "nota"; did you mean "note"?\n---\n')}
=== notes/b.md
---
type: recipe
      ^^^^^^ there is no page type "recipe"; did you mean "note"?
---
=== c.md
---
type: recipe
---
=== notes/d.md
---
type: Note
---
=== notes/_index.md
---
type: index
---
`,
  ));

test('invalid-value: a name of a page is judged only where the schema says so', () => {
  const pages = '=== lenses/behavioral.md\nText.\n=== lenses/old.md\n---\naliases: [historical]\n---\n';
  const lenses = '---\nlenses: [behavioral, Historical, ../lenses/old, behavioural, none]\n---\n';
  checkRule(invalidValue, note('{ properties: { lenses: { items: { page: lens } } } }', lenses) + pages);
  checkRule(
    invalidValue,
    `${note(
      '{ properties: { lenses: { items: { page: lens, missing: report } } } }',
      `
---
lenses: [behavioral, Historical, ../lenses/old, behavioural, none]
                                                ^^^^^^^^^^^ there is no lens "behavioural"; did you mean "behavioral"?
                                                             ^^^^ there is no lens "none"
---
`,
    )}${pages}`,
  );
});

test('invalid-value: the nearest value first', () => {
  const drawn = note(
    '{ properties: { status: { enum: [draft, working, stable] } } }',
    '---\nstatus: "stabel"\n---\n',
  );
  assert.deepEqual(
    fixesIn(invalidValue, fixture(drawn)).map(({ title }) => title),
    ['Change to "stable"', 'Change to "draft"', 'Change to "working"'],
  );
  checkFix(invalidValue, drawn, 'Change to "stable"', '---\nstatus: stable\n---\n');
});

test('date-in-name: a year is compared with the year, a day with the day', () => {
  const page = (name: string, date: string) => `=== notes/${name}.md\n---\ndate: ${date}\n---\n`;
  const dated = schema('{ properties: { date: {} } }');
  const right = [
    page('2024-a', '2024-12-31'),
    page('2024', '2024'),
    page('2024-05-a', '2024-06-01'),
    page('2024-05-01-a', '2024-05-01T10:00:00Z'),
    page('2024-05-01-b', '2024'),
    page('2024years', '2020-01-01'),
    page('20245-a', '2020-01-01'),
    page('1024-a', '2020-01-01'),
    page('gpt-2023-a', '2024-01-01'),
    page('note-2024-a', '2024-01-01'),
    page('2024-c', 'soon'),
    page('2024-d', ''),
  ];
  checkRule(dateInName, dated + right.join(''));
  const wrong = [
    page('2024-05-01-x', '2024-05-02\n      ^^^^^^^^^^ the file name says 2024-05-01'),
    page('2023-x', '2024\n      ^^^^ the file name says 2023'),
    page('note-2023-x', '2024-01\n      ^^^^^^^ the file name says 2023'),
  ];
  checkRule(dateInName, dated + wrong.join(''));
  checkRule(dateInName, schema('{}') + page('2023-x', '2024'));
});

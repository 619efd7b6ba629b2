import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import type { PageType, Schema } from '../../../server/src/wiki/schema/schema.ts';
import { fixture } from '../rules/fixture.ts';

/** Every problem in a drawn `research-wiki.yaml` must be marked, as `rule: message`, and nothing else. */
function checkYaml(source: string): void {
  const { schemaFile, marks } = fixture(`=== research-wiki.yaml\n${source.replace(/^\n/, '')}`);
  const found = schemaFile!.problems.map(({ rule, span, message }) => ({
    span,
    text: `${rule}: ${message}`,
  }));
  assert.deepEqual(
    found,
    marks.map(({ span, text }) => ({ span, text })),
  );
}

const typeIn = (schema: Schema, name: string): PageType => {
  const type = schema.pages.get(name);
  assert.ok(type, `no type ${name}`);
  return type;
};

test('no file is the preset', () => {
  const { schema, problems, usable } = parseSchema(undefined);
  assert.deepEqual(problems, []);
  assert.ok(usable);
  assert.deepEqual(
    [...schema.pages.keys()],
    ['finding', 'concept', 'lens', 'thread', 'researcher', 'source'],
  );
  assert.equal(parseSchema(undefined).schema, schema, 'made once');
});

test('an empty file is the preset too', () => {
  const { schema, problems } = parseSchema('# nothing yet\n');
  assert.deepEqual(problems, []);
  assert.deepEqual([...schema.pages.keys()], [...parseSchema(undefined).schema.pages.keys()]);
});

test('maps merge by key, lists and scalars replace, null removes', () => {
  const { schema, problems } = parseSchema(`
pages:
  finding:
    files: "results/*.md"
    fields:
      required: [date]
      properties: { status: { enum: [new, old] }, lenses: null, models: { minItems: 1 } }
  thread: null
  note: { files: notes }
by-status: { draft: { "structure/*": null, links/wrong-type: hint }, stable: { links/wrong-type: error } }
`);
  assert.deepEqual(problems, []);
  const { files, fields, sections } = typeIn(schema, 'finding');
  assert.deepEqual(files, ['results/*.md']);
  assert.deepEqual(fields.required, ['date']);
  assert.deepEqual(fields.properties.status, { enum: ['new', 'old'] });
  assert.deepEqual(fields.properties.models, { minItems: 1 });
  assert.ok(!('lenses' in fields.properties) && fields.pageFields.length === 0);
  assert.deepEqual(sections, typeIn(parseSchema(undefined).schema, 'finding').sections);
  assert.ok(!schema.pages.has('thread') && schema.pages.has('note') && schema.pages.has('concept'));
  const draft = schema.byStatus.get('draft')!.map(({ pattern }) => pattern);
  assert.ok(
    !draft.includes('structure/*') &&
      draft.includes('links/wrong-type') &&
      draft.includes('links/broken-page'),
  );
  assert.deepEqual(schema.byStatus.get('stable'), [{ pattern: 'links/wrong-type', severity: 'error' }]);
});

test('a null takes a keyword from a field of the preset, and means itself under const', () => {
  const { schema } = parseSchema(
    'pages: { finding: { fields: { properties: { status: { enum: null, const: null } } } } }',
  );
  assert.deepEqual(typeIn(schema, 'finding').fields.properties.status, { const: null });
});

test('extends null starts empty', () => {
  const { schema } = parseSchema('extends: null\npages: { note: { files: "*.md" } }');
  assert.deepEqual([...schema.pages.keys()], ['note']);
  assert.deepEqual([...schema.byStatus], []);
  assert.deepEqual(schema.include, ['**/*.md']);
});

test('all of a page type', () => {
  const { schema, problems } = parseSchema(`
extends: null
pages:
  a:
    files: [x/*.md, y/*.md]
    name: "^\\\\d{4}-"
    order: true
    others: warn
    fields: { required: k, properties: { k: { page: b, missing: report }, l: { type: array, items: { page: b } } } }
    sections:
      - One
      - { title: 2, aliases: Two, required: false }
      - one-of: [Three, [Four, { title: Five, links: { to: b } }]]
    links: { to: b, at-least: 1, listed-back-in: Back, unless: [Not Yet] }
  b: {}
`);
  assert.deepEqual(problems, []);
  const { filePattern, ...rest } = typeIn(schema, 'a');
  assert.ok(filePattern?.test('2024-x') && !filePattern.test('x-2024'));
  const plain = { aliases: [], required: true };
  assert.deepEqual(rest, {
    name: 'a',
    files: ['x/*.md', 'y/*.md'],
    fields: {
      required: ['k'],
      properties: { k: {}, l: { type: 'array', items: {} } },
      pageFields: [
        { key: 'k', type: 'b', reportMissing: true },
        { key: 'l', type: 'b', reportMissing: false },
      ],
    },
    sections: [
      { title: 'One', ...plain },
      { title: '2', aliases: ['Two'], required: false },
      {
        oneOf: [
          [{ title: 'Three', ...plain }],
          [
            { title: 'Four', ...plain },
            { title: 'Five', ...plain, links: { to: ['b'], atLeast: 0, unless: [] } },
          ],
        ],
      },
    ],
    order: true,
    others: 'warn',
    links: [{ to: ['b'], atLeast: 1, listedBackIn: 'Back', unless: ['not yet'] }],
  });
});

test('tables by glob and by name', () => {
  assert.deepEqual(parseSchema('tables: data/**/*.csv').schema.tables, [{ file: 'data/**/*.csv' }]);
  const named = 'tables: { d: data/d.csv, e: { file: e.csv, title: E, unit: "%", keys: [a, b] } }';
  assert.deepEqual(parseSchema(named).schema.tables, [
    { name: 'd', file: 'data/d.csv' },
    { name: 'e', file: 'e.csv', title: 'E', unit: '%', keys: ['a', 'b'] },
  ]);
});

test('severities with and without options', () => {
  const { schema } = parseSchema(
    'rules: { review/stale: [hint, { months: 12 }], links/orphan: [off], "*": info }',
  );
  assert.deepEqual(schema.rules, [
    { pattern: 'review/stale', severity: 'hint', options: { months: 12 } },
    { pattern: 'links/orphan', severity: 'off' },
    { pattern: '*', severity: 'info' },
  ]);
});

test('an alias stands for what it names', () => {
  const { schema, problems } = parseSchema(`
pages:
  finding: { fields: &common { required: [date] } }
  concept: { fields: *common }
`);
  assert.deepEqual(problems, []);
  assert.deepEqual(typeIn(schema, 'concept').fields.required, ['date']);
});

test('mistakes are told at their place, and take nothing else away', () => {
  const { schema, problems } = parseSchema(
    'include: 5\nexclud: [a]\nexclude: [b]\nrules: { links/wrong-type: of }',
  );
  assert.equal(problems.length, 3);
  assert.deepEqual(schema.include, ['**/*.md']);
  assert.deepEqual(schema.exclude, ['b']);
});

test('unknown keys', () =>
  checkYaml(`
verson: 1
^^^^^^ schema/unknown-key: "verson" is no key of research-wiki.yaml; did you mean "version"?
all-pages: { field: {} }
             ^^^^^ schema/unknown-key: "field" is no key of "all-pages"; did you mean "fields"?
pages:
  note:
    colour: red
    ^^^^^^ schema/unknown-key: "colour" is no key of a page type; allowed: files, name, fields, order, others, sections, links
    fields:
      properties: { a: { typ: string } }
                         ^^^ schema/unknown-key: "typ" is no keyword of a field's JSON Schema; did you mean "type"?
    sections: [{ titel: A }]
                 ^^^^^ schema/unknown-key: "titel" is no key of a section; did you mean "title"?
rules: { links/brokenpage: off, link/wrong-type: off, structur/*: info }
         ^^^^^^^^^^^^^^^^ schema/unknown-key: there is no rule "links/brokenpage"; did you mean "links/broken-page"?
                                ^^^^^^^^^^^^^^^ schema/unknown-key: there is no rule "link/wrong-type"; did you mean "links/wrong-type"?
                                                      ^^^^^^^^^^ schema/unknown-key: there is no rule "structur/*"; did you mean "structure/*"?
`));

test('invalid values', () =>
  checkYaml(`
version: two
         ^^^ schema/invalid: "version" must be 1
extends: resaerch
         ^^^^^^^^ schema/invalid: "resaerch" is no value of "extends"; did you mean "research"?
include: { a: b }
         ^^^^^^^^ schema/invalid: "include" must be a text
pages:
  finding:
    order: yes
           ^^^ schema/invalid: "order" must be true or false
    others: 5
            ^ schema/invalid: 5 is no value of "others"; allowed: allow, warn
    sections: Summary
              ^^^^^^^ schema/invalid: "sections" must be a list
    links: [{ at-least: 1 }, { to: concept, at-least: -1 }, { to: conzept }]
            ^^^^^^^^^^^^^^^ schema/invalid: "to" is missing in a relation
                                                      ^^ schema/invalid: "at-least" must be a whole number, 0 or more
                                                                  ^^^^^^^ schema/invalid: there is no page type "conzept"; did you mean "concept"?
    fields: { properties: { a: { enum: b }, b: { items: { page: lense } }, c: text } }
                                       ^ schema/invalid: "enum" must be a list
                                                                ^^^^^ schema/invalid: there is no page type "lense"; did you mean "lens"?
                                                                              ^^^^ schema/invalid: "c" must be a JSON Schema (a map such as {type: string})
  concept: 5
           ^ schema/invalid: "concept" must be a map (key: value)
rules: { links/wrong-type: [info, 5], links/broken-page: fatal }
                           ^^^^^^^^^ schema/invalid: "links/wrong-type" must be a severity, or a list of a severity and a map of options
                                                         ^^^^^ schema/invalid: "fatal" is no value of "links/broken-page"; allowed: off, hint, info, warning, error
`));

test('bad patterns', () =>
  checkYaml(`
include: ["", "!a", "../a", "a\\\\b"]
          ^^ schema/bad-pattern: a pattern for files must not be empty
              ^^^^ schema/bad-pattern: a pattern for files can't begin with "!"; use "exclude"
                    ^^^^^^ schema/bad-pattern: a pattern for files counts from the wiki's root and can't leave it
                            ^^^^^^ schema/bad-pattern: a pattern for files is written with "/", not "\\"
exclude: ["*a*b*c*/x", "**/**/**/**/**/x"]
          ^^^^^^^^^^^ schema/bad-pattern: the pattern has too many wildcards
                       ^^^^^^^^^^^^^^^^^^ schema/bad-pattern: the pattern has too many wildcards
pages:
  finding:
    name: "(?=a)b"
          ^^^^^^^^ schema/bad-pattern: look-around and back-references are not supported
    fields: { properties: { a: { pattern: "(" }, b: { patternProperties: { "[": {} } } } }
                                          ^^^ schema/bad-pattern: no regular expression: missing closing ): \`(\`
                                                                           ^^^ schema/bad-pattern: no regular expression: missing closing ]: \`[\`
`));

test('a type that the YAML takes away is no type any more', () =>
  checkYaml(`
pages:
  lens: null
  finding: { fields: { properties: { lenses: { items: { page: lens } } } } }
                                                              ^^^^ schema/invalid: there is no page type "lens"; allowed: finding, concept, thread, researcher, source
`));

test('a newer version is one problem, whatever else it says', () =>
  checkYaml(`
version: 7
         ^ schema/version: this is version 7 of the schema; this program understands version 1
shapes: { a: 1 }
`));

test('broken YAML is one problem, and the schema is not to be used', () => {
  for (const text of [
    'a: [',
    'version: 1\nversion: 1',
    '\tpages: {}',
    'include: "x',
    '- a\n- b',
    'a: &a [*a]',
    '*x',
  ]) {
    const { schema, problems, usable } = parseSchema(text);
    assert.equal(usable, false, text);
    assert.equal(problems.length, 1, text);
    assert.ok(schema.pages.has('finding'), text);
  }
});

test('aliases that multiply are refused', () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
  );
  const { problems, usable } = parseSchema(['a0: &a0 [x]', ...levels].join('\n'));
  assert.equal(usable, false);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['schema/syntax'],
  );
});

test('problems come in source order and inside of the text', () => {
  const text = 'rules: { a: b }\npages: { x: { y: 1 }, finding: { links: { to: z } } }\nversion: 0';
  const { problems } = parseSchema(text, { ruleIds: ['links/broken-page'] });
  assert.ok(problems.length >= 5);
  const starts = problems.map(({ span }) => span.start);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
  for (const { span } of problems) assert.ok(span.start <= span.end && span.end <= text.length);
});

const SAMPLE = `version: 1
include: ["wiki/**/*.md"]
tables: { d: { file: data/d.csv, keys: [a] } }
all-pages: { fields: { required: [title], properties: { title: { type: string } } } }
pages:
  finding:
    name: "^\\\\d+$"
    sections: [Summary, { one-of: [[A, B], C] }, { title: D, links: { to: concept, at-least: 1 } }]
by-status: { draft: { "structure/*": info } }
rules: { review/stale: [hint, { months: 12 }] }
`;

test('no text whatever makes it throw, and a schema always comes back', () => {
  const broken = fc
    .tuple(
      fc.nat(SAMPLE.length),
      fc.nat(20),
      fc.constantFrom('', ':', '- ', '[', '}', '"', '&a ', '*a', 'null', '\t', '\n', '0'),
    )
    .map(([at, length, insert]) => SAMPLE.slice(0, at) + insert + SAMPLE.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(broken, fc.string({ unit: 'binary' })), text => {
      const { schema, problems, usable } = parseSchema(text, { ruleIds: ['links/broken-page'] });
      assert.ok(schema.pages instanceof Map);
      assert.ok(usable || problems.length > 0);
      for (const { span, message } of problems) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        assert.doesNotMatch(message, /\.$/);
      }
    }),
    { numRuns: 250 },
  );
});

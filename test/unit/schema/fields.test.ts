import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../server/src/markdown/front-matter.ts';
import { scalar } from '../../../server/src/wiki/schema/field-message.ts';
import { fieldProblems, fieldsOf } from '../../../server/src/wiki/schema/field-problems.ts';
import { surelyFits } from '../../../server/src/wiki/schema/fits.ts';
import { mismatches } from '../../../server/src/wiki/schema/json-schema.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';

/** What is said of a front matter under the JSON Schemas of its fields: `the value: message`. */
function told(properties: string, yaml: string): readonly string[] {
  const { schema, problems } = parseSchema(
    `extends: null\npages: { a: { fields: { properties: ${properties} } } }`,
  );
  assert.deepEqual(problems, []);
  const frontMatter = parseFrontMatter(yaml, { start: 0, end: yaml.length }, 0);
  const found = [...fieldProblems(frontMatter, fieldsOf(schema, schema.pages.get('a')!))];
  return found.map(({ span, message }) => `${yaml.slice(span.start, span.end)}: ${message}`);
}

const right: readonly (readonly [string, string])[] = [
  ['{ a: { type: string } }', 'a: text'],
  ['{ a: { type: string } }', 'a: 1984'],
  ['{ a: { type: string } }', 'a: true'],
  ['{ a: { type: string, pattern: "^[0-9]+$" } }', 'a: 1984'],
  ['{ a: { type: array, items: { type: string } } }', 'a: [x, 5, true]'],
  ['{ a: { type: array, minItems: 1 } }', 'a:'],
  ['{ a: { enum: [x, y] } }', 'a: ""'],
  ['{ a: { enum: [x, 2] } }', 'a: 2'],
  ['{ a: { format: date } }', 'a: 2024-02-29'],
  ['{ a: { type: string, format: date } }', 'a: "2024-12-31"'],
  ['{ a: { format: date-time } }', 'a: 2024-02-29T12:30:00Z'],
  ['{ a: { format: uri } }', 'a: https://example.org/a?b#c'],
  ['{ a: { format: email } }', 'a: someone@example.org'],
  ['{ a: { type: integer } }', 'a: 3'],
  ['{ a: { anyOf: [{ type: string }, { type: array }] } }', 'a: [x]'],
  ['{ a: { type: object, properties: { b: { type: string } } } }', 'a: { b: x, c: 1 }'],
  ['{ a: { items: { page: b } } }', 'a: [x]'].map(part => part.replace('page: b', 'page: a')) as [
    string,
    string,
  ],
  ['{ a: { type: string } }', 'b: [any]'],
  ['{ a: true }', 'a: [any]'],
  ['{ a: { type: array, items: { type: string } } }', 'b: &x [p]\na: *x'],
];
for (const [properties, yaml] of right) {
  test(`nothing is wrong with ${JSON.stringify(yaml)} under ${properties}`, () => {
    assert.deepEqual(told(properties, yaml), []);
  });
}

const wrong: readonly (readonly [string, string, ...string[]])[] = [
  ['{ a: { type: string } }', 'a: [x]', '[x]: "a" must be a text'],
  ['{ a: { type: array } }', 'a: x', 'x: "a" must be a list'],
  ['{ a: { type: [array, "null"] } }', 'a: x', 'x: "a" must be a list or empty'],
  [
    '{ a: { type: array, items: { type: string } } }',
    'a: [x, { y: z }]',
    '{ y: z }: a value in "a" must be a text',
  ],
  ['{ a: { type: integer } }', 'a: 1.5', '1.5: "a" must be a whole number'],
  ['{ a: { type: boolean } }', 'a: yes', 'yes: "a" must be true or false'],
  ['{ a: { enum: [draft, stable] } }', 'a: sttable', 'sttable: "sttable" is none of draft, stable'],
  ['{ a: { items: { enum: [x, y] } } }', 'a:\n  - x\n  - z', 'z: "z" is none of x, y'],
  ['{ a: { const: x } }', 'a: y', 'y: "a" must be "x"'],
  [
    '{ a: { format: date } }',
    'a: 2023-02-29',
    '2023-02-29: "2023-02-29" is no day of the calendar (YYYY-MM-DD)',
  ],
  ['{ a: { type: string, format: date } }', 'a: 2024', '2024: "2024" is no day of the calendar (YYYY-MM-DD)'],
  ['{ a: { format: uri } }', 'a: example.org', 'example.org: "example.org" is no web address'],
  ['{ a: { pattern: "^@" } }', 'a: claude', 'claude: "claude" does not match "^@"'],
  ['{ a: { pattern: "^x" }, b: { pattern: "^y" } }', 'a: x\nb: x', 'x: "x" does not match "^y"'],
  ['{ a: { minItems: 1 } }', 'a: []', '[]: "a" must have at least 1 item'],
  ['{ a: { maxItems: 1 } }', 'a: [x, y]', '[x, y]: "a" must have at most 1 item'],
  ['{ a: { uniqueItems: true } }', 'a: [x, x]', '[x, x]: "a" has an item twice'],
  ['{ a: { minLength: 3 } }', 'a: xy', 'xy: "a" must have at least 3 characters'],
  ['{ a: { maximum: 5 } }', 'a: 7', '7: "7" must be <= 5'],
  ['{ a: { required: [b] } }', 'a: { c: 1 }', '{ c: 1 }: "b" is missing in "a"'],
  [
    '{ a: { properties: { b: {} }, additionalProperties: false } }',
    'a: { c: 1 }',
    '{ c: 1 }: "c" is no key of "a"',
  ],
  [
    '{ a: { anyOf: [{ type: string }, { type: array }] } }',
    'a: { b: 1 }',
    '{ b: 1 }: "a" has none of the forms that the schema allows',
  ],
  ['{ a: { not: { const: x } } }', 'a: x', 'x: "a" has none of the forms that the schema allows'],
  ['{ a: { type: array }, b: { enum: [x] } }', 'a: 1\nb: 2', '1: "a" must be a list', '2: "2" is none of x'],
];
for (const [properties, yaml, ...messages] of wrong) {
  test(`${messages.join('; ')}`, () => assert.deepEqual(told(properties, yaml), messages));
}

test("a type's own field goes before that of all pages, and what is required adds up", () => {
  const { schema } = parseSchema(`
extends: null
all-pages: { fields: { required: [title], properties: { status: { enum: [a] }, title: { type: string } } } }
pages: { x: { fields: { required: [status, title], properties: { status: { enum: [b] } } } } }
`);
  assert.deepEqual(fieldsOf(schema, schema.pages.get('x')!), {
    required: ['title', 'status'],
    properties: { status: { enum: ['b'] }, title: { type: 'string' } },
    pageFields: [],
  });
});

test('what would be right, best first, as YAML writes it', () => {
  const { schema } = parseSchema(
    'extends: null\npages: { a: { fields: { properties: { s: { enum: [draft, "yes", stable] }, l: { type: array } } } } }',
  );
  const yaml = 's: stabel\nl: x y';
  const found = [
    ...fieldProblems(
      parseFrontMatter(yaml, { start: 0, end: 0 }, 0),
      fieldsOf(schema, schema.pages.get('a')!),
    ),
  ];
  assert.deepEqual(
    found.map(({ expected }) => expected),
    [['stable', 'draft', '"yes"'], ['[x y]']],
  );
});

test('a value written as a scalar is read as that value again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('yes', 'null', '1', '- a', 'a: b', 'x #y', ''),
      ),
      value => {
        const { data, problems } = parseFrontMatter(`a: [${scalar(value)}, z]\n`, { start: 0, end: 0 }, 0);
        assert.deepEqual(problems, []);
        assert.deepEqual(data, { a: [value, 'z'] });
      },
    ),
  );
});

const value = fc.oneof(
  fc.constantFrom<unknown>('x', 'y', 1, 1.5, true, null, 'long text'),
  fc.array(fc.constantFrom<unknown>('x', 'y', 1, null), { maxLength: 3 }),
  fc.constant({ x: 1 }),
);
const keyword = fc.oneof(
  fc.tuple(
    fc.constant('type'),
    fc.constantFrom<unknown>('string', 'number', 'integer', 'boolean', 'array', 'object', 'null', [
      'string',
      'array',
    ]),
  ),
  fc.tuple(fc.constant('enum'), fc.array(fc.constantFrom<unknown>('x', 'y', 1, null), { minLength: 1 })),
  fc.tuple(fc.constant('const'), fc.constantFrom<unknown>('x', 1)),
  fc.tuple(fc.constantFrom('minItems', 'maxItems'), fc.nat(3)),
  fc.tuple(
    fc.constant('items'),
    fc.constantFrom<unknown>({ type: 'string' }, { type: 'number' }, true, false),
  ),
  fc.tuple(fc.constant('pattern'), fc.constantFrom('^x', 'y')),
  fc.tuple(fc.constant('description'), fc.constant('text')),
);
const simpleSchema = fc.array(keyword, { maxLength: 3 }).map(pairs => Object.fromEntries(pairs));

test('a value that surely fits fits for the validator too', () => {
  let sure = 0;
  fc.assert(
    fc.property(simpleSchema, value, (schema, each) => {
      if (!surelyFits(schema, each)) return;
      sure++;
      assert.deepEqual(mismatches(schema, each), []);
    }),
    { numRuns: 1000 },
  );
  assert.ok(sure > 50, `only ${sure} values were sure`);
});

test('a pattern takes linear time', () => {
  // A backtracking engine would not come back from this within a lifetime.
  assert.equal(mismatches({ pattern: '^(a+)+$' }, `${'a'.repeat(5000)}b`).length, 1);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { FORMATS, KEYWORDS, PAGE_KEYWORDS } from '../../../server/src/wiki/schema/field-schema.ts';
import * as language from '../../../server/src/wiki/schema/language.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import { PRESET } from '../../../server/src/wiki/schema/preset.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly definitions?: Readonly<Record<string, Node>>;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly [key: string]: unknown;
}

const shipped: Node = JSON.parse(
  readFileSync(new URL('../../../schemas/research-wiki.schema.json', import.meta.url), 'utf8'),
);
const definitions = shipped.definitions!;
// `description` beside `$ref` is what editors show; strict mode takes it for a slip.
const ajv = new Ajv({ strict: false, allErrors: true });
const validate = ajv.compile(shipped);

const sorted = (keys: Iterable<string>): readonly string[] => [...keys].sort();
const keysOf = (node: Node | undefined): readonly string[] => sorted(Object.keys(node?.properties ?? {}));

const same: readonly (readonly [string, Node | undefined, object])[] = [
  ['the file', shipped, language.schemaKeys],
  ['all-pages', shipped.properties?.['all-pages'], language.allPagesKeys],
  ['a page type', definitions.pageType, language.pageTypeKeys],
  ['fields', definitions.fields, language.fieldsKeys],
  ['a section', definitions.section, language.sectionKeys],
  ['a relation', definitions.relation, language.relationKeys],
  ['a table', definitions.table, language.tableKeys],
  ['a field', definitions.field, { ...KEYWORDS, ...PAGE_KEYWORDS }],
];

for (const [what, node, keys] of same) {
  test(`parser and JSON Schema know the same keys of ${what}`, () => {
    assert.ok(node);
    assert.deepEqual(keysOf(node), sorted(Object.keys(keys)));
  });
}

test('parser and JSON Schema know the same words', () => {
  const words = (name: string) => definitions.field!.properties![name]!.enum!.filter(word => word !== null);
  assert.deepEqual(definitions.severity!.enum, language.SEVERITIES);
  assert.deepEqual(words('format'), FORMATS);
});

for (const [what, node] of same) {
  for (const [key, own] of Object.entries(node?.properties ?? {})) {
    test(`"${key}" of ${what} has a description and examples that it allows`, () => {
      const target = own.$ref === undefined ? own : definitions[String(own.$ref).split('/').at(-1)!]!;
      assert.ok(own.description ?? target.description, 'no description');
      const examples = own.examples ?? target.examples ?? [];
      assert.ok(examples.length > 0, 'no example');
      const allows = ajv.compile({ ...own, definitions });
      for (const example of examples) assert.ok(allows(example), JSON.stringify([example, allows.errors]));
    });
  }
}

test('the preset is written in the language', () => {
  assert.ok(validate(JSON.parse(JSON.stringify(PRESET))), JSON.stringify(validate.errors));
});

test('a configuration of a real wiki is right for both', () => {
  const text = readFileSync(new URL('../../acceptance/ch-ai-tanya.yaml', import.meta.url), 'utf8');
  assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
  assert.deepEqual(parseSchema(text).problems, []);
});

const good = [
  'version: 1',
  'extends: null',
  'include: wiki/**',
  'tables: { d: data/d.csv, e: { file: e.csv, keys: ratio } }',
  'pages: { source: null }',
  'pages: { finding: { links: { to: [concept] }, fields: { properties: { x: true, y: { items: { page: lens } } } } } }',
  'pages: { finding: { sections: [Summary, { one-of: [Method, [A, B], { title: C }] }] } }',
  'by-status: { draft: { "*": info }, stable: null }',
  'rules: { "structure/*": [error], links/broken-page: [hint, { a: 1 }], links/wrong-type: null }',
];
const bad = [
  'verson: 1',
  'version: 2',
  'extends: researh',
  'include: 5.5.5\nexclude: { a: b }',
  'tables: { d: { path: x } }',
  'pages: { finding: { others: maybe } }',
  'pages: { finding: { order: sometimes } }',
  'pages: { finding: { sections: Summary } }',
  'pages: { finding: { sections: [{ name: Summary }] } }',
  'pages: { finding: { links: { at-least: 1 } } }',
  'pages: { finding: { links: { to: concept, at-least: -1 } } }',
  'pages: { finding: { fields: { properties: { a: { typ: string } } } } }',
  'pages: { finding: { fields: { properties: { a: { type: text } } } } }',
  'pages: { finding: { fields: { properties: { a: { items: [] } } } } }',
  'by-status: { draft: info }',
  'rules: { links/broken-page: fatal }',
  'rules: [links/broken-page]',
];

for (const text of good) {
  test(`both take ${text}`, () => {
    assert.deepEqual(parseSchema(text).problems, []);
    assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
  });
}
for (const text of bad) {
  test(`both refuse ${text}`, () => {
    assert.notEqual(parseSchema(text).problems.length, 0);
    assert.equal(validate(parse(text)), false);
  });
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { allRules } from '../../../server/src/rules/all.ts';
import { KEYWORDS, PAGE_KEYWORDS } from '../../../server/src/wiki/schema/field-schema.ts';
import * as language from '../../../server/src/wiki/schema/language.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import { PRESET } from '../../../server/src/wiki/schema/preset.ts';

const docs = readFileSync(new URL('../../../docs/schema.md', import.meta.url), 'utf8');

const keys = Object.keys({
  ...language.schemaKeys,
  ...language.pageTypeKeys,
  ...language.fieldsKeys,
  ...language.sectionKeys,
  ...language.relationKeys,
  ...language.tableKeys,
  ...KEYWORDS,
  ...PAGE_KEYWORDS,
});

test('every key of the language is described', () => {
  const silent = keys.filter(key => !docs.includes(`\`${key}\``) && !docs.includes(`\`${key}: `));
  assert.deepEqual(silent, []);
});

test('every page type of the preset is described with its files and required fields', () => {
  for (const [name, type] of Object.entries(PRESET.pages ?? {})) {
    const row = docs.split('\n').find(line => line.startsWith(`| ${name} |`));
    assert.ok(row, name);
    for (const glob of [type!.files].flat()) assert.ok(row.includes(`\`${glob}\``), `${name}: ${glob}`);
    for (const key of [type!.fields?.required ?? []].flat()) assert.ok(row.includes(key), `${name}: ${key}`);
  }
});

/** An example that shows a part of a file, with what must stand around it. */
function whole(example: string): string {
  const indent = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
  if (example.startsWith('- title')) return `pages:\n  finding:\n    sections:\n${indent(example, 6)}`;
  if (example.startsWith('sections:')) return `pages:\n  finding:\n${indent(example, 4)}`;
  return example.replaceAll(/[[{] … [\]}]/g, 'null');
}

for (const [, example] of docs.matchAll(/```yaml\n([^]*?)```/g)) {
  test(`an example is right: ${example!.split('\n', 2).join(' ')}`, () => {
    assert.deepEqual(parseSchema(whole(example!), { ruleIds: allRules.map(({ id }) => id) }).problems, []);
  });
}

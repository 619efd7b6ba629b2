import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { allRules } from '../../../server/src/rules/all.ts';
import { singular } from '../../../server/src/wiki/schema/infer/page-groups.ts';
import { inferSchema } from '../../../server/src/wiki/schema/infer-schema.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import type { Schema } from '../../../server/src/wiki/schema/schema.ts';
import { foundBy } from '../rules/check-rule.ts';
import { fixture } from '../rules/fixture.ts';

const ruleIds = allRules.map(({ id }) => id);

/** The YAML for a drawn wiki, and the schema that it means, without a problem. */
function inferred(source: string): { readonly yaml: string; readonly schema: Schema } {
  const yaml = inferSchema([...fixture(source).wiki.pages.values()]);
  const { schema, problems } = parseSchema(yaml, { ruleIds });
  assert.deepEqual(problems, [], yaml);
  return { yaml, schema };
}

const finding = (name: string, rest: string) => `
=== findings/${name}.md
---
type: finding
title: ${name}
date: 2024-05-01
status: draft
lenses: [behavioral]
---
## Summary

Text.

${rest}`;

const SMALL = [
  finding('2024-a', '## Method\n\nText.\n\n## Concepts\n\n- [Recall](../concepts/recall.md)\n'),
  finding(
    '2024-b',
    '## Method\n\nText.\n\n## Concepts\n\n- [Recall](../concepts/recall.md), see [A](2024-a.md)\n',
  ),
  finding('2024-c', '## Concepts\n\n- [Recall](../concepts/recall.md)\n'),
  '=== concepts/recall.md\n---\ntype: concept\ntitle: Recall\n---\n# Recall\n',
  '=== lenses/behavioral.md\n---\ntype: lens\ntitle: Behavioral\n---\n# Behavioral\n',
  '=== findings/_index.md\n# Findings\n',
].join('\n');

test('types, fields and sections are what all pages have; what most have may be left out', () => {
  const { schema, yaml } = inferred(SMALL);
  const { files, filePattern, fields, sections, order } = schema.pages.get('finding')!;
  assert.deepEqual(files, ['findings/*.md']);
  assert.equal(filePattern?.source, '^\\d{4}-[a-z0-9-]+$');
  assert.deepEqual(fields.required, ['date', 'status', 'lenses']);
  assert.deepEqual(schema.allPages.required, ['type', 'title']);
  assert.deepEqual(fields.properties.status, { enum: ['draft', 'working', 'stable'] });
  assert.deepEqual(fields.properties.date, { format: 'date' });
  assert.deepEqual(fields.pageFields, [{ key: 'lenses', type: 'lens', reportMissing: false }]);
  assert.deepEqual(sections, [
    { title: 'Summary', aliases: [], required: true },
    { title: 'Method', aliases: [], required: false },
    { title: 'Concepts', aliases: [], required: true, links: { to: ['concept'], atLeast: 1, unless: [] } },
  ]);
  assert.ok(order);
  assert.match(yaml, /Method, required: false \} +# 2 of 3 pages/);
});

test('pages of a kind that do not say so are known by their folder, and are not told', () => {
  const note = (name: string, type = '') =>
    `=== notes/${name}.md\n---\n${type}topic: x\n---\n## Aim\n\nText.\n`;
  const silent = inferred([note('a'), note('b'), note('c')].join('')).schema;
  assert.deepEqual([...silent.pages.keys()], ['note']);
  assert.deepEqual(silent.rules, []);
  const { schema } = inferred([note('a', 'type: note\n'), note('b'), note('c')].join(''));
  assert.deepEqual([...schema.pages.keys()], ['note']);
  assert.deepEqual(schema.pages.get('note')!.fields.required, ['topic']);
  assert.deepEqual(schema.rules, [{ pattern: 'structure/untyped-page', severity: 'off' }]);
});

test('stubs beside full texts are told from them by their name', () => {
  const stub = (path: string) => `=== ${path}\n---\ntype: source\n---\nText.\n`;
  const { schema } = inferred(
    `${stub('raw/a/source-1.md')}${stub('raw/b/source-2.md')}=== raw/a/full.md\nText.\n=== raw/a/source.md\nText.\n`,
  );
  assert.deepEqual(schema.pages.get('source')!.files, ['raw/**/source-*.md']);
});

test('a section whose items lead to several kinds asks for none', () => {
  const mixed = ['2024-a', '2024-b', '2024-c'].map(name =>
    finding(name, '## Related\n\n- [Recall](../concepts/recall.md)\n- [A](2024-a.md)\n'),
  );
  const concept = '\n=== concepts/recall.md\n---\ntype: concept\n---\nText.\n';
  const { schema } = inferred(mixed.join('') + concept);
  assert.deepEqual(schema.pages.get('finding')!.sections[1], {
    title: 'Related',
    aliases: [],
    required: true,
  });
});

test('a folder with pages of several types belongs to none', () => {
  const page = (name: string, type: string) => `=== all/${name}.md\n---\ntype: ${type}\n---\nText.\n`;
  const { schema } = inferred([page('a', 'x'), page('b', 'y'), page('c', 'x')].join(''));
  assert.deepEqual(schema.pages.get('x')!.files, []);
});

test('a wiki without pages, or with an index alone, begins with the preset', () => {
  assert.ok(inferred('=== notes.txt\nx').schema.pages.has('finding'));
  assert.ok(inferred('=== README.md\n# Mine').schema.pages.has('finding'));
  assert.deepEqual([...inferred('=== notes.md\n# Mine').schema.pages.keys()], []);
});

test('singulars', () => {
  const words = ['findings', 'lenses', 'studies', 'boxes', 'thesis', 'glass', 'notes', 'research'];
  assert.deepEqual(words.map(singular), [
    'finding',
    'lens',
    'study',
    'box',
    'thesi',
    'glass',
    'note',
    'research',
  ]);
});

const folder = fc.constantFrom('findings', 'concepts', 'wiki/notes', 'raw/a', 'raw/b', 'x');
const type = fc.option(fc.constantFrom('finding', 'concept', 'Finding', 'note', 'odd: type'), {
  nil: undefined,
});
const field = fc.tuple(
  fc.constantFrom('date', 'status', 'lenses', 'Title', 'a key', 'models', 'model'),
  fc.constantFrom(
    '2024-01-02',
    'draft',
    'stable',
    '[a, b]',
    '[]',
    '',
    '5',
    'true',
    '"x: y"',
    '{ a: 1 }',
    '[concepts, 5]',
    'https://x.org',
  ),
);
const section = fc.tuple(
  fc.constantFrom('#', '##', '##', '##', '###'),
  fc.constantFrom('Summary', 'Method', 'Method 2', 'Key: results', 'Concepts', 'concepts', '[x]', '"Quoted"'),
  fc.constantFrom('Text.', '', '- [a](../concepts/p1.md)', '- [b](p2.md) and [c](../findings/p0.md)'),
);
const page = fc
  .tuple(
    folder,
    fc.constantFrom('', '2024-', 'note-'),
    type,
    fc.uniqueArray(field, { selector: ([key]) => key }),
    fc.array(section, { maxLength: 6 }),
  )
  .map(([where, prefix, declared, fields, sections]) => ({
    where: `${where}/${prefix}`,
    text: [
      '---',
      ...(declared === undefined ? [] : [`type: ${JSON.stringify(declared)}`]),
      ...fields.map(([key, own]) => `${key}: ${own}`),
      '---',
      ...sections.map(([marks, title, body]) => `${marks} ${title}\n\n${body}\n`),
    ].join('\n'),
  }));

/** Rules that speak of what the schema asks; the others find faults that no schema makes right. */
const ASKED = new Set([
  'structure/missing-section',
  'structure/unknown-section',
  'structure/section-order',
  'structure/wrong-folder',
  'structure/file-name',
  'structure/untyped-page',
  'front-matter/missing-field',
  'front-matter/invalid-value',
  'front-matter/unknown-field',
  'links/wrong-type',
  'links/missing-relation',
  'schema/unused-glob',
]);

/** The types that pages declare, as the most of them write it. */
const types = (files: string): ReadonlySet<string> =>
  new Set(
    [...fixture(files).wiki.pages.values()]
      .map(({ facts }) => facts.frontMatter?.data.type)
      .filter(
        (declared): declared is string =>
          typeof declared === 'string' && declared !== 'Finding' && declared !== 'finding',
      ),
  );

test('on the day of init a wiki is quiet, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 12 }), pages => {
      const files = pages.map(({ where, text }, index) => `=== ${where}p${index}.md\n${text}\n`).join('');
      const { yaml, schema } = inferred(files);
      for (const declared of types(files))
        assert.ok(schema.pages.has(declared), `no type ${declared}\n${yaml}`);
      const drawn = fixture(`=== research-wiki.yaml\n${yaml}\n${files}`);
      const off = new Set(
        schema.rules.filter(({ severity }) => severity === 'off').map(({ pattern }) => pattern),
      );
      const found = allRules
        .filter(({ id }) => ASKED.has(id) && !off.has(id))
        .flatMap(rule =>
          foundBy(rule, drawn).map(({ path, problem }) => `${path}: ${problem.message} (${rule.id})`),
        );
      assert.deepEqual(found, [], `${yaml}\n${files}`);
    }),
    { numRuns: 80 },
  );
});

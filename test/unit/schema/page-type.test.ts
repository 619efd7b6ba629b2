import assert from 'node:assert/strict';
import test from 'node:test';
import { folderOfGlob, globFault, pathTest } from '../../../server/src/wiki/schema/glob.ts';
import { isIncluded, isReadOnly, liesRight, typeOf } from '../../../server/src/wiki/schema/page-type.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';

const preset = parseSchema(undefined).schema;

const byPath: readonly (readonly [string, string | undefined])[] = [
  ['findings/2024-probe.md', 'finding'],
  ['wiki/findings/2024-probe.md', 'finding'],
  ['a/b/findings/2024-probe.md', 'finding'],
  ['concepts/recall.md', 'concept'],
  ['wiki/lenses/behavioral.md', 'lens'],
  ['threads/x.md', 'thread'],
  ['researchers/x.md', 'researcher'],
  ['sources/x.md', 'source'],
  ['raw/papers/source-2024-x.md', 'source'],
  ['raw/papers/full-text.md', undefined],
  ['README.md', undefined],
  ['notes/findings.md', undefined],
  ['findings/data/table.md', undefined],
  ['Findings/x.md', undefined],
];
for (const [path, type] of byPath) {
  test(`the preset takes ${path} for ${type ?? 'no type'}`, () =>
    assert.equal(typeOf(preset, path, undefined), type));
}

test('what a page declares goes before its folder', () => {
  assert.equal(typeOf(preset, 'findings/x.md', 'concept'), 'concept');
  assert.equal(typeOf(preset, 'findings/x.md', 'recipe'), 'recipe');
  assert.equal(typeOf(preset, 'x.md', ' Finding '), 'finding');
  assert.equal(typeOf(preset, 'findings/x.md', '  '), 'finding');
});

test('the first type whose files match holds', () => {
  const { schema } = parseSchema(
    'extends: null\npages: { a: { files: "x/a-*.md" }, b: { files: "x/*.md" } }',
  );
  assert.equal(typeOf(schema, 'x/a-1.md', undefined), 'a');
  assert.equal(typeOf(schema, 'x/1.md', undefined), 'b');
});

test('include and exclude', () => {
  const { schema } = parseSchema('include: [wiki, "raw/**/*.md"]\nexclude: ["**/drafts/**", raw/x/]');
  assert.ok(isIncluded(schema, 'wiki/a/b.md'));
  assert.ok(isIncluded(schema, 'raw/a.md'));
  assert.ok(!isIncluded(schema, 'raw/x/a.md'));
  assert.ok(!isIncluded(schema, 'other/a.md'));
  assert.ok(!isIncluded(schema, 'wiki/drafts/a.md'));
});

test('templates and hidden folders are no pages', () => {
  for (const path of ['templates/finding.md', 'wiki/_templates/finding.md', '.github/issue.md']) {
    assert.ok(!isIncluded(preset, path), path);
  }
  assert.ok(isIncluded(preset, 'concepts/templates.md'));
});

test('read-only files', () => {
  const { schema } = parseSchema('read-only: ["raw/**"]');
  assert.ok(isReadOnly(schema, 'raw/papers/source-x.md'));
  assert.ok(!isReadOnly(schema, 'wiki/raw.md'));
  assert.ok(!isReadOnly(preset, 'raw/papers/source-x.md'));
});

test('a page lies right where its own type has it, even where another type is first', () => {
  const { schema } = parseSchema(
    'extends: null\npages: { a: { files: "x/*.md" }, b: { files: "**/*.md" }, c: {} }',
  );
  assert.ok(liesRight(schema, 'x/1.md', 'b'));
  assert.ok(!liesRight(schema, 'y/1.md', 'a'));
  assert.ok(liesRight(schema, 'y/1.md', 'c'), 'a type without files lies anywhere');
});

const globs: readonly (readonly [string, string, boolean])[] = [
  ['*.md', 'a.md', true],
  ['*.md', 'x/a.md', false],
  ['**/*.md', 'a.md', true],
  ['**/*.md', 'x/y/a.md', true],
  ['./x/*.md', 'x/a.md', true],
  ['/x/*.md', 'x/a.md', true],
  ['x', 'x/y/a.md', true],
  ['x/', 'x/y/a.md', true],
  ['x', 'xy/a.md', false],
  ['x/{a,b}.md', 'x/b.md', true],
  ['x/[ab].md', 'x/b.md', true],
  ['x/?.md', 'x/b.md', true],
  ['x/b?.md', 'x/b.md', false],
  ['a.b/*.md', 'aXb/c.md', false],
  ['x/a (1).md', 'x/a (1).md', true],
  ['x/*(1).md', 'x/a (1).md', true],
  ['x/(a+)+b.md', 'x/aab.md', false],
  ['x/(a|b).md', 'x/a.md', false],
  ['x/@(a).md', 'x/a.md', false],
  ['x/[!a].md', 'x/b.md', true],
  ['x/a+b.md', 'x/a+b.md', true],
  ['x/a [b].md', 'x/a [b].md', true],
];
for (const [glob, path, matches] of globs) {
  test(`${glob} ${matches ? 'matches' : 'does not match'} ${path}`, () => {
    assert.equal(globFault(glob), undefined);
    assert.equal(pathTest([glob], { dots: false })(path), matches);
  });
}

test('no glob takes long on a long name', () => {
  const name = `${'a'.repeat(250)}.md`;
  for (const glob of ['(a+)+b', '(a|aa)+b', '*a*a*b', '{a,aa}{a,aa}{a,aa}*b', '**/**/**/b']) {
    assert.equal(globFault(glob), undefined);
    assert.ok(!pathTest([glob], { dots: true })(`x/${name}`), glob);
  }
});

test('no globs match nothing', () => assert.ok(!pathTest([], { dots: false })('a.md')));

test('the folder that a glob names', () => {
  assert.equal(folderOfGlob('wiki/findings/*.md'), 'wiki/findings');
  assert.equal(folderOfGlob('raw/**/source-*.md'), 'raw');
  assert.equal(folderOfGlob('**/findings/*.md'), undefined);
  assert.equal(folderOfGlob('*.md'), undefined);
});

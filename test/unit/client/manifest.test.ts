import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PRESET } from '../../../server/src/wiki/schema/preset.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const strings: Record<string, string> = JSON.parse(read('package.nls.json'));
const { contributes } = manifest;

test('manifest: every string with a key is in package.nls.json, and none there is unused', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(match => match[1]!);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
});

test('manifest: every file it names is there', () => {
  const named = [
    manifest.icon,
    ...contributes['markdown.previewStyles'],
    ...contributes['markdown.previewScripts'],
    ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
    ...contributes.snippets.map((snippets: { path: string }) => snippets.path),
    ...contributes.yamlValidation.map((schema: { url: string }) => schema.url),
    ...contributes.walkthroughs[0].steps.map((step: { media: { svg: string } }) => step.media.svg),
  ];
  assert.deepEqual(
    named.filter(path => !existsSync(join(root, path))),
    [],
  );
});

test('manifest: each command is registered, of one category, and named in title case', () => {
  const places = [
    'client/src/commands/register.ts',
    'server/src/lsp/protocol.ts',
    'server/src/lsp/commands.ts',
  ];
  const registered = places.map(read).join('\n');
  for (const { command, category, title } of contributes.commands) {
    assert.ok(registered.includes(`'${command}'`), command);
    assert.equal(category, 'Research Wiki');
    assert.match(strings[title.slice(1, -1)]!, /^[A-Z]\w+( (?:[A-Z]\w+|from|of))*(\.\.\.)?$/);
  }
});

test('manifest: every setting is described, has a default, a scope and its own place', () => {
  const settings = Object.values<Record<string, unknown>>(contributes.configuration.properties);
  for (const setting of settings) {
    for (const key of ['markdownDescription', 'default', 'scope', 'order']) assert.ok(key in setting, key);
  }
  assert.equal(new Set(settings.map(setting => setting.order)).size, settings.length);
});

test('translations: every message of the client is in the bundle, and none there is unused', () => {
  const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => read(join('client/src', file)))
    .join('\n');
  const used = [...sources.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)+)'/g)].map(match =>
    match[1]!.replaceAll("\\'", "'"),
  );
  assert.ok(used.length > 20);
  assert.deepEqual(Object.keys(JSON.parse(read('l10n/bundle.l10n.json'))).sort(), [...new Set(used)].sort());
});

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}
const snippets: Record<string, Snippet> = JSON.parse(read('snippets/research-wiki.code-snippets'));

test('snippets: each has a prefix of its own and says what it is', () => {
  const prefixes = Object.values(snippets).map(snippet => snippet.prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const { prefix, description } of Object.values(snippets)) {
    assert.match(prefix, /^(wiki|section|bound)-[a-z-]+$/);
    assert.ok(description.length > 0);
  }
});

test('snippets: there is one for each page type of the preset and for each of its sections', () => {
  const prefixes = Object.values(snippets).map(snippet => snippet.prefix);
  for (const type of Object.keys(PRESET.pages ?? {})) assert.ok(prefixes.includes(`wiki-${type}`), type);
  const titles = [...JSON.stringify(PRESET.pages).matchAll(/"title":"([A-Z][^"]*)"/g)].map(
    match => match[1]!,
  );
  for (const title of titles.filter(title => title !== 'Argument')) {
    const prefix = `section-${title.toLowerCase().replaceAll(' ', '-')}`;
    assert.ok(prefixes.includes(prefix), prefix);
  }
});

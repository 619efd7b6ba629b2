import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { l10nBundle } from '../../../scripts/generate/l10n-bundle.ts';
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
    ...contributes.viewsContainers.activitybar.map((container: { icon: string }) => container.icon),
    ...contributes.walkthroughs[0].steps.flatMap((step: { media: { image: Record<string, string> } }) =>
      Object.values(step.media.image),
    ),
  ];
  assert.deepEqual(
    named.filter(path => !existsSync(join(root, path))),
    [],
  );
});

test('manifest: each command is registered, of one category, and named in title case', () => {
  const places = [
    'client/src/commands/register.ts',
    'client/src/views/register-views.ts',
    'server/src/lsp/protocol.ts',
    'server/src/lsp/commands.ts',
  ];
  const registered = places.map(read).join('\n');
  for (const { command, category, title } of contributes.commands) {
    assert.ok(registered.includes(`'${command}'`), command);
    assert.equal(category, 'Research Wiki');
    assert.match(strings[title.slice(1, -1)]!, /^[A-Z]\w+( (?:[A-Z]\w+|by|from|of|the|to))*(\.\.\.)?$/);
  }
});

test('manifest: every setting is described, has a default, a scope and its own place', () => {
  const groups: readonly { properties: Record<string, Record<string, unknown>> }[] =
    contributes.configuration;
  const settings = groups.flatMap(({ properties }) => Object.values(properties));
  for (const setting of settings) {
    for (const key of ['markdownDescription', 'default', 'scope', 'order']) assert.ok(key in setting, key);
  }
  assert.equal(new Set(settings.map(setting => setting.order)).size, settings.length);
});

test('translations: the bundle has every message of the client (npm run generate)', () => {
  assert.ok(Object.keys(JSON.parse(l10nBundle())).length > 20);
  assert.equal(read('l10n/bundle.l10n.json'), l10nBundle());
});

test('translations: nothing of the client is shown as it stands in the source', () => {
  const files = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' });
  const literal = `\\s*('[^']*'|\`[^\`]*\`)`;
  const shown = new RegExp(
    [
      `show(?:Information|Warning|Error)Message\\(${literal}`,
      `new Error\\(${literal}`,
      `\\b(?:title|placeHolder|prompt|openLabel|detail|description|tooltip|message):${literal}`,
    ].join('|'),
    'g',
  );
  const found = files
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => [...read(join('client/src', file)).matchAll(shown)])
    .map(match => match.slice(1).find(text => text !== undefined)!)
    // A single lower-case word is a name of ours, not a text; the product's is the same in every language.
    .filter(text =>
      /[A-Z]|[a-z] [a-z]/.test(text.replaceAll(/\$\{[^}]*\}/g, '').replace('Research Wiki', '')),
    );
  assert.deepEqual(found, []);
});

test('translations: nothing of the manifest is shown as it stands there', () => {
  const shown = [
    'title',
    'description',
    'markdownDescription',
    'altText',
    'label',
    'enumDescriptions',
    'contents',
  ];
  const found: string[] = [];
  JSON.stringify({ ...contributes, capabilities: manifest.capabilities }, (key, value) => {
    const texts = shown.includes(key) ? [value].flat() : [];
    found.push(...texts.filter(text => typeof text === 'string' && !/^%.+%$/.test(text)));
    return value;
  });
  // The name of the product is the same in every language.
  assert.deepEqual(
    [...new Set(found)].filter(text => text !== 'Research Wiki'),
    [],
  );
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
  for (const title of titles) {
    const prefix = `section-${title.toLowerCase().replaceAll(' ', '-')}`;
    assert.ok(prefixes.includes(prefix), prefix);
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Lowest first. A file may import its own folder and those before it. */
const edges = ['lsp', 'cli', 'mcp'];
const layers = ['text', 'tables', 'markdown', 'wiki', 'claims', 'rules', 'features', 'host', ...edges];

/** Packages and globals that only these folders may use. */
const outside: readonly [what: RegExp, allowed: RegExp, name: string][] = [
  [/from ['"]node:|import\(['"]node:|\brequire\(/, /^(?:host|lsp|cli|mcp)\/|^main\.ts$/, 'Node'],
  [/\b(?:process\.|Buffer\b|__dirname\b|import\.meta\b)/, /^(?:host|lsp|cli|mcp)\/|^main\.ts$/, 'Node'],
  [/['"]vscode-|['"]vscode['"]/, /^lsp\//, 'LSP types'],
];

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => file.replaceAll('\\', '/'));

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const importsOf = (source: string): readonly string[] =>
  [...source.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(([, path]) => path!);

/** The path in `server/src` that a relative import of `file` leads to. */
const targetOf = (file: string, path: string): string => join(file, '..', path).replaceAll('\\', '/');

for (const file of sources('server/src')) {
  const source = withoutComments(readFileSync(join(root, 'server/src', file), 'utf8'));
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')) : 'main';

  test(`server/src/${file}: imports point down`, () => {
    assert.ok(folder === 'main' || layers.includes(folder), `"${folder}" is no layer`);
    for (const path of importsOf(source).filter(path => path.startsWith('.'))) {
      const target = targetOf(file, path);
      if (/^\.\.\/.*\.json$/.test(target)) continue; // Data, such as the version in package.json.
      assert.ok(!target.startsWith('..'), `${path} leaves server/src`);
      if (folder === 'main') continue;
      const layer = target.slice(0, target.indexOf('/'));
      assert.ok(layers.indexOf(layer) >= 0, `${path} is in no layer`);
      assert.ok(layers.indexOf(layer) <= layers.indexOf(folder), `${folder}/ must not import ${path}`);
      assert.ok(layer === folder || !edges.includes(layer), `${folder}/ must not import ${path}`);
    }
    for (const [what, allowed, name] of outside) {
      const found = allowed.test(file) ? null : what.exec(source);
      assert.equal(found?.[0], undefined, `${name} is not for ${folder}/`);
    }
  });
}

for (const file of sources('client/src')) {
  test(`client/src/${file}: knows the server by its protocol only`, () => {
    const source = readFileSync(join(root, 'client/src', file), 'utf8');
    for (const path of importsOf(source)) {
      if (path.startsWith('.') && targetOf(`client/src/${file}`, path).startsWith('client/')) continue;
      if (path.startsWith('.'))
        assert.equal(targetOf(`client/src/${file}`, path), 'server/src/lsp/protocol.ts');
      else
        assert.doesNotMatch(
          path,
          /^vscode-languageserver(?!-protocol|-types)/,
          'the server is another process',
        );
    }
  });
}

test('the layer test sees an import that points up', () => {
  assert.deepEqual(importsOf(`import { a } from '../lsp/x.ts';\nconst b = await import("../cli/y.ts");`), [
    '../lsp/x.ts',
    '../cli/y.ts',
  ]);
  assert.equal(targetOf('rules/links/a.ts', '../../lsp/x.ts'), 'lsp/x.ts');
});

test('no file has more than 350 lines', () => {
  const long = ['server/src', 'client/src', 'scripts', 'test']
    .flatMap(folder => sources(folder).map(file => `${folder}/${file}`))
    .filter(file => !file.includes('node_modules/'))
    .filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 351);
  assert.deepEqual(long, []);
});

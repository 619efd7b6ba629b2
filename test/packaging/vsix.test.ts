import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { targetOfThisMachine } from '../../scripts/lib/satteri.mjs';
import { readVsix } from './read-vsix.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'research-wiki-vsix-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const version = createRequire(import.meta.url)(join(root, 'package.json')).version as string;

/** What is in every package of ours; folders whose files may change are read from the disk. */
const common = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/client/preview/preview.css',
  'extension/client/preview/preview.js',
  'extension/dist/cli.js',
  'extension/dist/client.js',
  'extension/dist/commands.js',
  'extension/dist/extension.js',
  'extension/dist/page-reader.js',
  'extension/dist/parquet.js',
  'extension/dist/readers.js',
  'extension/dist/remark.js',
  'extension/dist/satteri-wasm.js',
  'extension/dist/satteri_napi.wasm32-wasi.wasm',
  'extension/dist/server.js',
  'extension/dist/third-party-notices.txt',
  'extension/dist/views.js',
  'extension/dist/wasi-worker.mjs',
  'extension/images/icon.png',
  'extension/images/views.svg',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/schemas/research-wiki.schema.json',
  'extension/snippets/research-wiki.code-snippets',
  ...filesIn('docs/rules', /^(?:[a-z-]+\/)?[a-zA-Z-]+\.md$/),
  ...filesIn('images/walkthrough', /\.png$/),
  ...filesIn('l10n', /\.json$/),
  ...filesIn('syntaxes', /\.tmLanguage\.json$/),
];

function filesIn(place: string, wanted: RegExp): readonly string[] {
  const names = readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(join(root, place), join(parentPath, name)).replaceAll('\\', '/'));
  for (const name of names) assert.match(name, wanted, `${place}/${name} has no place in the package`);
  return names.map(name => `extension/${place}/${name}`);
}

const expected = (more: readonly string[] = []): readonly string[] =>
  [...common, ...more].map(name => name.toLowerCase()).sort();

const text = (files: ReadonlyMap<string, Buffer>, name: string): string => files.get(name)!.toString();

const native = ['extension/dist/satteri.json', 'extension/dist/satteri.node'];

async function packaged(...options: string[]): Promise<string> {
  const args = [join(root, 'scripts/package.mjs'), '--as-built', '--out', folder, ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return stdout.trim().split('\n').at(-1)!;
}

const MOST = 5_000_000;

test('the package for all platforms has the WebAssembly build, no native one, and nothing that is not listed', async () => {
  const vsix = await packaged();
  assert.equal(vsix, join(folder, `research-wiki-${version}.vsix`));
  const files = await readVsix(vsix);
  assert.deepEqual([...files.keys()].sort(), expected());
  assert.doesNotMatch(text(files, 'extension.vsixmanifest'), /TargetPlatform/);
  assert.ok(statSync(vsix).size < MOST, `${statSync(vsix).size} bytes`);
});

test('the package of this platform has its native build too', {
  skip: targetOfThisMachine() === undefined,
}, async () => {
  const target = targetOfThisMachine()!;
  const vsix = await packaged('--target', target);
  assert.equal(vsix, join(folder, `research-wiki-${target}-${version}.vsix`));
  const files = await readVsix(vsix);
  assert.deepEqual([...files.keys()].sort(), expected(native));
  assert.match(text(files, 'extension.vsixmanifest'), new RegExp(`TargetPlatform="${target}"`));
  const { bytes } = JSON.parse(text(files, 'extension/dist/satteri.json'));
  assert.equal(files.get('extension/dist/satteri.node')!.length, bytes);
  assert.ok(statSync(vsix).size < MOST, `${statSync(vsix).size} bytes`);
});

test('the package of another platform has that one’s native build, fetched by npm', async () => {
  const files = await readVsix(await packaged('--target', 'win32-arm64'));
  assert.deepEqual([...files.keys()].sort(), expected(native));
  const library = files.get('extension/dist/satteri.node')!;
  assert.equal(library.subarray(0, 2).toString(), 'MZ', 'a library for Windows');
});

test('a platform without a native build gets the WebAssembly build', async () => {
  const files = await readVsix(await packaged('--target', 'linux-armhf'));
  assert.deepEqual([...files.keys()].sort(), expected());
});

test('a target that is none is told in one line', async () => {
  await assert.rejects(packaged('--target', 'amiga'), ({ stderr }: { stderr: string }) => {
    assert.match(stderr.trim(), /^no target "amiga"; there are linux-x64, .*$/);
    return true;
  });
});

test('the manifest in the package has what VS Code reads and nothing that npm reads', async () => {
  const manifest = JSON.parse(text(await readVsix(await packaged()), 'extension/package.json'));
  assert.equal(manifest.main, './dist/extension.js');
  for (const key of ['dependencies', 'devDependencies', 'scripts', 'files', 'bin'])
    assert.ok(!(key in manifest), key);
});

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { machineNode, machineNpm, usersPath } from './machine-node.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'research-wiki-npm-'));
/** Where no package is to be found in the folders above. */
const apart = mkdtempSync(join(tmpdir(), 'research-wiki-apart-'));
const wiki = join(folder, 'wiki');
const { FORCE_COLOR, ...inherited } = process.env;
const env = { ...inherited, PATH: usersPath, NODE_OPTIONS: '' };

const installed = join(folder, 'node_modules/research-wiki/dist');
let names: readonly string[] = [];

/** What a user runs: the program that npm has installed, on the machine's own Node. */
function research(dist: string, args: readonly string[], variables: Record<string, string> = {}) {
  const hook = join(folder, 'loaded.cjs');
  return spawnSync(machineNode, ['--require', hook, join(dist, 'cli.js'), ...args], {
    cwd: wiki,
    env: { ...env, ...variables },
    encoding: 'utf8',
  });
}

/** Which binary of the parser the last run has loaded. */
const loaded = (): string => readFileSync(join(folder, 'loaded.txt'), 'utf8');

before(() => {
  mkdirSync(join(wiki, 'concepts'), { recursive: true });
  writeFileSync(join(wiki, 'research-wiki.yaml'), 'version: 1\n');
  writeFileSync(
    join(wiki, 'concepts/tides.md'),
    '---\ntype: concept\ntitle: Tides\n---\n\n# Tides\n\n[gone](gone.md)\n',
  );
  const note = join(folder, 'loaded.txt');
  writeFileSync(
    join(folder, 'loaded.cjs'),
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(note)},
      Object.keys(require.cache).filter(file => /satteri/.test(file)).join('\\n')));`,
  );
  const packed = execFileSync(
    machineNpm,
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    {
      cwd: root,
      env,
      encoding: 'utf8',
    },
  );
  const [{ filename, files }] = JSON.parse(packed);
  names = files.map(({ path }: { path: string }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', `./${filename}`];
  execFileSync(machineNpm, install, { cwd: folder, env, stdio: 'pipe' });
});
after(() => {
  for (const each of [folder, apart]) rmSync(each, { recursive: true, force: true });
});

test('the npm package has the bundles and the WebAssembly build, and no binary of the machine that packed it', () => {
  for (const name of [
    'dist/cli.js',
    'dist/server.js',
    'dist/satteri-wasm.js',
    'dist/satteri_napi.wasm32-wasi.wasm',
  ]) {
    assert.ok(names.includes(name), name);
  }
  const others = names.filter(
    name => !/^(?:dist\/|schemas\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(name),
  );
  assert.deepEqual(others, []);
  assert.ok(!names.some(name => name.endsWith('.node')));
});

test('all that it asks for at run time is bundled, but the parser’s native build', () => {
  assert.deepEqual(
    Object.keys(manifest.dependencies),
    ['satteri'],
    'what is bundled belongs to devDependencies',
  );
  const wasm = JSON.parse(readFileSync(join(root, 'wasm/package.json'), 'utf8'));
  assert.equal(
    wasm.dependencies['@bruits/satteri-wasm32-wasi'],
    manifest.dependencies.satteri,
    'one version of both builds',
  );
});

test('the installed program says its version', () => {
  const program = join(folder, 'node_modules/.bin/research-wiki');
  const { stdout, status } = spawnSync(program, ['--version'], {
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(stdout.trim(), manifest.version);
  assert.equal(status, 0);
});

test('it checks a wiki on the machine’s Node, by the native build that npm has brought', () => {
  const { stdout, status } = research(installed, ['check']);
  assert.match(stdout, /concepts\/tides\.md:8:8 error .*links\/broken-page/);
  assert.equal(status, 1);
  assert.match(loaded(), /satteri_napi\..*\.node/);
});

test('it checks by the WebAssembly build where there is no other, and says nothing of it', () => {
  const { stdout, stderr, status } = research(installed, ['check'], { RESEARCH_WIKI_PARSER: 'wasm' });
  assert.match(stdout, /links\/broken-page/);
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, /Warning/);
  assert.match(loaded(), /satteri-wasm\.js/);
});

test('it checks by remark where neither loads', () => {
  const bare = join(apart, 'bare');
  mkdirSync(bare);
  for (const name of ['cli.js', 'commands.js', 'remark.js'])
    cpSync(join(root, 'dist', name), join(bare, name));
  const { stdout, status } = research(bare, ['check']);
  assert.match(stdout, /links\/broken-page/);
  assert.equal(status, 1);
  assert.equal(loaded(), '');
});

test('a native build that was cut short is passed over, since loading it would end the process', () => {
  const broken = join(apart, 'broken');
  cpSync(join(root, 'dist'), broken, { recursive: true });
  truncateSync(join(broken, 'satteri.node'), 1_000_000);
  const { stdout, status, signal } = research(broken, ['check']);
  assert.equal(signal, null);
  assert.match(stdout, /links\/broken-page/);
  assert.equal(status, 1);
  assert.match(loaded(), /satteri-wasm\.js/);
});

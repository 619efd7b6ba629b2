import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root, wasm } from './folders.mjs';
import { isInstalled, markInstalled, npmCi } from './install.mjs';
import { run, Trouble } from './run.mjs';

/** vsce's targets, with the ending of satteri's package for each; a target without one gets the WebAssembly build only. */
const PACKAGE_OF = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'linux-armhf': undefined,
  'alpine-x64': 'linux-x64-musl',
  'alpine-arm64': 'linux-arm64-musl',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
  'win32-arm64': 'win32-arm64-msvc',
};

/** The glue looks for it under this name beside itself. */
export const WASM_FILE = 'satteri_napi.wasm32-wasi.wasm';

export const targets = Object.keys(PACKAGE_OF);

const satteriVersion = () => readJson(join(root, 'node_modules/satteri/package.json')).version;

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/** The folder of the WebAssembly package, installed if it is not there; a build without it fails. */
export async function wasmPackage() {
  if (!isInstalled(wasm, '')) {
    await npmCi(wasm, ['--force']);
    markInstalled(wasm, '');
  }
  const folder = join(wasm, 'node_modules/@bruits/satteri-wasm32-wasi');
  const { version } = readJson(join(folder, 'package.json'));
  if (version !== satteriVersion()) {
    throw new Trouble(
      `wasm/package.json asks for satteri ${version}, the root has ${satteriVersion()}: set both to one version`,
    );
  }
  return folder;
}

/** The vsce target of the machine that we run on, or undefined where satteri has no native build for it. */
export function targetOfThisMachine() {
  const machine = `${process.platform}-${process.arch}`;
  return targets.find(target => PACKAGE_OF[target]?.startsWith(machine) && existsSync(packageInRoot(target)));
}

const packageInRoot = target => join(root, 'node_modules', `@bruits/satteri-${PACKAGE_OF[target]}`);

/** The native binary for a vsce target, fetched by npm into the cache where it is not this machine's. */
export async function binaryFor(target) {
  if (!(target in PACKAGE_OF)) throw new Trouble(`no target "${target}"; there are ${targets.join(', ')}`);
  if (!PACKAGE_OF[target]) return undefined;
  const name = `@bruits/satteri-${PACKAGE_OF[target]}`;
  const version = satteriVersion();
  if (existsSync(packageInRoot(target))) return mainOf(packageInRoot(target));
  const folder = join(cache, 'satteri', `${target}-${version}`);
  const installed = join(folder, 'node_modules', name);
  if (!existsSync(installed)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies: { [name]: version } }),
    );
    const [os, cpu] = PACKAGE_OF[target].split('-');
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', '--force', `--os=${os}`, `--cpu=${cpu}`],
      { cwd: folder },
    );
  }
  return mainOf(installed);
}

const mainOf = folder => join(folder, readJson(join(folder, 'package.json')).main);

/** Puts the binary, and its size for the loader's check, into `folder`; without a binary takes away what was there. */
export function placeBinary(binary, folder) {
  const place = join(folder, 'satteri.node');
  const note = join(folder, 'satteri.json');
  rmSync(place, { force: true });
  rmSync(note, { force: true });
  if (!binary) return;
  copyFileSync(binary, place);
  writeFileSync(note, `${JSON.stringify({ version: satteriVersion(), bytes: statSync(place).size })}\n`);
}

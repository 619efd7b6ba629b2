import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** True when `folder` was set up with the lock file that it has now, in the way that `recipe` names. */
export function isInstalled(folder, recipe) {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(folder, recipe);
}

/** Says that `folder` is set up. The last step of all: a set-up that was stopped half-way leaves no stamp. */
export function markInstalled(folder, recipe) {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(stampOf(folder), fingerprint(folder, recipe));
}

/**
 * What the lock file of `folder` says, and no install scripts: none of ours needs one but `node`'s, which set-up runs
 * by hand, and one that a package of a package has would want python3 and a compiler.
 */
export async function npmCi(folder, args = []) {
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd: folder,
  });
}

/** True when someone ran `npm ci` or `npm install` in `folder` and it is what the lock file asks for. */
export function isAsLocked(folder) {
  try {
    const { packages: wanted } = readJson(join(folder, 'package-lock.json'));
    const { packages: present } = readJson(join(folder, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || (present[path] ? present[path].version === version : optional),
    );
  } catch {
    return false;
  }
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

// npm ci empties node_modules, and takes the stamp along.
const stampOf = folder => join(folder, 'node_modules', '.set-up');

const fingerprint = (folder, recipe) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(recipe)
    .digest('hex');

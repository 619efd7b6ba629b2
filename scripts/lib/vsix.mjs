import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cache, root } from './folders.mjs';
import { Trouble } from './run.mjs';
import { binaryFor, placeBinary } from './satteri.mjs';

/**
 * Packages what is built in `dist/` as a VSIX in `folder` and gives its path: for every platform with the WebAssembly
 * build only, or for one vsce target with that platform's native build too.
 *
 * It is packed from a folder of its own, because vsce takes either `.vscodeignore` or `files` of `package.json`, which
 * is npm's; because `dist/` holds the binary of this machine; and because vsce would walk the editor's 60,000 files.
 */
export async function packageVsix({ target, folder = root }) {
  const stage = join(cache, 'vsix', target ?? 'universal');
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await rm(stage, { recursive: true, force: true });
  await mkdir(join(stage, 'dist'), { recursive: true });
  await mkdir(folder, { recursive: true });
  await copyAllowed(stage);
  await writeFile(join(stage, 'package.json'), `${JSON.stringify(forVsCode(manifest), null, 2)}\n`);
  placeBinary(target && (await binaryFor(target)), join(stage, 'dist'));

  const vsix = join(
    folder,
    [manifest.name, ...(target ? [target] : []), manifest.version].join('-').concat('.vsix'),
  );
  const { createVSIX } = createRequire(import.meta.url)('@vscode/vsce');
  try {
    await createVSIX({
      cwd: stage,
      packagePath: vsix,
      dependencies: false,
      // With a repository, links and pictures of the README lead there on the marketplace; without, they stay as they are.
      ...(manifest.repository ? {} : { allowMissingRepository: true, rewriteRelativeLinks: false }),
      ...(target ? { target } : {}),
    });
  } catch (error) {
    throw new Trouble(`vsce could not package the extension: ${error.message}`);
  }
  return vsix;
}

/** Copies whatever `.vscodeignore` names by its first folder; vsce then picks the files. */
async function copyAllowed(stage) {
  const ignore = await readFile(join(root, '.vscodeignore'), 'utf8');
  await writeFile(join(stage, '.vscodeignore'), ignore);
  const tops = new Set([...ignore.matchAll(/^!([^/*\n]+)/gm)].map(([, top]) => top));
  for (const top of tops) {
    if (existsSync(join(root, top))) await cp(join(root, top), join(stage, top), { recursive: true });
  }
}

/** Without what only npm and developers need. */
function forVsCode({ files, bin, scripts, dependencies, devDependencies, ...manifest }) {
  return manifest;
}

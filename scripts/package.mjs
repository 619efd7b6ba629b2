/**
 * `npm run package` builds and writes research-wiki-VERSION.vsix for every platform; with `-- --target linux-x64` (or
 * another of vsce's) one that holds that platform's native build too; `--out FOLDER` puts it elsewhere.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { root } from './lib/folders.mjs';
import { orTrouble } from './lib/run.mjs';
import { packageVsix } from './lib/vsix.mjs';

await orTrouble(async () => {
  const { values } = parseArgs({
    options: { target: { type: 'string' }, out: { type: 'string', default: root } },
  });
  await build();
  await packageVsix({ target: values.target, folder: resolve(values.out) });
});

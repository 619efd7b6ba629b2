/**
 * `npm run package` builds and writes research-wiki-VERSION.vsix for every platform; with `-- --target linux-x64` (or
 * another of vsce's) one that holds that platform's native build too. `--out FOLDER` puts it elsewhere; `--as-built`
 * takes `dist/` as it is. Its path is the last line on stdout.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/folders.mjs';
import { orTrouble, run } from './lib/run.mjs';
import { packageVsix } from './lib/vsix.mjs';

await orTrouble(async () => {
  const { values } = parseArgs({
    options: {
      target: { type: 'string' },
      out: { type: 'string', default: root },
      'as-built': { type: 'boolean', default: false },
    },
  });
  if (!values['as-built']) await run(process.execPath, ['esbuild.js'], { cwd: root });
  console.log(await packageVsix({ target: values.target, folder: resolve(values.out) }));
});

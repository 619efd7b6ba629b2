/**
 * `npm start`: sets up what is missing, builds, and opens the example wiki (or the folder given) in VS Code: on the
 * desktop where there is `code`, else in the browser. `--no-open` opens no browser; PORT is the port to listen on.
 */
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { desktopCode } from './lib/desktop-code.mjs';
import { cache, root } from './lib/folders.mjs';
import { handOver } from './lib/hand-over.mjs';
import { developmentNode } from './lib/node.mjs';
import { orTrouble } from './lib/run.mjs';
import { setUpEditor, setUpProject } from './setup.mjs';

async function start() {
  const code = desktopCode();
  await setUpProject();
  if (!code) await setUpEditor();
  await build();
  const { packageVsix } = await import('./lib/vsix.mjs');
  const { targetOfThisMachine } = await import('./lib/satteri.mjs');
  const vsix = await packageVsix({ target: targetOfThisMachine(), folder: join(cache, 'start') });
  const args = ['--vsix', vsix, ...(code ? ['--code', code] : []), ...process.argv.slice(2)];
  await handOver(developmentNode, [join(root, 'scripts/start.ts'), ...args]);
}

await orTrouble(start, { onSignal: 0 });

/**
 * `npm start`: sets up what is missing, builds, and opens the example wiki (or the folder given) in VS Code: on the
 * desktop where there is `code`, else in the browser. `--no-open` opens no browser; PORT is the port to listen on.
 */
import { join } from 'node:path';
import { desktopCode } from './lib/desktop-code.mjs';
import { cache, root } from './lib/folders.mjs';
import { handOver } from './lib/hand-over.mjs';
import { developmentNode } from './lib/node.mjs';
import { orTrouble, run } from './lib/run.mjs';
import { targetOfThisMachine } from './lib/satteri.mjs';
import { step } from './lib/step.mjs';
import { setUpEditor, setUpProject } from './setup.mjs';

async function start() {
  const code = desktopCode();
  await setUpProject();
  if (!code) await setUpEditor();
  const out = join(cache, 'start');
  const target = targetOfThisMachine();
  const options = ['--out', out, ...(target ? ['--target', target] : [])];
  const vsix = await step('building the extension', () =>
    run(process.execPath, [join(root, 'scripts/package.mjs'), ...options]),
  );
  const args = [
    '--vsix',
    vsix.trim().split('\n').at(-1),
    ...(code ? ['--code', code] : []),
    ...process.argv.slice(2),
  ];
  await handOver(developmentNode, [join(root, 'scripts/start.ts'), ...args]);
}

await orTrouble(start, { onSignal: 0 });

/** `npm test`: sets up what is missing, then runs all suites, or with `-- unit` (a suite's name) that one only. */
import { join } from 'node:path';
import { root } from './lib/folders.mjs';
import { handOver } from './lib/hand-over.mjs';
import { developmentNode } from './lib/node.mjs';
import { orTrouble, run } from './lib/run.mjs';
import { setUpBrowser, setUpEditor, setUpProject } from './setup.mjs';

await orTrouble(async () => {
  const names = process.argv.slice(2);
  await setUpProject();
  // The unit tests of the grammars and the types of the editor tests want it too.
  await setUpEditor();
  if (names.length === 0 || names.includes('editor')) {
    const way = await run(developmentNode, [join(root, 'test/editor/launch/way.ts')]);
    if (way.trim() === 'browser') await setUpBrowser();
  }
  await handOver(developmentNode, [join(root, 'scripts/test.ts'), ...names]);
});

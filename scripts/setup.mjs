/**
 * Fetches all that `npm start` and `npm test` need: the packages of the project, satteri's WebAssembly build, VS Code
 * with a browser for it. Has no dependencies and runs on the machine's own Node before anything is installed. What is
 * there already is left alone.
 */
import { pathToFileURL } from 'node:url';
import { browserInUse, provideBrowser } from './lib/browser.mjs';
import { installCodeServer, isCodeServerInstalled } from './lib/code-server.mjs';
import { root, wasm } from './lib/folders.mjs';
import { isAsLocked, isInstalled, markInstalled, npmCi } from './lib/install.mjs';
import { provideNode } from './lib/node.mjs';
import { orTrouble, Trouble } from './lib/run.mjs';
import { step } from './lib/step.mjs';

/** The packages of the project; enough to build it. */
export async function setUpProject() {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Trouble(`Node 20 or later is needed, this is ${process.version}`);
  if (!isInstalled(root, '')) {
    if (!isAsLocked(root)) await step('the packages of the project', () => npmCi(root));
    await step('Node for development', provideNode);
    markInstalled(root, '');
  }
  if (!isInstalled(wasm, '')) {
    await step('the WebAssembly build of the Markdown parser', () => npmCi(wasm, ['--force']));
    markInstalled(wasm, '');
  }
}

/** VS Code as a web application, for machines without a desktop VS Code. */
export async function setUpEditor() {
  if (!isCodeServerInstalled()) await step('VS Code for the browser (some 700 MB, once)', installCodeServer);
}

/** A browser that can be run without a display. */
export async function setUpBrowser() {
  if (!browserInUse()) await step('a browser for the tests', provideBrowser);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await orTrouble(async () => {
    await setUpProject();
    await setUpEditor();
    await setUpBrowser();
  });
}

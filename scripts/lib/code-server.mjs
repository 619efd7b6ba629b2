import { rm, symlink } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { editor } from './folders.mjs';
import { isInstalled, markInstalled, npmCi } from './install.mjs';
import { developmentNode } from './node.mjs';
import { outerEnvironment, run } from './run.mjs';

/** Change it where the steps below change, so that they are done again. */
const RECIPE = 'workbench and built-in extensions 1';

export const isCodeServerInstalled = () => isInstalled(editor, RECIPE);

/**
 * VS Code's workbench and extension host out of the npm package `code-server`. Its own install script fetches what is
 * not needed here and builds native modules, so its steps are done by hand without them.
 */
export async function installCodeServer() {
  await npmCi(editor);
  const workbench = join(editor, 'node_modules/code-server/lib/vscode');
  const env = outerEnvironment();
  env.PATH = `${dirname(developmentNode)}${delimiter}${env.PATH}`;
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', args, { cwd: workbench, env });
  await run('npm', args, { cwd: join(workbench, 'extensions'), env });
  await rm(join(workbench, 'node_modules.asar'), { force: true });
  await symlink('node_modules', join(workbench, 'node_modules.asar'), 'junction');
  markInstalled(editor, RECIPE);
}

import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './folders.mjs';
import { run } from './run.mjs';

const folder = join(root, 'node_modules/node');

/** The Node that the project is developed with. It runs TypeScript and is what code-server asks for. */
export const developmentNode = join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');

/** The package `node` gets its binary by an install script, which `npm ci` may not have run. */
export async function provideNode() {
  if (!existsSync(developmentNode)) {
    await run(process.execPath, ['installArchSpecificPackage'], { cwd: folder });
    await run(developmentNode, ['--version']);
  }
  // npm makes this link only for a binary that is there when it unpacks the package.
  const link = join(root, 'node_modules/.bin/node');
  if (process.platform !== 'win32' && !existsSync(link)) await symlink('../node/bin/node', link);
}

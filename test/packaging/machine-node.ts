import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** PATH without the folders in which npm puts a project's own programs: what a user of ours has. */
export const usersPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter(folder => !folder.includes('node_modules'))
  .join(delimiter);

/** The machine's own Node, which is older than the one that we develop with. */
export const machineNode: string =
  usersPath
    .split(delimiter)
    .map(folder => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .find(file => existsSync(file)) ?? process.execPath;

/** Its npm. */
export const machineNpm: string = join(
  dirname(machineNode),
  process.platform === 'win32' ? 'npm.cmd' : 'npm',
);

import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';

/** Git answers at once or not at all. */
const LONGEST_MS = 1000;

/** The name that Git signs commits with in a folder; undefined where there is no Git or nobody has told it a name. */
export function gitWriter(root: string): string | undefined {
  try {
    const name = execFileSync('git', ['-C', root, 'config', 'user.name'], {
      // Windows would look for git in the folder it is started in.
      cwd: dirname(process.execPath),
      encoding: 'utf8',
      timeout: LONGEST_MS,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}

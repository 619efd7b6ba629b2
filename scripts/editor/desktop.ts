import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ProcessGroup, startGroup } from './process-group.ts';
import { type Profile, profileOptions } from './profile.ts';

/** How long a window may take to say that it is there, in milliseconds; then we take it for open. */
const PATIENCE = 10_000;

/** Opens a folder in a desktop VS Code of its own profile. The group ends when the window is closed. */
export async function openOnDesktop(code: string, profile: Profile, vsix: string, folder: string): Promise<ProcessGroup> {
  const install = runCode(code, [...profileOptions(profile), '--install-extension', vsix, '--force'], 'ignore');
  if ((await install.ended) !== 0) throw new Error(`"${code}" could not install the extension`);
  const began = Date.now();
  const window = runCode(code, [...profileOptions(profile), '--new-window', '--wait', '--disable-workspace-trust', folder], 'ignore');
  let over = false;
  void window.ended.then(() => {
    over = true;
  });
  while (!over && Date.now() - began < PATIENCE && !hasWindow(profile, began)) await wait(100);
  return window;
}

function runCode(code: string, args: readonly string[], stdio: 'ignore'): ProcessGroup {
  return startGroup(code, args, { stdio, shell: process.platform === 'win32' });
}

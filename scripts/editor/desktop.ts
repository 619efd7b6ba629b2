import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ProcessGroup, signal, startGroup } from './process-group.ts';
import { type Profile, profileOptions } from './profile.ts';

/** How long a window may take to say that it is there, in milliseconds; then we take it for open. */
const PATIENCE = 5000;

/** How long it has to close when it is asked to. */
const FAREWELL = 3000;

/** Opens a folder in a desktop VS Code with a profile of its own. It has ended when the window is closed. */
export async function openOnDesktop(
  code: string,
  profile: Profile,
  vsix: string,
  folder: string,
  options: readonly string[],
): Promise<ProcessGroup> {
  const start = (args: readonly string[]) =>
    startGroup(code, [...profileOptions(profile), ...args], {
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  if ((await start(['--install-extension', vsix, '--force']).ended) !== 0) {
    throw new Error(`"${code}" could not install the extension`);
  }
  const began = Date.now();
  const command = start(['--new-window', '--wait', ...options, folder]);
  let over = false;
  void command.ended.then(() => {
    over = true;
  });
  while (!over && Date.now() - began < PATIENCE && !hasWindow(profile, began)) await wait(100);
  return {
    ...command,
    async stop() {
      // The command starts VS Code in a group of its own; VS Code notes its number in the profile, which is ours alone.
      await endProcess(numberOf(profile));
      await command.stop();
    },
  };
}

/** True when a window of this profile has started its extension host. */
function hasWindow({ userData }: Profile, since: number): boolean {
  return globSync('logs/*/window*/exthost', { cwd: userData }).some(
    log => statSync(join(userData, log)).mtimeMs >= since,
  );
}

function numberOf({ userData }: Profile): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(userData, 'code.lock'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

async function endProcess(pid: number | undefined): Promise<void> {
  if (pid === undefined || !signal(pid, 'SIGTERM')) return;
  const deadline = Date.now() + FAREWELL;
  while (Date.now() < deadline && signal(pid, 0)) await wait(50);
  signal(pid, 'SIGKILL');
}

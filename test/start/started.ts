import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const root = join(import.meta.dirname, '../..');

/** `npm start` under way. */
export interface Started {
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** What stands behind `Research Wiki is open: `; fails when it ends before. */
  open(): Promise<string>;
  /** Sends it a signal, and gives its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** As a person does it, by npm; `variables` are added to the environment. */
export function npmStart(
  args: readonly string[],
  variables: Record<string, string> = {},
  cwd = root,
): Started {
  const { VSCODE_IPC_HOOK_CLI, PORT, ...env } = process.env;
  const child = spawn('npm', ['start', '--', ...args], {
    cwd,
    env: { ...env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  return {
    child,
    output: () => output,
    async open() {
      for (;;) {
        const where = /^Research Wiki is open: (.*)$/m.exec(output)?.[1];
        if (where !== undefined) return where;
        if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
        await wait(50);
      }
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** True when a process with this number is there. */
export function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

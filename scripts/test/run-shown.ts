import { spawn } from 'node:child_process';
import { root } from '../editor/folders.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The exit code by which a shell says that Ctrl+C ended a program. */
const INTERRUPTED = 130;

/** Runs a program with its output on ours, and gives its exit code. */
export function runShown(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  return new Promise<number>(resolve => {
    child.once('error', error => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      for (const each of SIGNALS) process.off(each, forward);
      // Whoever interrupts one suite wants no other.
      if (signal === 'SIGINT' || code === INTERRUPTED) process.exit(INTERRUPTED);
      resolve(code ?? 1);
    });
  });
}

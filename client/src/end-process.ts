import type { ChildProcess } from 'node:child_process';

/** Resolves when the process is gone; ends it by force if it is still there after `patience` milliseconds. */
export function endProcess(process: ChildProcess, patience: number): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    const timer = setTimeout(() => process.kill('SIGKILL'), patience);
    process.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

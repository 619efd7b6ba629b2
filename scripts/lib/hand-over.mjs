import { spawn } from 'node:child_process';
import { SIGNALS } from './run.mjs';

/** Runs a program in our place: input and output are ours, it gets our signals, and we end as it ends. */
export function handOver(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    for (const signal of SIGNALS) {
      process.removeAllListeners(signal);
      // A terminal sends Ctrl+C to both of us, a program to us alone; the second one changes nothing.
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('exit', code => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

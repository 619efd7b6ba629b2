import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

/** What a person can mend; printed in one line, without a stack. */
export class Trouble extends Error {
  name = 'Trouble';
}

/** How a person or a program asks us to end. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const running = new Set();

/** Ends the programs that run now, each with what it has started. */
export function endRunning() {
  for (const child of running) {
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }
}

/** Runs a program to its end and gives what it printed on stdout; fails with its last words. */
export function run(program, args, { cwd, env = outerEnvironment() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      // A group of its own, to be ended as a whole.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      // Windows finds npm.cmd through its shell only; nothing that a person wrote is among these arguments.
      shell: process.platform === 'win32' && !/[\\/]/.test(program),
    });
    running.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('error', error => reject(new Trouble(`${program} could not be run: ${error.message}`)));
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(stdout);
      else
        reject(
          new Trouble(
            `${program} ${args.join(' ')} ended with ${signal ?? code}${lastWords(program, stderr)}`,
          ),
        );
    });
  });
}

/**
 * Our environment without what `npm start` and `npm test` put into it: an npm that runs inside must not take the
 * outer one's folder for its own, nor the `node` out of the folder that it is about to fill.
 */
export function outerEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle|command|config_local_prefix)/.test(name)) delete env[name];
  }
  const path = Object.keys(env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[path] = (env[path] ?? '')
    .split(delimiter)
    .filter(folder => !/node_modules[\\/]\.bin|node-gyp-bin/.test(folder))
    .join(delimiter);
  return env;
}

/** What a program said last: of npm the lines that tell what is wrong, of others all. */
function lastWords(program, stderr) {
  const lines = stderr.split('\n').filter(line => line.trim() !== '');
  const errors = lines.filter(line => /^npm (error|ERR!)/.test(line) && !line.includes('debug-0.log'));
  if (lines.length === 0) return '';
  return program === 'npm'
    ? `: ${(errors.length > 0 ? errors.slice(0, 3) : lines.slice(-1)).join('; ')}`
    : `\n${stderr.trimEnd()}`;
}

/**
 * Runs `main`, and turns trouble into one line on stderr and exit code 1. A signal ends all that runs, and us with
 * `onSignal` for exit code.
 */
export async function orTrouble(main, { onSignal = 130 } = {}) {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      endRunning();
      process.exit(onSignal);
    });
  }
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A program with all that it starts. */
export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Settles when the program ends by itself or is stopped. */
  readonly ended: Promise<number>;
  /** Ends the program and whatever it started. Never fails. */
  stop(): Promise<void>;
}

/** How long a group has to end by itself, in milliseconds, before it is killed. */
const PATIENCE = 2000;

/**
 * Starts a program as the leader of a group of its own, so that no process of it is left behind, nor another's ended.
 * It ends with us at the latest.
 */
export function startGroup(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ProcessGroup {
  const windows = process.platform === 'win32';
  const child = spawn(program, args, { ...options, detached: !windows });
  const ended = new Promise<number>(resolve => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  const killAtExit = () => child.pid !== undefined && signal(windows ? child.pid : -child.pid, 'SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    process.off('exit', killAtExit);
    if (child.pid === undefined) return;
    if (windows) {
      const killer = spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
      await new Promise(resolve => killer.once('close', resolve).once('error', resolve));
      return;
    }
    signal(-child.pid, 'SIGTERM');
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline && signal(-child.pid, 0)) await wait(50);
    signal(-child.pid, 'SIGKILL');
  };
  return { child, ended, stop };
}

/** Sends a signal to a process, or with a negative number to a group; 0 only asks. False when there is none. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileCheck } from '../host/check-wiki.ts';
import { type CheckShare, isInShare } from './check-share.ts';
import { PROGRAM } from './program.ts';

/** Each thread reads the wiki for itself, and warms up for itself. */
const PAGES_A_THREAD = 1500;
/** More threads would mostly wait for memory, and each holds the whole wiki. */
const MOST_THREADS = 4;

/**
 * How many threads check so many pages. One processor is left to V8's own threads: on two, a second thread saved 8 % of the time
 * for twice the memory.
 */
export const threadsFor = (pages: number): number =>
  Math.max(1, Math.min(availableParallelism() - 1, MOST_THREADS, Math.floor(pages / PAGES_A_THREAD)));

/** Worker threads that check a wiki together with the thread that makes them. */
export class CheckTeam {
  private readonly of: number;
  private readonly found: readonly Promise<readonly FileCheck[] | undefined>[];

  /** Starts the threads; `threads` counts the one that is there. */
  constructor(share: Omit<CheckShare, 'index' | 'of'>, threads: number) {
    this.of = threads;
    this.found = Array.from({ length: threads - 1 }, (_, index) =>
      checksOf({ ...share, index: index + 1, of: threads }),
    );
  }

  /** Whether the thread that made the team is to check a file. */
  isOwn(path: string): boolean {
    return isInShare({ index: 0, of: this.of }, path);
  }

  /** What the others found. What a thread that failed would have checked is for the caller: it is asked of `isLeft`. */
  async others(): Promise<{ checks: readonly FileCheck[]; isLeft: (path: string) => boolean }> {
    const found = await Promise.all(this.found);
    return {
      checks: found.flatMap(checks => checks ?? []),
      isLeft: path =>
        found.some(
          (checks, index) => checks === undefined && isInShare({ index: index + 1, of: this.of }, path),
        ),
    };
  }
}

/** The checks of a share, done by a thread of its own; undefined where it fails, for want of memory most likely. */
function checksOf(share: CheckShare): Promise<readonly FileCheck[] | undefined> {
  return new Promise(resolve => {
    const worker = new Worker(PROGRAM, { workerData: share });
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

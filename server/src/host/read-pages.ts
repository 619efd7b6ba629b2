import type { PageRead } from './page-files.ts';
import type { ReadAhead } from './read-ahead.ts';

/** How far a first reading is. */
export interface Progress {
  readonly done: number;
  /** 0 while the folders are still walked. */
  readonly total: number;
}

export interface PageTaker {
  /** Reads a page. */
  read(path: string): void;
  /** Takes over what another thread read. */
  accept(path: string, read: PageRead): void;
}

/** Reads pages one a step, and takes over those that other threads have read. Each page once, whatever happens to a thread. */
export function* readPages(
  paths: readonly string[],
  taker: PageTaker,
  ahead?: ReadAhead,
): Generator<Progress, void, void> {
  const left = new Set(paths.keys());
  const progress = (): Progress => ({ done: paths.length - left.size, total: paths.length });
  try {
    for (let index = ahead?.take(); ahead && (index !== undefined || ahead.isRunning); index = ahead.take()) {
      for (const { from, reads } of ahead.received()) {
        for (const [at, read] of reads.entries()) {
          left.delete(from + at);
          taker.accept(paths[from + at]!, read);
        }
      }
      if (index !== undefined) {
        left.delete(index);
        taker.read(paths[index]!);
      }
      yield progress();
    }
  } finally {
    ahead?.close();
  }
  // All of them where there are no threads, and what a thread that failed has left.
  for (const index of left) {
    taker.read(paths[index]!);
    left.delete(index);
    yield progress();
  }
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PageRead } from './page-files.ts';

/** What a thread is given. */
export interface ReadAheadWork {
  readonly root: string;
  readonly paths: readonly string[];
  /** One shared number: how many of the paths are taken, by whomever. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What a thread sends: the pages from an index on. */
export interface ReadMessage {
  readonly from: number;
  readonly reads: readonly PageRead[];
}

export const PAGES_A_MESSAGE = 16;

/** A thread takes as long to start, and to warm up, as a thousand pages to read. */
const PAGES_A_THREAD = 1500;
/** What they read has to be taken over one by one: more of them would wait for that. */
const MOST_THREADS = 3;

/**
 * Threads that read pages of a wiki while the thread that has the wiki reads others. Reading and parsing a page takes several times
 * as long as taking over its facts.
 */
export class ReadAhead {
  private readonly work: ReadAheadWork;
  private readonly workers: readonly Worker[];
  private readonly came: ReadMessage[] = [];
  private running: number;

  constructor(root: string, paths: readonly string[], threads: number) {
    this.work = { root, paths, taken: new Int32Array(new SharedArrayBuffer(4)) };
    this.workers = Array.from({ length: threads }, () => this.start());
    this.running = threads;
  }

  /** Starts as many threads as so many pages are worth; undefined for none. */
  static of(root: string, paths: readonly string[]): ReadAhead | undefined {
    const threads = Math.min(
      availableParallelism() - 1,
      MOST_THREADS,
      Math.floor(paths.length / PAGES_A_THREAD),
    );
    return threads > 0 ? new ReadAhead(root, paths, threads) : undefined;
  }

  /** The index of a path that no thread has taken, for the caller to read; undefined when all are taken. */
  take(): number | undefined {
    const index = Atomics.add(this.work.taken, 0, 1);
    return index < this.work.paths.length ? index : undefined;
  }

  /** What came since it was asked last. Comes only while the caller gives the event loop its turn. */
  received(): readonly ReadMessage[] {
    return this.came.splice(0);
  }

  /** Whether something may still come. A thread that fails has ended too: what it took and did not send is not read. */
  get isRunning(): boolean {
    return this.running > 0 || this.came.length > 0;
  }

  /** Ends the threads. */
  close(): void {
    for (const worker of this.workers) void worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(PROGRAM, { workerData: this.work });
    worker.on('message', (message: ReadMessage) => this.came.push(message));
    // Without a listener it would end the program; the `exit` that follows says enough.
    worker.on('error', () => {});
    worker.once('exit', () => {
      this.running--;
    });
    return worker;
  }
}

/** `page-reader.ts`, or the file that it is built to. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './page-reader.ts' : './page-reader.js',
  import.meta.url,
);

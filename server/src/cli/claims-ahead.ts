import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { restsOnTables } from '../claims/claims-of.ts';
import { acceptVerdicts } from '../claims/verdicts-of.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import type { ClaimsShare, VerdictsAhead } from './claims-share.ts';
import { PROGRAM } from './program.ts';
import type { CommandWiki } from './wiki-of-paths.ts';

/** A thread takes as long to start, and to warm up, as the numbers of so many pages. */
const FEWEST_PAGES = 500;

/** In megabytes. What is worked out of a page is dropped at once; with more the check takes 100 MB more, and no less time. */
const YOUNG = 16;

/**
 * A thread that works out the numbers of pages while the thread that has the wiki checks all else. It takes pages from the front
 * of a list, the other one from the back, until they meet: so neither waits for the other, however fast it is.
 */
export class ClaimsAhead {
  private readonly host: WikiHost;
  private readonly share: ClaimsShare;
  private readonly worker: Worker;
  /** Settled once the thread has sent all that it will. */
  protected readonly ended: Promise<void>;

  constructor(host: WikiHost, wiki: CommandWiki, paths: readonly string[]) {
    this.host = host;
    const taken = new Int32Array(new SharedArrayBuffer(8));
    this.share = { wiki, paths, taken };
    this.worker = new Worker(PROGRAM, {
      workerData: this.share,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.worker.on('message', (found: readonly VerdictsAhead[]) => this.accept(found));
    // Without a listener it would end the program; what a thread that fails has taken is worked out here.
    this.worker.on('error', () => {});
    this.ended = new Promise(resolve => this.worker.once('exit', () => resolve()));
  }

  /** Starts the thread where enough of the pages have numbers, and there is a processor for it. */
  static of(host: WikiHost, wiki: CommandWiki, paths: readonly string[]): ClaimsAhead | undefined {
    if (availableParallelism() === 1) return undefined;
    const pages = paths.filter(path => hasOwnClaims(host, path));
    return pages.length < FEWEST_PAGES ? undefined : new ClaimsAhead(host, wiki, pages);
  }

  /** The paths, the thread's among them, in the order in which to check them, each once; gives the event loop its turn where it has to wait. */
  async *inTurn(paths: readonly string[]): AsyncGenerator<string, void, void> {
    const { paths: shared, taken } = this.share;
    const isShared = new Set(shared);
    for (const path of paths) if (!isShared.has(path)) yield path;
    let left = shared.length;
    for (; left > Atomics.load(taken, 0); left--) {
      Atomics.add(taken, 1, 1);
      yield shared[left - 1]!;
    }
    // What was sent before the thread ended has come by then.
    await this.ended;
    yield* shared.slice(0, left);
  }

  private accept(found: readonly VerdictsAhead[]): void {
    const { wiki } = this.host;
    for (const { path, length, textHash, verdicts } of found) {
      const page = wiki.pages.get(path);
      if (page?.facts.length === length && page.facts.textHash === textHash)
        acceptVerdicts(wiki, page, verdicts);
    }
  }
}

function hasOwnClaims({ wiki }: WikiHost, path: string): boolean {
  const page = wiki.pages.get(path);
  if (!page || page.facts.numbersKey === 0 || page.facts.partial || page.facts.mergeConflict) return false;
  return restsOnTables(wiki, page);
}

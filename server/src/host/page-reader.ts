import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { loadMarkdownParser } from './markdown-parser.ts';
import { PageFiles } from './page-files.ts';
import { PAGES_A_MESSAGE, type ReadAheadWork, type ReadMessage } from './read-ahead.ts';

/* A worker thread of `ReadAhead`: takes the next pages that nobody has taken, reads them and sends what it read. */

async function read({ root, paths, taken }: ReadAheadWork): Promise<void> {
  const files = new PageFiles(root, await loadMarkdownParser(), new Map());
  for (;;) {
    const from = Atomics.add(taken, 0, PAGES_A_MESSAGE);
    if (from >= paths.length) return;
    const reads = paths.slice(from, from + PAGES_A_MESSAGE).map(path => files.read(path));
    parentPort!.postMessage({ from, reads } satisfies ReadMessage);
    // The native parser's buffers are given back between turns only.
    await setImmediate();
  }
}

void read(workerData as ReadAheadWork);

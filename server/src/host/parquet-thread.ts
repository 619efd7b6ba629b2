import { type MessagePort, workerData } from 'node:worker_threads';
import { parquetColumns } from './parquet-columns.ts';
import type { ParquetWork } from './read-parquet.ts';

/* The thread that reads a Parquet file, for `read-parquet.ts`. */

const { bytes, port, done } = workerData as ParquetWork;
answer(port);
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);

function answer(to: MessagePort): void {
  try {
    to.postMessage({ columns: parquetColumns(bytes) });
  } catch (error) {
    to.postMessage({ reason: error instanceof Error ? error.message : String(error) });
  }
}

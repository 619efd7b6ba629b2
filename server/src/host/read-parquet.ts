import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { buildTable, emptyTable } from '../tables/build-table.ts';
import type { Cell, Table, TableOptions } from '../tables/table.ts';
import type { ParquetColumn } from './parquet-columns.ts';

/** Bytes of a file above which it is not read. */
export const LARGEST_PARQUET = 32_000_000;
/** A file of that size takes less than a second; one that is broken may take for ever. In milliseconds. */
const LONGEST_WAIT_MS = 8000;
const MOST_MEMORY_MB = 256;

/** What the thread is given. */
export interface ParquetWork {
  readonly bytes: Uint8Array;
  readonly port: MessagePort;
  /** Becomes 1 when the answer has been posted. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

type Answer = { readonly columns: readonly ParquetColumn[] } | { readonly reason: string };

/**
 * Reads a Parquet file as a table. Never throws: what can't be read is in `problems`. A thread of its own does it, which is ended
 * where it takes too long, and is waited for: tables are read when they are asked for, and Parquet files are few.
 */
export function readParquet(
  bytes: Uint8Array,
  options?: TableOptions,
  { longestWait = LONGEST_WAIT_MS }: { readonly longestWait?: number } = {},
): Table {
  const answer = inThread(bytes, longestWait);
  if ('reason' in answer) return unread(`can't be read: ${answer.reason.replace(/^parquet /, '')}`);
  const { columns } = answer;
  const header = columns.map(({ name }) => fieldOf(name));
  const rows = (columns[0]?.texts ?? []).map((_, row) => columns.map(({ texts }) => fieldOf(texts[row]!)));
  const raw = { format: 'parquet', records: [header, ...rows], headerRows: 1, problems: [] } as const;
  return buildTable([0], raw, options);
}

/** Stands for a file that is too large even to be read. */
export const tooLargeParquet = (bytes: number): Table =>
  unread(
    `has ${bytes} bytes; above ${LARGEST_PARQUET} it is not read, and numbers are not checked against it`,
  );

function inThread(bytes: Uint8Array, longestWait: number): Answer {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const work: ParquetWork = { bytes, port: port2, done };
  const thread = new Worker(PROGRAM, {
    workerData: work,
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  // Said by the time that runs out.
  thread.once('error', () => {});
  Atomics.wait(done, 0, 0, longestWait);
  const received = receiveMessageOnPort(port1);
  port1.close();
  void thread.terminate();
  return received ? (received.message as Answer) : { reason: 'that takes too long, or too much memory' };
}

const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './parquet-thread.ts' : './parquet.js',
  import.meta.url,
);

const START = { start: 0, end: 0 };

/** Its cells have no place in a text. */
const fieldOf = (text: string): Cell => ({ text: text.trim(), span: START });

const unread = (why: string): Table =>
  emptyTable([0], 'parquet', [{ rule: 'tables/syntax', span: START, message: `the Parquet file ${why}` }]);

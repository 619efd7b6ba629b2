import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileTrouble } from '../rules/rule.ts';

/** When and how big a file was, to see whether it changed since. */
export interface FileStamp {
  readonly mtimeMs: number;
  readonly size: number;
}

export interface FileText {
  /** Without BOM. */
  readonly text: string;
  /** True when the file begins with a BOM, which a write has to put back. */
  readonly bom: boolean;
  readonly stamp: FileStamp;
  /** Bytes that are no UTF-8 are replaced by U+FFFD in `text`, so it must not be written back. */
  readonly encoding: 'utf-8' | 'broken';
}

export interface Unreadable {
  readonly trouble: FileTrouble;
  /** Lower case, no full stop. */
  readonly message: string;
}

/** Files above this many bytes are not read at all: a string of that length would stop everything else. */
export const LARGEST_FILE = 200_000_000;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** One read of a text file. A file that vanished is `undefined`; whatever else is wrong is said. */
export function readText(file: string): FileText | Unreadable | undefined {
  let bytes: Buffer;
  let stamp: FileStamp;
  try {
    const handle = openSync(file, 'r');
    try {
      const { mtimeMs, size } = fstatSync(handle);
      stamp = { mtimeMs, size };
      if (size > LARGEST_FILE)
        return { trouble: 'too-big', message: `${megabytes(size)} MB are too big to be read` };
      bytes = readWhole(handle, size);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { trouble: 'unreadable', message: `can't be read (${code ?? 'unknown error'})` };
  }
  if (looksBinary(bytes)) return { trouble: 'not-text', message: 'is no text' };
  let encoding: FileText['encoding'] = 'utf-8';
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    encoding = 'broken';
    text = lenient.decode(bytes);
  }
  const bom = text.charCodeAt(0) === 0xfeff;
  return { text: bom ? text.slice(1) : text, bom, stamp, encoding };
}

/** A file may shrink or grow between the two calls: what is there is taken. */
function readWhole(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(handle, bytes, filled, size - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** NUL bytes at the start, as Git tells; UTF-16 counts as binary too. */
const looksBinary = (bytes: Buffer): boolean => bytes.subarray(0, 8000).includes(0);

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

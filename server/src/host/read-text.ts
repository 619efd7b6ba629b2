import { readFileSync, statSync } from 'node:fs';
import type { FileTrouble } from '../rules/rule.ts';

export interface FileText {
  /** Without BOM. */
  readonly text: string;
  /** True when the file begins with a BOM, which a write has to put back. */
  readonly bom: boolean;
  /** Bytes that are no UTF-8 are replaced by U+FFFD in `text`, so it must not be written back. */
  readonly encoding: 'utf-8' | 'broken';
}

export interface Unreadable {
  readonly trouble: FileTrouble;
  /** Lower case, no full stop. */
  readonly message: string;
}

/** Files above this many UTF-16 units are not looked at: a string of that length would stop everything else. */
export const LONGEST_FILE = 200_000_000;

const strict = new TextDecoder('utf-8', { fatal: true });

/** One read of a text file. A file that vanished is `undefined`; whatever else is wrong is said. */
export function readText(file: string): FileText | Unreadable | undefined {
  let text: string;
  try {
    // The fastest way there is: one call that reads and decodes. What is no UTF-8 becomes U+FFFD.
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return failure(file, (error as NodeJS.ErrnoException).code);
  }
  if (text.length > LONGEST_FILE) return tooBig(text.length);
  if (text.slice(0, 8000).includes('\0')) return { trouble: 'not-text', message: 'the file is no text' };
  const bom = text.charCodeAt(0) === 0xfeff;
  const encoding = text.includes('\ufffd') && !isUtf8(file) ? 'broken' : 'utf-8';
  return { text: bom ? text.slice(1) : text, bom, encoding };
}

/** One read of a file that is no text. */
export function readBytes(file: string): { readonly bytes: Uint8Array } | Unreadable | undefined {
  try {
    return { bytes: readFileSync(file) };
  } catch (error) {
    return failure(file, (error as NodeJS.ErrnoException).code);
  }
}

function failure(file: string, code: string | undefined): Unreadable | undefined {
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE') return tooBig(statSync(file).size);
  return { trouble: 'unreadable', message: `the file can't be read (${code ?? 'unknown error'})` };
}

const tooBig = (size: number): Unreadable => ({
  trouble: 'too-big',
  message: `the file has ${Math.round(size / 1_000_000)} million characters and is not read`,
});

/** An author may write U+FFFD too. */
function isUtf8(file: string): boolean {
  try {
    strict.decode(readFileSync(file));
    return true;
  } catch {
    return false;
  }
}

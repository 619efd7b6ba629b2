import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileEdit } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { WikiHost } from './wiki-host.ts';
import { replaceFile } from './write-file.ts';

/** What became of edits to files on the disk. */
export interface WrittenEdits {
  /** Wiki paths of the files that were written. */
  readonly written: readonly string[];
  /** Wiki paths of the others, with the reason in a few words. */
  readonly left: ReadonlyMap<string, string>;
}

/**
 * Writes edits, worked out from the facts that the host has, to the files. A file that is another by now is left alone,
 * as is one that holds bytes which could not be read; of a file all edits are written, or none. The host is not told:
 * call `filesChanged` with what was written.
 */
export function writeEdits(host: WikiHost, edits: readonly FileEdit[]): WrittenEdits {
  const written: string[] = [];
  const left = new Map<string, string>();
  for (const [path, own] of byPath(edits)) {
    const reason = writeFile(host, path, own);
    if (reason === undefined) written.push(path);
    else left.set(path, reason);
  }
  return { written, left };
}

function byPath(edits: readonly FileEdit[]): ReadonlyMap<string, readonly FileEdit[]> {
  const found = new Map<string, FileEdit[]>();
  for (const edit of edits) found.set(edit.path, [...(found.get(edit.path) ?? []), edit]);
  return found;
}

/** Returns why the file was left alone, or undefined when it is written. */
function writeFile(host: WikiHost, path: string, edits: readonly FileEdit[]): string | undefined {
  const file = `${host.root}/${path}`;
  try {
    const created = edits.find(edit => 'create' in edit);
    if (created) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, created.create, { flag: 'wx' });
      return undefined;
    }
    if (!host.pageFiles.isWritable(path)) return 'it is not wholly UTF-8';
    const text = textOf(host, path);
    if (text === undefined) return 'it has changed meanwhile';
    const after = applyEdits(text, edits as readonly TextEdit[]);
    replaceFile(file, host.pageFiles.hasBom(path) ? `\ufeff${after}` : after);
    return undefined;
  } catch (error) {
    return `it can't be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
}

const textOf = (host: WikiHost, path: string): string | undefined =>
  host.schemaFile?.path === path ? host.schemaFile.text : host.wiki.sources.textOf(path);

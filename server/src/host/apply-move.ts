import { readFileSync, renameSync } from 'node:fs';
import type { PageEdits } from '../wiki/moves/edits-by-page.ts';
import type { Move } from '../wiki/moves/moves.ts';
import { UserError } from './user-error.ts';
import type { WikiHost } from './wiki-host.ts';
import { writeEdits } from './write-edits.ts';
import { replaceFile } from './write-file.ts';

/**
 * Moves a file or folder on the disk and edits the pages that speak of it: all of it, or, where something can't be written,
 * nothing. Throws a `UserError` that says what stood in the way.
 */
export function applyMove(host: WikiHost, { from, to }: Move, { edits }: PageEdits): void {
  const fileAt = (path: string) => `${host.root}/${path}`;
  const before = new Map([...edits.keys()].map(path => [path, readFileSync(fileAt(path), 'utf8')] as const));
  const { written, left } = writeEdits(host, [...edits.values()].flat());
  const takeBack = () => {
    for (const path of written) replaceFile(fileAt(path), before.get(path)!);
  };
  for (const [path, reason] of left) {
    takeBack();
    throw new UserError(`"${path}" would have to change, but ${reason}`, 'nothing was changed');
  }
  try {
    renameSync(fileAt(from), fileAt(to));
  } catch (error) {
    takeBack();
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError(`"${from}" can't be moved (${reason})`, 'nothing was changed');
  }
}

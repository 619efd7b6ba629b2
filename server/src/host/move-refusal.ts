import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs';
import type { Move } from '../wiki/moves/moves.ts';
import { folderOf, isOutside } from '../wiki/path.ts';
import type { WikiHost } from './wiki-host.ts';

/** Why a file or folder of a wiki can't be moved, as a clause without a full stop; undefined where it can. */
export function moveRefusal(host: WikiHost, { from, to }: Move): string | undefined {
  const at = (path: string) => `${host.root}/${path}`;
  const source = statOf(at(from));
  if (!source) return `"${from}" does not exist`;
  if (isOutside(to)) return `"${to}" is not in the wiki`;
  if (to.startsWith(`${from}/`)) return `"${from}" can't go into itself`;
  const target = statOf(at(to));
  // On a disk that does not tell upper from lower case, it may be the same file.
  if (target && !(target.ino === source.ino && from.toLowerCase() === to.toLowerCase()))
    return `"${to}" exists already`;
  const folder = folderOf(to);
  if (!statOf(at(folder))?.isDirectory()) return `there is no folder "${folder}"`;
  const unsaved = [...host.openPaths()].find(
    path => (path === from || path.startsWith(`${from}/`)) && host.isUnsaved(path),
  );
  if (unsaved !== undefined) return `"${unsaved}" has changes that are not saved`;
  return isReadOnlyFile(at(from)) ? `"${from}" is read-only` : undefined;
}

/** Why these pages can't be edited; undefined where all of them can. */
export function editRefusal(host: WikiHost, paths: Iterable<string>): string | undefined {
  for (const path of paths) {
    if (!host.pageFiles.isWritable(path)) return `"${path}" would have to change, and is not wholly UTF-8`;
    if (isReadOnlyFile(`${host.root}/${path}`)) return `"${path}" would have to change, and is read-only`;
  }
  return undefined;
}

/** Root may write to any file, but one without any write bit is meant to stay as it is. */
function isReadOnlyFile(file: string): boolean {
  const stats = statOf(file);
  if (!stats) return false;
  if ((stats.mode & 0o222) === 0) return true;
  try {
    accessSync(file, constants.W_OK);
    return false;
  } catch {
    return existsSync(file);
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

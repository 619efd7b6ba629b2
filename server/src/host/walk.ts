import { type Dirent, readdirSync, statSync } from 'node:fs';
import type { GitIgnore } from './git-ignore.ts';

/** What one walk over a folder found. Paths are relative to the wiki's root, with `/`. */
export interface WalkResult {
  readonly files: readonly string[];
  /** Symbolic links: they are there to link to, but what they lead to is not read, so no loop and no page twice. */
  readonly symlinks: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly code: string }[];
}

/** Files under `start` (the root: an empty path) that Git does not ignore; one step for each folder. */
export function* walk(root: string, ignored: GitIgnore, start = ''): Generator<number, WalkResult, void> {
  const files: string[] = [];
  const symlinks: string[] = [];
  const unreadable: { path: string; code: string }[] = [];
  const folders = [start];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      if (code !== 'ENOENT') unreadable.push({ path: folder, code });
      continue;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (ignored.ignoresEntry(path, isFolder ? 'folder' : 'file')) continue;
      if (isFolder) folders.push(path);
      else if (entry.isFile()) files.push(path);
      else if (entry.isSymbolicLink()) symlinks.push(path);
    }
    yield files.length;
  }
  return { files: files.sort(), symlinks, unreadable };
}

/** The folders right in a folder that Git does not ignore; none where there is no such folder. */
export function foldersIn(root: string, ignored: GitIgnore, path: string): readonly string[] {
  if (ignored.ignoresFile(path)) return [];
  let entries: Dirent[];
  try {
    entries = readdirSync(`${root}/${path}`, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => `${path}/${entry.name}`)
    .filter(folder => !ignored.ignoresEntry(folder, 'folder'));
}

/** A symbolic link to a file counts as one. */
export function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

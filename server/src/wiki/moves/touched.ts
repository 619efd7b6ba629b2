import { folderOf, isIndexPath, stem } from '../path.ts';
import type { Moves } from './moves.ts';

/** Tells quickly what in a page that stays can't be concerned by moves, since most of its links are not. */
export interface Touched {
  /** False only for a path, as a destination says it, that leads to the same before and after. */
  path(path: string): boolean;
  /** False only for a page path in prose that does. */
  name(path: string): boolean;
}

/** `files` are those that move. */
export function touchedBy(moves: Moves, files: readonly string[]): Touched {
  const ends = [...moves.all, ...files.map(from => ({ from, to: moves.newPath(from) }))].flatMap(
    ({ from, to }) => [from, to],
  );
  const paths = new Set(ends.flatMap(saidAs));
  const names = new Set(ends.map(path => stem(path).toLowerCase()));
  const known = new Set(files);
  const hasFolders = moves.all.some(({ from }) => !known.has(from));
  return {
    path: path => {
      const bare = path.endsWith('/') ? path.replace(/\/+$/, '') : path;
      return paths.has(bare.toLowerCase()) || (hasFolders && moves.leaves(bare));
    },
    name: path => names.has(stem(`${path.replace(/\.md$/, '')}.md`).toLowerCase()),
  };
}

/** A file by itself, with its ending left out, or by its folder. */
function saidAs(path: string): readonly string[] {
  const lower = path.toLowerCase();
  const bare = lower.endsWith('.md') ? [lower.slice(0, -'.md'.length)] : [];
  return [lower, ...bare, ...(isIndexPath(path) ? [folderOf(lower)] : [])];
}

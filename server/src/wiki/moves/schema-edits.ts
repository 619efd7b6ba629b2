import { folderOfGlob } from '../schema/glob.ts';
import { globsOf, type WrittenGlob } from '../schema/globs-of.ts';
import type { Moves } from './moves.ts';
import type { PathEdit } from './path-edit.ts';
import { isOneLine, yamlScalarLike } from './yaml-scalar.ts';

/** The text of the configuration, and its wiki path. */
export interface SchemaText {
  readonly path: string;
  readonly text: string;
}

/** The edits by which the configuration goes on to mean the files that it names, and those in the folders that it names. */
export function* schemaEdits({ path, text }: SchemaText, moves: Moves): Iterable<PathEdit> {
  if (path.startsWith('../')) return;
  for (const written of globsOf(text)) {
    const glob = movedGlob(written, moves);
    const { start, end } = written.span;
    const raw = text.slice(start, end);
    if (glob !== undefined && isOneLine(raw))
      yield { path, span: { start, end }, newText: yamlScalarLike(raw, glob) };
  }
}

/** A glob whose file, or whose folders before the first wildcard, move; undefined for any other. */
function movedGlob({ glob }: WrittenGlob, moves: Moves): string | undefined {
  const prefix = /^(?:\.?\/)*/.exec(glob)![0];
  const bare = glob.slice(prefix.length);
  const fixed = /[*?{[]/.test(bare) ? folderOfGlob(bare) : bare.replace(/\/+$/, '');
  if (fixed === undefined || fixed === '' || !moves.leaves(fixed)) return undefined;
  const to = moves.newPath(fixed);
  return to.startsWith('../') ? undefined : prefix + to + bare.slice(fixed.length);
}

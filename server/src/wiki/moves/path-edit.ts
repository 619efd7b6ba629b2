import type { TextEdit } from '../../text/edit.ts';

/** A text edit in a file of the wiki. */
export interface PathEdit extends TextEdit {
  readonly path: string;
}

/** Edits in source order, of which none touches another; where two do, the first stays. */
export function withoutOverlaps(edits: readonly PathEdit[]): readonly PathEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: PathEdit[] = [];
  for (const edit of ordered) if (edit.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(edit);
  return kept;
}

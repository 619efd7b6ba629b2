import type { Page } from '../page.ts';
import type { Wiki } from '../wiki.ts';
import { type PathEdit, withoutOverlaps } from './path-edit.ts';

export interface PageEdits {
  /** By the path that a file has now, in source order. */
  readonly edits: ReadonlyMap<string, readonly PathEdit[]>;
  /** Pages that have changed since they were read, and have to be read again first; they have no edits. */
  readonly stale: readonly string[];
}

/** What `editsOf` makes of each page, with the text that its facts are of. Pages with conflict markers are left alone. */
export function editsByPage(
  wiki: Wiki,
  paths: Iterable<string>,
  editsOf: (page: Page, text: string) => Iterable<PathEdit>,
): PageEdits {
  const edits = new Map<string, readonly PathEdit[]>();
  const stale: string[] = [];
  for (const path of paths) {
    const page = wiki.pages.get(path);
    if (!page || page.facts.mergeConflict) continue;
    const text = wiki.sources.textOf(path);
    if (text === undefined) {
      stale.push(path);
      continue;
    }
    const found = withoutOverlaps([...editsOf(page, text)]);
    if (found.length > 0) edits.set(path, found);
  }
  return { edits, stale };
}

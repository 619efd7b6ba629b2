import { readDestination } from '../wiki/destination.ts';
import { pathOf } from '../wiki/moves/link-edits.ts';
import type { Move } from '../wiki/moves/moves.ts';
import { retargetEdits } from '../wiki/moves/retarget-edits.ts';
import type { Page } from '../wiki/page.ts';
import { resolve } from '../wiki/resolve.ts';
import { writtenDestinations } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Fix, Problem } from './rule.ts';

/**
 * Fixes for a broken link by a move that was seen: all links to the file that is not at `path` any more, and all links of
 * this page that counted from where it was before.
 */
export function* retargetMovedFixes(wiki: Wiki, page: Page, { span }: Problem, path: string): Iterable<Fix> {
  const to = wiki.seenMoves.to(path) ?? wiki.seenMoves.to(`${path}.md`);
  if (to !== undefined && wiki.files.hasFile(to)) {
    const from = wiki.seenMoves.to(path) === to ? path : `${path}.md`;
    yield* fixFor(wiki, { from, to }, links => `Retarget ${links} to "${to}", where it moved`);
    return;
  }
  const came = wiki.seenMoves.from(page.path);
  const written = [...writtenDestinations(wiki, page)].find(({ pathSpan }) => pathSpan.start === span.start);
  if (came === undefined || !written) return;
  // Only a link that led somewhere from there was broken by the move.
  const meant = readDestination(came, written.place.destination);
  if (pathOf(resolve(wiki, meant)) === undefined && !(meant.kind === 'path' && wiki.seenMoves.to(meant.path)))
    return;
  yield* fixFor(
    wiki,
    { from: came, to: page.path },
    links => `Retarget ${links} of this page, which was "${came}"`,
  );
}

function* fixFor(wiki: Wiki, move: Move, title: (links: string) => string): Iterable<Fix> {
  const edits = [...retargetEdits(wiki, [move]).edits.values()].flat();
  if (edits.length === 0) return;
  const links = edits.length === 1 ? '1 link' : `${edits.length} links`;
  yield { title: title(links), preferred: true, safe: false, edits };
}

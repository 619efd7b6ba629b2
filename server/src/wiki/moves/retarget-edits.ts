import { type Destination, readDestination } from '../destination.ts';
import type { Page } from '../page.ts';
import { folderOf, isIndexPath, resolvePath, stem } from '../path.ts';
import { pageNamed, resolve } from '../resolve.ts';
import { isReadOnly } from '../schema/page-type.ts';
import { writtenDestinations } from '../targets.ts';
import type { Wiki } from '../wiki.ts';
import { editsByPage, type PageEdits } from './edits-by-page.ts';
import { destinationLike, pathOf } from './link-edits.ts';
import type { Move } from './moves.ts';
import { waysToName } from './name-edits.ts';
import type { PathEdit } from './path-edit.ts';
import { writtenLike } from './written-path.ts';
import { isOneLine, yamlScalarLike } from './yaml-scalar.ts';

/**
 * The edits that mend links after files have moved already: those that lead to where a file was, and those of a page that
 * counted from where the page was. What leads somewhere is left alone, and so are pages that are read-only.
 */
export function retargetEdits(wiki: Wiki, moves: readonly Move[]): PageEdits {
  const concerned = new Set(
    moves.flatMap(({ from, to }) => [to, ...wiki.linkersOf(from), ...wiki.namersOf(stem(from))]),
  );
  const writable = [...concerned].filter(path => !isReadOnly(wiki.schema, path));
  return editsByPage(wiki, writable, function* (page, text) {
    const came = moves.find(({ to }) => to === page.path)?.from;
    yield* linkEdits(wiki, page, text, moves, came);
    yield* fieldEdits(wiki, page, text, moves, came);
  });
}

function* linkEdits(
  wiki: Wiki,
  page: Page,
  text: string,
  moves: readonly Move[],
  came: string | undefined,
): Iterable<PathEdit> {
  for (const { place, target, destination, pathSpan } of writtenDestinations(wiki, page)) {
    if ((target.kind !== 'missing' && target.kind !== 'outside') || pathSpan.start === pathSpan.end) continue;
    const read = came === undefined ? destination : readDestination(came, place.destination);
    const meant = meantBy(wiki, read, moves) ?? meantBy(wiki, destination, moves);
    if (!meant) continue;
    const leadsThere = (written: string) =>
      pathOf(resolve(wiki, readDestination(page.path, written))) === meant.to;
    const newText = destinationLike(text, { pathSpan, destination: read }, page.path, meant, leadsThere);
    if (newText !== undefined) yield { path: page.path, span: pathSpan, newText };
  }
}

/** The file that a destination led to, and where it is now; undefined where nobody knows. */
function meantBy(wiki: Wiki, destination: Destination, moves: readonly Move[]): Move | undefined {
  if (destination.kind !== 'path') return undefined;
  const there = pathOf(resolve(wiki, destination));
  if (there !== undefined) return { from: there, to: there };
  const path = destination.path.replace(/\/+$/, '');
  return moves.find(
    ({ from }) => from === path || from === `${path}.md` || (isIndexPath(from) && folderOf(from) === path),
  );
}

/** Fields that name pages, and `tables:`. */
function* fieldEdits(
  wiki: Wiki,
  page: Page,
  text: string,
  moves: readonly Move[],
  came: string | undefined,
): Iterable<PathEdit> {
  const replaced = function* (span: PathEdit['span'], value: string): Iterable<PathEdit> {
    const raw = text.slice(span.start, span.end);
    if (isOneLine(raw)) yield { path: page.path, span, newText: yamlScalarLike(raw, value) };
  };
  for (const name of page.names) {
    if (pageNamed(wiki, page.path, name.name, name.type)) continue;
    const said = stem(name.name.endsWith('.md') ? name.name : `${name.name}.md`);
    const move = moves.find(({ from }) => stem(from) === said);
    const way =
      move &&
      waysToName(name, move.from, move.to, page.path).find(
        written => pageNamed(wiki, page.path, written, name.type)?.path === move.to,
      );
    if (way !== undefined) yield* replaced(name.span, way);
  }
  for (const { path, written, span } of page.tables) {
    if (wiki.files.hasFile(path)) continue;
    const from = came === undefined ? path : resolvePath(folderOf(came), written);
    const to = wiki.files.hasFile(from) ? from : moves.find(move => move.from === from)?.to;
    const style = { raw: written, query: '', encoding: 'plain' } as const;
    if (to !== undefined) yield* replaced(span, writtenLike(style, 'exact', folderOf(page.path), to)[0]!);
  }
}

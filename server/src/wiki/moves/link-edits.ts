import type { Span } from '../../text/span.ts';
import { readDestination } from '../destination.ts';
import type { Page } from '../page.ts';
import { folderOf } from '../path.ts';
import { type Lookup, resolve, type Target } from '../resolve.ts';
import { type WrittenDestination, writtenDestinations } from '../targets.ts';
import type { Wiki } from '../wiki.ts';
import type { Move, Moves } from './moves.ts';
import type { PathEdit } from './path-edit.ts';
import { formOf, type WrittenPath, writtenLike } from './written-path.ts';

/**
 * The edits that keep the destinations of a page (links, images, definitions) on their targets. What still leads there
 * after the moves stays as it is.
 */
export function* linkEdits(
  wiki: Wiki,
  after: Lookup,
  moves: Moves,
  page: Page,
  text: string,
  isTouched: (path: string) => boolean,
): Iterable<PathEdit> {
  const to = moves.newPath(page.path);
  for (const written of writtenDestinations(wiki, page)) {
    const { destination } = written;
    if (destination.kind === 'path' && !isTouched(destination.path)) continue;
    const wanted = wantedTarget(written, moves, page);
    if (wanted === undefined) continue;
    const leadsThere = (destination: string) => landing(after, to, destination, wanted) === wanted.to;
    if (leadsThere(written.place.destination)) continue;
    const newText = destinationLike(text, written, to, wanted, leadsThere);
    if (newText !== undefined) yield { path: page.path, span: written.pathSpan, newText };
  }
}

/**
 * A destination that leads to `target.to` from the page at `from`, in the style of the one that led to `target.from`;
 * undefined where it stands there already.
 */
export function destinationLike(
  text: string,
  { pathSpan, destination }: Pick<WrittenDestination, 'pathSpan' | 'destination'>,
  from: string,
  target: Move,
  leadsThere: (destination: string) => boolean,
): string | undefined {
  const old = writtenPath(text, pathSpan);
  const form = destination.kind === 'path' ? formOf(destination.path, target.from) : 'exact';
  const ways = writtenLike(old, form, folderOf(from), target.to);
  const way = ways.find(leadsThere) ?? ways.at(-1)!;
  return way === old.raw + old.query ? undefined : way;
}

interface Wanted extends Move {
  /** Whether something is there; else only the path counts. */
  readonly there: boolean;
}

/** What a destination leads to, now and after the moves; undefined where there is nothing to keep. */
function wantedTarget(
  { destination, target, pathSpan }: WrittenDestination,
  moves: Moves,
  page: Page,
): Wanted | undefined {
  if (destination.kind === 'url' || destination.kind === 'empty' || pathSpan.start === pathSpan.end)
    return undefined;
  const there = pathOf(target);
  if (there !== undefined) return { from: there, to: moves.newPath(there), there: true };
  if (target.kind !== 'missing' && target.kind !== 'outside') return undefined;
  // Written in the wrong case, but this file is meant.
  const meant = target.kind === 'missing' ? target.otherCase : undefined;
  if (meant !== undefined && moves.leaves(meant))
    return { from: meant, to: moves.newPath(meant), there: true };
  // A link that leads nowhere goes on to say where, also from a page that moves.
  if (!moves.leaves(page.path) && !moves.leaves(target.path)) return undefined;
  return { from: target.path, to: moves.newPath(target.path), there: false };
}

/** Where a destination in the page at `from` ends up. */
function landing(after: Lookup, from: string, destination: string, wanted: Wanted): string | undefined {
  const read = readDestination(from, destination);
  if (read.kind !== 'path' && read.kind !== 'outside') return undefined;
  const path = read.path.replace(/\/+$/, '');
  // A folder stays itself where a page comes that answers for it.
  const isItself = !wanted.there || path === wanted.to || read.kind === 'outside';
  return isItself ? path : pathOf(resolve(after, read));
}

/** The path of what is there; undefined where nothing is. */
export function pathOf(target: Target): string | undefined {
  if (target.kind === 'page') return target.page.path;
  return target.kind === 'file' ? target.path : undefined;
}

function writtenPath(text: string, { start, end }: Span): WrittenPath {
  const written = text.slice(start, end);
  const question = written.indexOf('?');
  const raw = question < 0 ? written : written.slice(0, question);
  return { raw, query: written.slice(raw.length), encoding: encodingBehind(text[start - 1]) };
}

/** What a destination is written in, told by the character before it. */
function encodingBehind(before: string | undefined): WrittenPath['encoding'] {
  if (before === '<') return 'angle';
  return before === '"' || before === "'" || before === '=' ? 'attribute' : 'bare';
}

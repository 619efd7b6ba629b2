import type { Page } from '../page.ts';
import { folderOf, stem } from '../path.ts';
import { targetsOf } from '../targets.ts';
import type { Wiki } from '../wiki.ts';
import { AfterMoves } from './after-moves.ts';
import { editsByPage, type PageEdits } from './edits-by-page.ts';
import { linkEdits } from './link-edits.ts';
import { type Move, Moves } from './moves.ts';
import { nameEdits } from './name-edits.ts';
import type { PathEdit } from './path-edit.ts';
import { type SchemaText, schemaEdits } from './schema-edits.ts';
import { linkTextEdit } from './title-edits.ts';
import { type Touched, touchedBy } from './touched.ts';

export interface MoveOptions {
  /** Pages whose own links are left to somebody else when they come into another folder. */
  readonly leavesOwnLinks?: (path: string) => boolean;
  /** The wiki's configuration, which may name what moves. */
  readonly schemaFile?: SchemaText | undefined;
}

/**
 * The edits that keep every link, field and page path where it leads when files and folders move. Nothing is moved here.
 * All pages are edited as they are before the moves.
 */
export function moveEdits(
  wiki: Wiki,
  list: readonly Move[],
  { leavesOwnLinks, schemaFile }: MoveOptions = {},
): PageEdits {
  const moves = new Moves(list);
  const files = movedFiles(wiki, moves);
  const after = new AfterMoves(wiki, moves, files);
  const touched = touchedBy(moves, files);
  const { edits, stale } = editsByPage(wiki, concerned(wiki, moves, files), function* (page, text) {
    const { path } = page;
    const left = folderOf(moves.newPath(path)) !== folderOf(path) && leavesOwnLinks?.(path);
    // In a page that moves everything may be read in another way.
    const isTouched = moves.leaves(path) ? EVERYTHING : touched;
    if (!left) yield* linkEdits(wiki, after, moves, page, text, isTouched.path);
    yield* nameEdits(wiki, after, moves, page, text, isTouched.name);
    yield* followedTitles(wiki, after, moves, page, text);
  });
  const inSchema = schemaFile ? [...schemaEdits(schemaFile, moves)] : [];
  return inSchema.length > 0
    ? { edits: new Map([...edits, [schemaFile!.path, inSchema]]), stale }
    : { edits, stale };
}

const EVERYTHING: Touched = { path: () => true, name: () => true };

/** The files of the wiki that go along. */
export function movedFiles(wiki: Wiki, moves: Moves): readonly string[] {
  return moveFolders(wiki, moves)
    ? [...wiki.files].filter(path => moves.leaves(path))
    : moves.all.map(({ from }) => from);
}

/** What is no file may be a folder that the index leaves out, with files that pages link to. */
const moveFolders = (wiki: Wiki, moves: Moves): boolean =>
  moves.all.some(({ from }) => !wiki.files.hasFile(from));

/** Pages that may have to be edited. */
function concerned(wiki: Wiki, moves: Moves, files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>(files.filter(path => wiki.pages.has(path)));
  const add = (paths: Iterable<string>) => {
    for (const path of paths) found.add(path);
  };
  for (const { from, to } of moves.all) {
    add(wiki.linkersOf(from));
    // What comes may take the place of what a link led to.
    add(wiki.linkersOf(to));
  }
  for (const path of files) {
    const to = moves.newPath(path);
    for (const each of [path, to]) {
      add(wiki.linkersOf(each));
      add(wiki.namersOf(stem(each)));
    }
    // Of several pages with one title the first path is meant.
    const page = wiki.pages.get(path);
    for (const name of page ? [page.title, ...page.aliases] : []) add(wiki.namersOf(name));
  }
  // Links into a folder whose target is not there go along too.
  if (moveFolders(wiki, moves)) {
    for (const page of wiki.pages.values()) if (speaksOf(page, moves)) found.add(page.path);
  }
  return found;
}

const speaksOf = (page: Page, moves: Moves): boolean =>
  page.destinations.some(to => to.kind === 'path' && moves.leaves(to.path.replace(/\/+$/, ''))) ||
  page.tables.some(({ path }) => moves.leaves(path));

/** Link texts that were the title of a page whose title is its file name. */
function* followedTitles(
  wiki: Wiki,
  after: AfterMoves,
  moves: Moves,
  page: Page,
  text: string,
): Iterable<PathEdit> {
  for (const { link, target } of targetsOf(wiki, page)) {
    if (target.kind !== 'page' || !moves.leaves(target.page.path)) continue;
    const now = after.pages.get(moves.newPath(target.page.path))?.title;
    if (now !== undefined) yield* linkTextEdit(page.path, text, link, target.page.title, now);
  }
}

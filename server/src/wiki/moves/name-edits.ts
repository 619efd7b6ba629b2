import { pagePathsIn } from '../../markdown/prose-scan.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../page.ts';
import type { PageName } from '../page-names.ts';
import { folderOf, relativePath, resolvePath, stem } from '../path.ts';
import { type Lookup, pageNamed, pageOfPath } from '../resolve.ts';
import type { Wiki } from '../wiki.ts';
import type { Moves } from './moves.ts';
import type { PathEdit } from './path-edit.ts';
import { writtenLike } from './written-path.ts';
import { isOneLine, yamlScalarLike } from './yaml-scalar.ts';

/** The edits that keep what a page names beside its links: fields that name pages, `tables:`, page paths in prose. */
export function* nameEdits(
  wiki: Wiki,
  after: Lookup,
  moves: Moves,
  page: Page,
  text: string,
  isTouched: (path: string) => boolean,
): Iterable<PathEdit> {
  const to = moves.newPath(page.path);
  for (const name of page.names) {
    const target = pageNamed(wiki, page.path, name.name, name.type);
    if (!target) continue;
    const there = moves.newPath(target.path);
    const leadsThere = (written: string) => pageNamed(after, to, written, name.type)?.path === there;
    if (leadsThere(name.name) && !saysOldFileName(name, target, there)) continue;
    const way = waysToName(name, target.path, there, to).find(leadsThere);
    if (way !== undefined) yield* inYaml(page.path, text, name.span, way);
  }
  for (const { path, written, span } of page.tables) {
    if (wiki.schema.tables.some(({ name }) => name === written)) continue;
    const there = moves.newPath(path);
    if (resolvePath(folderOf(to), written) === there) continue;
    const style = { raw: written, query: '', encoding: 'plain' } as const;
    yield* inYaml(page.path, text, span, writtenLike(style, 'exact', folderOf(to), there)[0]!);
  }
  for (const { path, span } of page.facts.pagePaths) {
    if (!isTouched(path)) continue;
    const target = pageOfPath(wiki, page.path, path);
    const there = target && moves.newPath(target.path);
    if (there === undefined || pageOfPath(after, to, path)?.path === there) continue;
    const way = waysToSayPath(path, target!.path, there, page.path, to).find(
      written => isPagePath(written) && pageOfPath(after, to, written)?.path === there,
    );
    if (way !== undefined) yield { path: page.path, span, newText: way };
  }
}

/** True for a name that is the file name the page had, and neither its title nor an alias, which it keeps. */
export function saysOldFileName({ name }: PageName, target: Page, newPath: string): boolean {
  const bare = name.replace(/\.md$/, '');
  const isFileName = bare === stem(target.path) && bare !== stem(newPath);
  return isFileName && bare !== target.title && !target.aliases.includes(bare);
}

/** How a field may name the page that is now at `there`, best first: as before, by file name, by path. */
export function waysToName({ name }: PageName, was: string, there: string, from: string): readonly string[] {
  const ending = name.endsWith('.md') ? '.md' : '';
  const byFileName = stem(there) + ending;
  const byPath = waysToSayPath(name.includes('/') ? name : was + ending, was, there, from, from);
  return name.includes('/') ? [...byPath, byFileName] : [byFileName, ...byPath];
}

/** Paths that lead from the file at `to` to the page at `there`, as `written` led from `from`; best first. */
function waysToSayPath(
  written: string,
  was: string,
  there: string,
  from: string,
  to: string,
): readonly string[] {
  const bare = !written.endsWith('.md') && there.endsWith('.md');
  const path = bare ? there.slice(0, -'.md'.length) : there;
  if (written.startsWith('.') || written.startsWith('/')) {
    const style = { raw: written, query: '', encoding: 'plain' } as const;
    return writtenLike(style, 'exact', folderOf(to), path);
  }
  const isAnchor = (folder: string) => {
    const read = resolvePath(folder, written);
    return read === was || `${read}.md` === was;
  };
  const anchor = foldersAbove(from).find(isAnchor);
  const folders = foldersAbove(to).filter(folder => folder === '' || path.startsWith(`${folder}/`));
  // The folder that it counted from before, then the nearest.
  const ordered = [...folders].sort((a, b) => Number(b === anchor) - Number(a === anchor));
  const ways = [...ordered.map(folder => relativePath(folder, path)), relativePath(folderOf(to), path)];
  // Without a slash it would be a name.
  return ways.map(way => (way.includes('/') ? way : `./${way}`));
}

function foldersAbove(path: string): readonly string[] {
  const folders = [folderOf(path)];
  while (folders.at(-1) !== '') folders.push(folderOf(folders.at(-1)!));
  return folders;
}

/** Whether a text in prose is read as a page path as a whole. */
function isPagePath(text: string): boolean {
  const found = pagePathsIn(text, 0, -1)[0];
  const looksLikeEmphasis = /(?:^|\/)_.*_(?:\/|$)/.test(text);
  return found?.path === text && !looksLikeEmphasis;
}

function* inYaml(path: string, text: string, span: Span, value: string): Iterable<PathEdit> {
  const raw = text.slice(span.start, span.end);
  const newText = yamlScalarLike(raw, value);
  if (isOneLine(raw) && newText !== raw) yield { path, span, newText };
}

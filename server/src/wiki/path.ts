/*
 * Wiki paths: relative to the wiki's root, `/` as separator, no leading `./`. The root itself is the empty path.
 * A path that begins with `../` lies outside of the wiki.
 */

/** The folder of a path; empty for a file in the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The file name without its ending: `a/b.c.md` gives `b.c`. */
export function stem(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The ending in lower case with its dot, or an empty string. */
export function extension(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** `path` seen from `folder`, with `.` and `..` worked out. A leading `/` in `path` counts from the root. */
export function resolvePath(folder: string, path: string): string {
  if (path.startsWith('/')) return normalize(path.slice(1));
  return normalize(folder === '' ? path : `${folder}/${path}`);
}

function normalize(path: string): string {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** How a file in `folder` writes the way to `path`: `../concepts/x.md`, `x.md`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

export const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');

const MARKDOWN = new Set(['.md', '.markdown', '.mdown', '.mkd']);
const TABLE = new Set(['.csv', '.tsv', '.json', '.parquet']);

export const isMarkdownPath = (path: string): boolean => MARKDOWN.has(extension(path));

/** True for a file that may hold a data table. */
export const isTablePath = (path: string): boolean => TABLE.has(extension(path));

/** Names under which a folder's own page may stand, in the order in which they are looked for. */
export const INDEX_NAMES = ['_index.md', 'index.md', 'README.md', 'readme.md'] as const;

export const isIndexPath = (path: string): boolean =>
  (INDEX_NAMES as readonly string[]).includes(baseName(path));

/**
 * The same for all spellings of a path that may mean one page: with or without `.md`, a folder or its index page,
 * upper or lower case. Who links to a page is kept under this key, so that a page which comes, goes or changes
 * its case concerns everybody who may mean it.
 */
export function pathKey(path: string): string {
  const lower = path.toLowerCase().replace(/\/+$/, '');
  const bare = lower.endsWith('.md') ? lower.slice(0, -3) : lower;
  const folder = /^(?:(.*)\/)?(?:_index|index|readme)$/.exec(bare);
  return folder ? (folder[1] ?? '') : bare;
}

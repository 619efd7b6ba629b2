import { decode, encodePath } from '../destination.ts';
import { folderOf, isIndexPath, relativePath } from '../path.ts';

/** How an author wrote a path: what a new one in its place keeps. */
export interface WrittenPath {
  /** As it stands in the page, without query and fragment. */
  readonly raw: string;
  /** What follows it, from the `?` on; mostly empty. */
  readonly query: string;
  /** Percent-encoded in a bare destination, within `<…>` or in an HTML attribute; not at all (`plain`) in YAML and prose. */
  readonly encoding: 'bare' | 'angle' | 'attribute' | 'plain';
}

/** How a path names its target: as it is, with `.md` left out, by the folder whose index page it is, or as a folder. */
export type Form = 'exact' | 'bare' | 'index' | 'folder';

/** The form of a path that was read as `read` and led to `target`. */
export function formOf(read: string, target: string): Form {
  const bare = read.replace(/\/+$/, '');
  if (`${bare}.md` === target) return 'bare';
  if (bare !== target && isIndexPath(target) && folderOf(target) === bare) return 'index';
  return bare === read ? 'exact' : 'folder';
}

/**
 * Ways to write `target` in a file in `folder`, best first: in the style of the old path where that can be, and the
 * whole relative path as the last resort.
 */
export function writtenLike(old: WrittenPath, form: Form, folder: string, target: string): readonly string[] {
  const decoded = old.encoding === 'plain' ? old.raw : decode(old.raw);
  const write = (path: string, isFolder = false) => {
    const way = placed(decoded, folder, path);
    const slash = isFolder && decoded.endsWith('/') && !way.endsWith('/') ? '/' : '';
    return encoded(old, way + slash) + old.query;
  };
  if (form === 'folder') return [write(target, true)];
  const exact = write(target);
  if (form === 'index' && isIndexPath(target)) return [write(folderOf(target), true), exact];
  if (form === 'bare' && target.endsWith('.md')) return [write(target.slice(0, -'.md'.length)), exact];
  return [exact];
}

/** Seen from the root where the old path was, from the folder otherwise; with `./` before it where the old one had it. */
function placed(old: string, folder: string, path: string): string {
  if (old.startsWith('/')) return `/${path}`;
  const relative = relativePath(folder, path).replace(/\/$/, '') || '.';
  const looksLikeScheme = /^[a-z][a-z0-9+.-]*:/i.test(relative);
  return looksLikeScheme || (old.startsWith('./') && !relative.startsWith('../'))
    ? `./${relative}`
    : relative;
}

/** Parts that the old path had too stay as they were written; the others are encoded as far as it is needed. */
function encoded({ raw, encoding }: WrittenPath, path: string): string {
  if (encoding === 'plain') return path;
  // A backslash or an entity means that the parts are not what they look like.
  const known = /[\\&]/.test(raw) ? new Map() : new Map(raw.split('/').map(part => [decode(part), part]));
  const encodesLetters = /%[89a-f][0-9a-f]/i.test(raw);
  return path
    .split('/')
    .map(part => known.get(part) ?? encodedPart(part, encoding, encodesLetters))
    .join('/');
}

function encodedPart(part: string, encoding: WrittenPath['encoding'], encodesLetters: boolean): string {
  let url = encodePath(part);
  if (encoding === 'angle') url = url.replace(/%20|%28|%29/g, decode);
  if (encoding === 'attribute') url = url.replaceAll("'", '%27');
  return encodesLetters ? url.replace(/[^\0-\x7f\ud800-\udfff]+/gu, encodeURIComponent) : url;
}

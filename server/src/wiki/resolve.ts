import type { Destination } from './destination.ts';
import { anchorsOf, type Page } from './page.ts';
import { folderOf, INDEX_NAMES, isMarkdownPath, resolvePath } from './path.ts';

/** What links are resolved against: a wiki as it is, or as it would be after a move. */
export interface Lookup {
  readonly pages: { get(path: string): Page | undefined };
  readonly files: {
    hasFile(path: string): boolean;
    hasFolder(path: string): boolean;
    isElsewhere(path: string): boolean;
    otherCase(path: string): string | undefined;
  };
  /** Paths of the pages whose file name, title or alias is `name`, upper and lower case aside; sorted. */
  pagesNamed(name: string): readonly string[];
}

/** Where a link really leads. */
export type Target =
  | { readonly kind: 'page'; readonly page: Page }
  /** A file or folder that is no page of the wiki. */
  | { readonly kind: 'file'; readonly path: string }
  /** Nothing is there; `otherCase` is the file that differs in upper and lower case only. */
  | { readonly kind: 'missing'; readonly path: string; readonly otherCase?: string }
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'url' }
  | { readonly kind: 'empty' };

/** The target of a destination, as CommonMark, GitHub and VS Code follow it. */
export function resolve(wiki: Lookup, destination: Destination): Target {
  if (destination.kind !== 'path') return destination;
  const path = destination.path.replace(/\/+$/, '');
  const page = pageAt(wiki, path);
  if (page) return { kind: 'page', page };
  if (wiki.files.hasFile(path) || wiki.files.hasFolder(path) || wiki.files.isElsewhere(path))
    return { kind: 'file', path };
  const otherCase =
    wiki.files.otherCase(path) ?? (isMarkdownPath(path) ? undefined : wiki.files.otherCase(`${path}.md`));
  return { kind: 'missing', path, ...(otherCase === undefined ? {} : { otherCase }) };
}

/** The page at a path: exactly, with `.md` left out, or as the index page of a folder. */
export function pageAt(wiki: Lookup, path: string): Page | undefined {
  const exact = wiki.pages.get(path);
  if (exact) return exact;
  if (isMarkdownPath(path)) return undefined;
  const bare = wiki.pages.get(`${path}.md`);
  if (bare) return bare;
  for (const name of INDEX_NAMES) {
    const index = wiki.pages.get(path === '' ? name : `${path}/${name}`);
    if (index) return index;
  }
  return undefined;
}

/** Fragments that mean no heading: line numbers, text fragments, footnotes, the top of the page. */
const NO_HEADING =
  /^(?:|top|L?\d+(?:[,-].*)?|L\d+C?\d*(?:-L?\d+C?\d*)?|:~:.*|(?:user-content-)?fn(?:ref)?-.*)$/i;

/** False only where the page surely has no such anchor. GitHub compares without case. */
export function hasAnchor(page: Page, fragment: string): boolean {
  const wanted = fragment.toLowerCase();
  return (
    anchorsOf(page.facts).has(wanted) ||
    anchorsOf(page.facts).has(wanted.replace(/^user-content-/, '')) ||
    NO_HEADING.test(fragment)
  );
}

/** The page that a page path in prose means: seen from the page's folder, then from each folder above it. */
export function pageOfPath(wiki: Lookup, from: string, path: string): Page | undefined {
  for (
    let folder: string | undefined = folderOf(from);
    folder !== undefined;
    folder = folder === '' ? undefined : folderOf(folder)
  ) {
    const page =
      wiki.pages.get(resolvePath(folder, path)) ?? wiki.pages.get(`${resolvePath(folder, path)}.md`);
    if (page) return page;
  }
  return undefined;
}

/** The page of a type that a field names: by path, then by file name, title or alias. */
export function pageNamed(
  wiki: Lookup,
  from: string,
  name: string,
  type: string | undefined,
): Page | undefined {
  if (name.includes('/')) {
    const page = pageOfPath(wiki, from, name);
    if (page) return page;
  }
  const candidates = wiki.pagesNamed(name.replace(/\.md$/, '')).map(path => wiki.pages.get(path)!);
  return candidates.find(page => page.typeName === type) ?? (type === undefined ? candidates[0] : undefined);
}

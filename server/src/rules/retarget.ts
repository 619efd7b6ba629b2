import { similarTo } from '../text/distance.ts';
import type { Span } from '../text/span.ts';
import { encodePath } from '../wiki/destination.ts';
import type { Page } from '../wiki/page.ts';
import { baseName, folderOf, isMarkdownPath, relativePath, stem } from '../wiki/path.ts';
import { typeOf } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Fix } from './rule.ts';

const MOST = 4;

/** Paths that a link to the missing `path` may have meant, likeliest first. */
export function likelyTargets(wiki: Wiki, path: string): readonly string[] {
  const samePlace = wiki.pagesNamed(stem(path));
  const sameName = wiki.files.named(baseName(path));
  const candidates =
    isMarkdownPath(path) || !baseName(path).includes('.') ? [...wiki.pages.keys()] : [...wiki.files];
  const wantedType = typeOf(wiki.schema, path, undefined);
  const near = similarTo(stem(path), candidates, stem).sort((a, b) => rank(a) - rank(b));
  const byTitle = similarTo(stem(path).replaceAll('-', ' '), wiki.pages.values(), page => page.title).map(
    page => page.path,
  );
  return [...new Set([...samePlace, ...sameName, ...near, ...byTitle])]
    .filter(other => other !== path)
    .slice(0, MOST);

  // A page of the type that the missing one would have had goes before one in its folder, and that before the rest.
  function rank(candidate: string): number {
    if (wantedType !== undefined && wiki.pages.get(candidate)?.typeName === wantedType) return 0;
    return folderOf(candidate) === folderOf(path) ? 1 : 2;
  }
}

/** Fixes that put another target in place of what `span` covers, the path of a link without its fragment. */
export function retargetFixes(wiki: Wiki, page: Page, span: Span, path: string): readonly Fix[] {
  return likelyTargets(wiki, path).map((target, index) => ({
    title: `Change to "${target}"`,
    preferred: index === 0,
    safe: false,
    edits: [{ path: page.path, span, newText: encodePath(relativePath(folderOf(page.path), target)) }],
  }));
}

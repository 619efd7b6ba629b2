import { similarTo } from '../text/distance.ts';
import type { Span } from '../text/span.ts';
import { encodePath } from '../wiki/destination.ts';
import type { Page } from '../wiki/page.ts';
import { baseName, folderOf, isMarkdownPath, relativePath, stem } from '../wiki/path.ts';
import { typeOf } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { type LikelyPage, rankPages, SURE } from './likely-pages.ts';
import type { Fix } from './rule.ts';

const MOST = 4;

/** Fixes that put another target in place of what `span` covers, the path of a link without its fragment. */
export function retargetFixes(wiki: Wiki, page: Page, span: Span, path: string): readonly Fix[] {
  const renamed = renamedPath(wiki, path);
  const to = (target: string): Fix['edits'] => [
    { path: page.path, span, newText: encodePath(relativePath(folderOf(page.path), target)) },
  ];
  const fixes: Fix[] = [];
  if (renamed !== undefined) {
    fixes.push({
      title: `Change to "${renamed}", where Git has it`,
      preferred: true,
      safe: true,
      edits: to(renamed),
    });
  }
  const likely = likelyTargets(wiki, path, linkTextAt(page, span)).filter(target => target.path !== renamed);
  for (const [index, { path: target, doubt }] of likely.slice(0, MOST - fixes.length).entries()) {
    // Of two that fit alike neither is the one that was meant.
    const isClear = (likely[index + 1]?.doubt ?? Number.POSITIVE_INFINITY) > doubt;
    fixes.push({
      title: `Change to "${target}"`,
      preferred: fixes.length === 0 && doubt <= SURE && isClear,
      safe: false,
      edits: to(target),
    });
  }
  return fixes;
}

/** Where the page or file that was at a path is now, as Git has it. */
export const renamedPath = (wiki: Wiki, path: string): string | undefined =>
  wiki.sources.renamedTo(path) ?? (isMarkdownPath(path) ? undefined : wiki.sources.renamedTo(`${path}.md`));

/** Paths that a link to the missing `path` may have meant, likeliest first. `text` is the link's. */
function likelyTargets(wiki: Wiki, path: string, text: string | undefined): readonly LikelyPage[] {
  if (!isMarkdownPath(path) && baseName(path).includes('.')) return likelyFiles(wiki, path);
  return rankPages(wiki, {
    name: stem(path),
    ...(text === undefined ? {} : { text }),
    type: typeOf(wiki.schema, path, undefined),
    folder: folderOf(path),
  }).filter(({ path: other }) => other !== path);
}

/** Pictures, tables and the like, by name. */
function likelyFiles(wiki: Wiki, path: string): readonly LikelyPage[] {
  const sameName = wiki.files.named(baseName(path));
  const near = similarTo(baseName(path), wiki.files, baseName);
  const others = near.filter(file => !sameName.includes(file));
  return [
    ...sameName.map(file => ({ path: file, doubt: 0 })),
    ...others.map((file, index) => ({ path: file, doubt: 1 + index })),
  ];
}

function linkTextAt(page: Page, span: Span): string | undefined {
  const link = page.facts.links.find(
    ({ kind, destinationSpan }) =>
      kind === 'inline' && destinationSpan.start <= span.start && span.end <= destinationSpan.end,
  );
  return link?.text;
}

import type { Definition, Link } from '../markdown/facts.ts';
import { contains, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { PageName } from '../wiki/page-names.ts';
import { pageNamed, pageOfPath, type Target } from '../wiki/resolve.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** Something in a page that leads elsewhere, under the cursor. */
export interface LinkAt {
  /** What a hover marks: the destination where the cursor is on it, else the whole link. */
  readonly span: Span;
  readonly target: Target | undefined;
  readonly source: Link | Definition | PageName | 'page-path';
}

/** The link, page path or field that names a page at an offset; the innermost where links nest. */
export function linkAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  let best: LinkAt | undefined;
  for (const { link, target } of targetsOf(wiki, page)) {
    if (!contains(link.span, offset) || (best && length(best.span) <= length(link.span))) continue;
    best = {
      span: contains(link.destinationSpan, offset) ? link.destinationSpan : link.span,
      target,
      source: link,
    };
  }
  return best ?? fieldAt(wiki, page, offset) ?? pagePathAt(wiki, page, offset);
}

function fieldAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  const name = page.names.find(({ span }) => contains(span, offset));
  if (!name) return undefined;
  const target = pageNamed(wiki, page.path, name.name, name.type);
  return { span: name.span, target: target && { kind: 'page', page: target }, source: name };
}

function pagePathAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  const place = page.facts.pagePaths.find(({ span }) => contains(span, offset));
  const target = place && pageOfPath(wiki, page.path, place.path);
  return place && target
    ? { span: place.span, target: { kind: 'page', page: target }, source: 'page-path' }
    : undefined;
}

const length = ({ start, end }: Span): number => end - start;

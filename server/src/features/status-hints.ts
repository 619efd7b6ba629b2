import { overlaps, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** A word that an editor shows behind a link, and that is no part of the text. */
export interface StatusHint {
  readonly offset: number;
  readonly status: string;
  readonly page: Page;
}

/** Behind each link of a stretch of a page: the status of the page that it leads to, where that has one. */
export function statusHints(wiki: Wiki, page: Page, span: Span): readonly StatusHint[] {
  return targetsOf(wiki, page).flatMap(({ link, target }) => {
    if (link.kind === 'image' || target.kind !== 'page' || target.page === page) return [];
    const { status } = target.page;
    return status !== undefined && overlaps(link.span, span)
      ? { offset: link.span.end, status, page: target.page }
      : [];
  });
}

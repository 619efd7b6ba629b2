import type { Span } from '../../text/span.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { backlinksIn } from '../backlinks.ts';
import { pageAtOffset } from './page-at.ts';

/** Everything in a page that leads to the page which is meant at an offset: links, fields, page paths. */
export function linkHighlights(wiki: Wiki, path: string, offset: number): readonly Span[] | undefined {
  const page = wiki.pages.get(path);
  const meant = page && pageAtOffset(wiki, page, offset);
  if (!page || !meant || meant.by === 'heading' || meant.by === 'title' || meant.by === 'mention')
    return undefined;
  return backlinksIn(wiki, page, meant.page).map(({ place, span }) =>
    'textSpan' in place ? place.span : span,
  );
}

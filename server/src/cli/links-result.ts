import { backlinksOf } from '../features/backlinks.ts';
import { reliesOn } from '../features/evidence.ts';
import { sectionAt } from '../features/section-at.ts';
import { sentenceAt } from '../features/sentence-at.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';

/** A place of `from` that leads to `to`. */
export interface LinkPlace {
  readonly from: Page;
  readonly to: Page;
  readonly span: Span;
  /** Title of the section; undefined in the front matter and before the first heading. */
  readonly section: string | undefined;
  readonly sentence: string;
}

/** Everything that leads to a page, and everything that it leads to. */
export interface LinksResult {
  readonly host: WikiHost;
  readonly page: Page;
  readonly backlinks: readonly LinkPlace[];
  readonly links: readonly LinkPlace[];
}

export function linksResult(host: WikiHost, page: Page): LinksResult {
  const { wiki } = host;
  const place = (from: Page, to: Page, span: Span): LinkPlace => {
    const section = from.facts.sections[sectionAt(from, span.start)]?.heading.text;
    return { from, to, span, section, sentence: sentenceAt(wiki, from, span) };
  };
  return {
    host,
    page,
    backlinks: backlinksOf(wiki, page).map(({ from, span }) => place(from, page, span)),
    links: reliesOn(wiki, page).flatMap(({ page: to, spans }) => spans.map(span => place(page, to, span))),
  };
}

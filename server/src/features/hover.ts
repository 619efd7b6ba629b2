import { claimsOf } from '../claims/claims-of.ts';
import { contains, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { hasAnchor } from '../wiki/resolve.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Asker } from './asker.ts';
import { brokenLinkCard } from './broken-link-card.ts';
import { type LinkAt, linkAt } from './link-at.ts';
import { pageAtOffset } from './navigation/page-at.ts';
import { numberCard } from './number-card.ts';
import { pageCard } from './page-card.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What there is to know at an offset of a page: a number's verdict and cells, the page that is meant, why a link is
 * broken.
 */
export function hoverAt(wiki: Wiki, path: string, offset: number, asker: Asker): Hover | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  return (
    numberHover(wiki, page, offset) ??
    linkHover(wiki, page, offset) ??
    brokenLinkCard(wiki, page, offset, asker) ??
    mentionHover(wiki, page, offset)
  );
}

/** The page is there, the anchor is not. */
const isBroken = ({ target, fragment }: LinkAt): boolean =>
  target?.kind === 'page' && fragment !== undefined && !hasAnchor(target.page, fragment);

function numberHover(wiki: Wiki, page: Page, offset: number): Hover | undefined {
  if (page.facts.partial) return undefined;
  const claim = claimsOf(wiki, page)?.claims.find(({ span }) => contains(span, offset));
  return claim && { span: claim.span, markdown: numberCard(claim) };
}

function linkHover(wiki: Wiki, page: Page, offset: number): Hover | undefined {
  const found = linkAt(wiki, page, offset);
  // What VS Code and others show of files and web addresses is not repeated.
  if (found?.target?.kind !== 'page' || found.target.page === page || isBroken(found)) return undefined;
  return { span: found.span, markdown: pageCard(wiki, found.target.page) };
}

/** A name of several words, or one written as the title is: an ordinary word is not hovered for a page. */
function mentionHover(wiki: Wiki, page: Page, offset: number): Hover | undefined {
  const found = pageAtOffset(wiki, page, offset);
  if (found?.by !== 'mention') return undefined;
  const words = wiki.sources.textOf(page.path)!.slice(found.span.start, found.span.end);
  if (!/\s/.test(words) && ![found.page.title, ...found.page.aliases].includes(words)) return undefined;
  return { span: found.span, markdown: pageCard(wiki, found.page) };
}

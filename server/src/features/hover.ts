import { claimsOf } from '../claims/claims-of.ts';
import { contains, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { linkAt } from './link-at.ts';
import { numberCard } from './number-card.ts';
import { pageCard } from './page-card.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What there is to know at an offset of a page: a number's verdict and cells, or the page that a link leads to. */
export function hoverAt(wiki: Wiki, path: string, offset: number): Hover | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  return numberHover(wiki, page, offset) ?? linkHover(wiki, page, offset);
}

function numberHover(wiki: Wiki, page: Page, offset: number): Hover | undefined {
  if (page.facts.partial) return undefined;
  const claim = claimsOf(wiki, page)?.claims.find(({ span }) => contains(span, offset));
  return claim && { span: claim.span, markdown: numberCard(claim) };
}

function linkHover(wiki: Wiki, page: Page, offset: number): Hover | undefined {
  const found = linkAt(wiki, page, offset);
  // What VS Code and others show of files and web addresses is not repeated.
  if (found?.target?.kind !== 'page' || found.target.page === page) return undefined;
  return { span: found.span, markdown: pageCard(wiki, found.target.page) };
}

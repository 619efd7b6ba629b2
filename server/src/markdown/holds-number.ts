import type { Span } from '../text/span.ts';

/** Whether a stretch of a page has a digit that is not in the destination of a link. */
export const holdsNumber = (page: string, span: Span): boolean => hasDigit(page, span, /\]\([^)\n]*\)/g);

/** Whether it has one outside of links: titles of pages often have a year or a count. */
export const holdsPlainNumber = (page: string, span: Span): boolean =>
  hasDigit(page, span, /\[[^\]]*\](?:\([^)\n]*\)|\[[^\]]*\])/g);

function hasDigit(page: string, { start, end }: Span, leftOut: RegExp): boolean {
  const source = page.slice(start, end);
  return /\d/.test(source) && /\d/.test(source.replace(leftOut, ''));
}

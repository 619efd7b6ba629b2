import type { Link } from '../markdown/facts.ts';
import type { ProseBlock } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { isNamedLikeTarget } from './name-links.ts';

/**
 * A look at its source whether a block can hold a number at all, outside of the destinations and names of its links: most hold
 * none and need not be read.
 */
export function mayHoldNumber({ span }: ProseBlock, page: string, links: readonly Link[]): boolean {
  const hasDigit = (start: number, end: number): boolean => /\d/.test(page.slice(start, end));
  if (!hasDigit(span.start, span.end)) return false;
  let from = span.start;
  for (const link of links) {
    const { start, end } = isNamedLikeTarget(link) ? link.span : destinationIn(link);
    if (start < from) continue;
    if (hasDigit(from, start)) return true;
    from = end;
  }
  return hasDigit(from, span.end);
}

/** Where the destination of a link stands in the link itself; a reference has it elsewhere. */
const destinationIn = ({ span, destinationSpan }: Link): Span =>
  destinationSpan.start >= span.start && destinationSpan.end <= span.end
    ? destinationSpan
    : { start: span.end, end: span.end };

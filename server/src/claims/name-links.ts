import type { Link } from '../markdown/facts.ts';
import { decode } from '../wiki/destination.ts';
import { isTablePath } from '../wiki/path.ts';

/** The part of a destination before its fragment and query, decoded. */
const pathIn = (destination: string): string => decode(destination.replace(/[#?].*$/s, ''));

/** A link that may bind the numbers around it: to cells of a table file, or to a count of pages. */
export function mayBind({ destination }: Pick<Link, 'destination'>): boolean {
  if (destination.startsWith('wiki:')) return true;
  return destination.includes('#') && isTablePath(pathIn(destination));
}

/**
 * The text of a link is a name whose digits the destination's path has too: in `[Probe 17](../concepts/probe-17.md)` 17 is
 * no quantity. By the page's own text alone, so that nothing depends on the other page's title.
 */
export function isNamedLikeTarget({ text, destination }: Pick<Link, 'text' | 'destination'>): boolean {
  const numbers = text.match(/\d+/g);
  if (!numbers || isTablePath(pathIn(destination))) return false;
  const inPath = new Set(pathIn(destination).match(/\d+/g));
  return numbers.every(number => inPath.has(number));
}

import type { Link } from '../markdown/facts.ts';
import { pathIn } from '../wiki/destination.ts';
import { isTablePath } from '../wiki/path.ts';

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
  if (!numbers) return false;
  const path = pathIn(destination);
  const inPath = new Set(path.match(/\d+/g));
  return !isTablePath(path) && numbers.every(number => inPath.has(number));
}

import type { Suspected } from './block-memory.ts';
import type { Claim } from './claim.ts';
import { ABSENT } from './judge-value.ts';

/** With fewer other numbers a page tells nothing by how many agree. */
const FEWEST_NUMBERS = 3;
/** From this share on a page is taken to speak of its tables. */
const MOST_AGREE = 0.6;
/** What must be surer where no number agrees; in between in proportion. */
const NONE_AGREES = 0.4;

/**
 * The suspicions that a page is not to be held to. Where most numbers of a page stand in its tables, one that does not is likely
 * wrong; where few do, the page speaks of more than the tables have, and one more number says little.
 */
export function untrusted(claims: readonly Claim[], suspicions: readonly Suspected[]): Suspected[] {
  if (suspicions.length === 0) return [];
  const suspected = new Set(suspicions.map(({ span }) => span.start));
  const others = claims.filter(({ span, bound }) => !bound && !suspected.has(span.start));
  if (others.length < FEWEST_NUMBERS) return [];
  const share = others.filter(({ verdict }) => verdict === 'supported').length / others.length;
  const more = NONE_AGREES * Math.max(0, 1 - share / MOST_AGREE);
  return suspicions.filter(({ score }) => score < ABSENT + more);
}

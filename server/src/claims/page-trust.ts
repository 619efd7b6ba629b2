import type { Claim } from './claim.ts';
import { ABSENT } from './judge-value.ts';

/** A number that is called wrong for what its words name. */
export interface Suspected {
  readonly score: number;
  /** What is said of it where the suspicion is dropped. */
  readonly otherwise: Claim;
}

/** How suspicious a number must be on a page that tells nothing of itself. */
const USUAL = 0.39;
/** With fewer other numbers a page tells nothing by how few agree. */
const FEWEST_NUMBERS = 3;
/** From this share on a page is taken to speak of its tables. */
const MOST_AGREE = 0.6;
/** How much more is asked for where no number agrees; in between in proportion. */
const MORE = 0.4;
/** So many numbers must agree before less is asked for. */
const FEWEST_AGREEING = 2;

/**
 * The suspicions that a page is not to be held to. Where most numbers of a page stand in its tables, one that does not is likely
 * wrong; where few do, the page speaks of more than the tables have, and one more number says little.
 */
export function untrusted(claims: readonly Claim[], suspicions: readonly Suspected[]): Suspected[] {
  if (suspicions.length === 0) return [];
  const suspected = new Set(suspicions.map(({ otherwise }) => otherwise.span.start));
  const others = claims.filter(({ span, bound }) => !bound && !suspected.has(span.start));
  const needed = neededOf(others);
  return suspicions.filter(({ score }) => score < needed);
}

/** What is said of a number whose suspicion is dropped. */
export const whyUntrusted = (score: number): string =>
  score < USUAL
    ? 'no cell is named surely enough'
    : 'few numbers of the page agree with its tables, which may be of something else';

function neededOf(others: readonly Claim[]): number {
  const agree = others.filter(({ verdict }) => verdict === 'supported').length;
  if (agree >= FEWEST_AGREEING && agree >= MOST_AGREE * others.length) return ABSENT;
  if (others.length < FEWEST_NUMBERS) return USUAL;
  return USUAL + MORE * Math.max(0, 1 - agree / others.length / MOST_AGREE);
}

import { editDistance } from '../../text/distance.ts';

/**
 * How many slips make one key of another, or undefined where they are rather different words: one, two in a long key;
 * in a short one no letter for another, since `data` is not `date`. The first letter is never wrong.
 */
export function slips(written: string, known: string): number | undefined {
  const lower = written.toLowerCase();
  if (lower[0] !== known[0]?.toLowerCase()) return undefined;
  const distance = editDistance(lower, known.toLowerCase(), 2);
  if (distance > (known.length > 6 ? 2 : 1)) return undefined;
  const otherLetters = [...lower].sort().join('') !== [...known.toLowerCase()].sort().join('');
  return known.length < 6 && lower.length === known.length && otherLetters ? undefined : distance;
}

/** The candidate with fewest slips; of equals the first. */
export function leastSlips<T>(
  candidates: readonly T[],
  slipsOf: (candidate: T) => number | undefined,
): T | undefined {
  const rated = candidates.flatMap(candidate => {
    const number = slipsOf(candidate);
    return number === undefined ? [] : [{ candidate, number }];
  });
  return rated.sort((a, b) => a.number - b.number)[0]?.candidate;
}

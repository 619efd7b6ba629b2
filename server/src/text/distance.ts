/**
 * Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of
 * neighbours, each 1. Stops counting above `limit` and then returns `limit + 1`.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2]! + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/** How many changes a misspelt name of this length may have to be taken for another: a third, 1 to 6. */
export const spellingLimit = (name: string): number => Math.max(1, Math.min(6, Math.floor(name.length / 3)));

/** The candidates near enough to `name` to be meant, nearest first; ties keep their order. */
export function similarTo<T>(name: string, candidates: Iterable<T>, nameOf: (candidate: T) => string): T[] {
  const lower = name.toLowerCase();
  const limit = spellingLimit(lower);
  const near: { candidate: T; distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(lower, nameOf(candidate).toLowerCase(), limit);
    if (distance <= limit) near.push({ candidate, distance });
  }
  return near.sort((a, b) => a.distance - b.distance).map(({ candidate }) => candidate);
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Words that say nothing of what a title is about. */
const EMPTY = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/**
 * How far two names have the same words, in any order: from 0 to 1. The shorter name counts somewhat more, since a
 * reworded title mostly gains or loses words. Names that share one short word only are 0.
 */
export function tokenOverlap(a: string, b: string): number {
  const first = tokensOf(a);
  const second = tokensOf(b);
  const shared = [...first].filter(token => second.has(token));
  if (shared.length === 0 || (shared.length === 1 && shared[0]!.length < 3)) return 0;
  const either = first.size + second.size - shared.length;
  const shorter = Math.min(first.size, second.size);
  return (shared.length / either + shared.length / shorter) / 2;
}

function tokensOf(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(WORD) ?? []).filter(token => !EMPTY.has(token) && !/^\d{1,4}$/.test(token)),
  );
}

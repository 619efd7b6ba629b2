/** `a`, `a or b`, `a, b or c`. */
export function listOf(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `1 link`, `2 links`, `2 lenses`. */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : /(?:s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;

const VOWEL = /^[aeiou]/i;

/** `a concept`, `an idea`. */
export const article = (noun: string): string => `${VOWEL.test(noun) ? 'an' : 'a'} ${noun}`;

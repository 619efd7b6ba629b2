import type { Word } from './words.ts';

const MAY = /(?<![\p{L}\p{N}])[AI](?![\p{L}\p{N}'’])/u;
/** What stands before a letter that is a name: `RADT-`, `the plan `; behind a point `A` begins a sentence. */
const BEFORE_A = /(?:-|[\p{L}\p{N})]\s)$/u;
/** `I` is hardly ever a name but behind one: `Type I`, `Stage I`. */
const BEFORE_I = /(?:-|(?<!\p{L})\p{Lu}\p{Ll}+\s)$/u;

/** The words with `A` and `I` told from the words so written: the row `Plan A` is named by no article. */
export function withLetterNames(text: string, words: readonly Word[]): readonly Word[] {
  if (!MAY.test(text)) return words;
  return words.map(word => {
    if (word.end - word.start !== 1) return word;
    const letter = text[word.start];
    if (letter !== 'A' && letter !== 'I') return word;
    const before = letter === 'A' ? BEFORE_A : BEFORE_I;
    const isName = text.length === 1 || before.test(text.slice(Math.max(0, word.start - 24), word.start));
    return isName ? { ...word, norm: `@${word.norm}` } : word;
  });
}

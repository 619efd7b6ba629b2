import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { canonical, isCommon, isPale, wordsOf } from './words.ts';

const CLAUSE_START = /[;:]|,\s(?:while|whereas|but|although|though|and|which|where)\s/giu;

/** The number's clause up to it. */
export function clauseBefore(view: SentenceView, quantity: Quantity): string {
  const before = sentenceBefore(view, quantity);
  const from = Math.max(
    0,
    ...[...before.matchAll(CLAUSE_START)].map(({ index, 0: mark }) => index + mark.length),
  );
  return before.slice(from);
}

const PART = /;|,\s(?:while|whereas|but|although|though)\s/giu;

/** The number's part of its sentence: what stands between semicolons, or words that set against. */
export function clauseAround(view: SentenceView, quantity: Quantity): string {
  const at = quantity.start - view.sentence.start;
  let start = 0;
  for (const { index } of view.text.matchAll(PART)) {
    if (index >= at) return view.text.slice(start, index);
    start = index + 1;
  }
  return view.text.slice(start);
}

/** The same up to the number. */
export const partBefore = (view: SentenceView, quantity: Quantity): string =>
  sentenceBefore(view, quantity).split(PART).at(-1)!;

/** The number's sentence up to it. */
export const sentenceBefore = ({ reading, sentence }: SentenceView, quantity: Quantity): string =>
  reading.block.text.slice(sentence.start, quantity.start);

/** What follows the number and its unit in its sentence. */
export const sentenceBehind = ({ reading, sentence }: SentenceView, quantity: Quantity): string =>
  reading.block.text.slice(quantity.unitEnd, sentence.end);

/** True for a word that neither a label of the table nor the page's title has. */
export const isUnknownWord = (view: SentenceView, norm: string, { labels }: ScopedTable): boolean =>
  !view.subject.has(canonical(norm)) && !labels.words.isLikeAny(norm);

/** True for what a column of names is called: `Class E5`, `the player from Croatia`. */
export const isKeyHeader = (word: string, { labels }: ScopedTable): boolean =>
  wordsOf(word).some(({ norm }) => labels.keyHeaders.has(norm));

/** The words that say something, as they are compared: no numbers, and none that everybody uses. */
export const tellingWords = (words: string): readonly string[] =>
  wordsOf(words).flatMap(({ norm, numeric }) => (numeric || isCommon(norm) || isPale(norm) ? [] : [norm]));

/** True for words that say something, of which neither a label of the table nor the page's title has any. */
export function isUnknown(view: SentenceView, words: string | undefined, scoped: ScopedTable): boolean {
  const said = tellingWords(words ?? '');
  return said.length > 0 && said.every(norm => isUnknownWord(view, norm, scoped));
}

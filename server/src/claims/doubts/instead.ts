import { clauseBefore, isUnknownWord, sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { isCommon, isPale, wordsOf } from '../words.ts';

const INSTEAD = /(?:^|[;:,]\s)([^,;:]{3,70}?)\s(?:instead of|rather than|in place of)\s[^;:]*$/iu;
/** `instead of five` */
const INSTEAD_OF_NUMBER =
  /(?:instead of|rather than|in place of)\s(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L}))/iu;
/** So many words before `instead of` say what is done instead. */
const LAST = 2;

/** `With seven shelves instead of five, A falls to`, where no label has what is done instead. */
export function isInsteadOf(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  if (INSTEAD_OF_NUMBER.test(before)) return true;
  const said = INSTEAD.exec(before)?.[1];
  const words = telling(said ?? '').slice(-LAST);
  return words.length > 0 && words.every(norm => isNowhere(view, norm, scoped));
}

const TUNING =
  /(?:^|[;:]\s)(?:lower|rais|increas|decreas|reduc|doubl|halv|chang|vary|mov|shift|tighten|relax|extend|shorten|widen|narrow|soften|harden)ing\s((?:[\p{L}\d/+-]+\s){1,6}?)(?:to\s(\d[\d.,]*)|to|from|by|gives?|gave|brings?|brought|makes?|made|lowers?|raises?|cuts?|improves?|reduces?|increases?)\s/iu;

/** `Lowering the cut-off of A to 50 brings B to`, where the table has no such cut-off, or not that one. */
export function isOfTuning(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const [, said, to] = TUNING.exec(sentenceBefore(view, quantity)) ?? [];
  if (said === undefined) return false;
  return (
    telling(said).some(norm => isNowhere(view, norm, scoped)) ||
    (to !== undefined && !scoped.labels.words.hasNumber(to))
  );
}

const UNDER_THAT =
  /(?<!\p{L})(?:under|with|in|at|by|on|using)\s(?:that|those|such an?)\s(?:protocol|settings?|conditions?|set-?up|regime|scheme|criteri(?:on|a)|definitions?|assumptions?|scenario|procedure|configuration|variant|rule|split|release|version)(?!\p{L})/iu;

/** `Under that protocol A has`: one of which the sentence before spoke, not the table. */
export const isUnderThat = (view: SentenceView, quantity: Quantity): boolean =>
  UNDER_THAT.test(clauseBefore(view, quantity));

const RESTRICTED =
  /(?:^|[;:]\s)(?:among|of|for|in)\s[^,;:]{3,60}\s(?:that|who|whose|which)\s[^,;:]{3,60},\s/iu;
const THERE =
  /(?:^|[;:,]\s)(?:and\s|but\s)?there,?\s(?!(?:is|are|was|were|has|have|had|be|can|may|will|remains?|exists?|comes?)(?!\p{L}))/iu;

const NUMBER_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const BEYOND =
  /(?:^|[;:]\s)(?:for|on|in|at|among|with)\s[^,;:]{3,60}\s(?:over|above|below|under|at least|at most|up to|(?:more|less|fewer|longer|shorter|larger|smaller|older|younger|higher|lower) than)\s(\d[\d,.]*)[^,;:]*,\s/iu;
const SO_MANY = new RegExp(
  `(?:^|[;:]\\s)(?:given|with|after|using|from)\\s(?:only\\s|just\\s)?(\\d[\\d,.]*|${NUMBER_WORDS})\\s[^,;:]{3,60},\\s`,
  'iu',
);
const THERE_BEHIND = /^\s?there(?=[.,;)]|$)/iu;

/** `For texts with over 1,024 words, A falls to`, `Given 100 sentences, A gets to`, where no label has that number. */
export function isForSoMany(view: SentenceView, quantity: Quantity, { labels }: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  const many = (BEYOND.exec(before) ?? SO_MANY.exec(before))?.[1];
  return many !== undefined && !labels.words.hasNumber(many.replace(/[.,]+$/, ''));
}

/** `Among the rows of A that have one, 29.4`; `; there A has 57.2`, of which the sentence speaks and not the table. */
export function isOfRestricted(view: SentenceView, quantity: Quantity): boolean {
  const before = sentenceBefore(view, quantity);
  return RESTRICTED.test(before) || THERE.test(before) || THERE_BEHIND.test(sentenceBehind(view, quantity));
}

const THE_OTHERS =
  /(?<!\p{L})(?:and|but|while|whereas|against|for|of)\s(?:the\s)?(?:others?|rest|remainder|remaining\s\p{L}+)\s(?:(?:had|have|has|got|gets?|at|with|is|was|were|are|reach(?:ed)?)\s)?(?:only\s|about\s|[~≈])?$/iu;

/** `the tutored had 36.7 and the others 33.2`. */
export const isOfTheOthers = (view: SentenceView, quantity: Quantity): boolean =>
  THE_OTHERS.test(sentenceBefore(view, quantity));

const telling = (words: string): readonly string[] =>
  wordsOf(words).flatMap(({ norm, numeric }) => (numeric || isCommon(norm) || isPale(norm) ? [] : [norm]));

/** In characters; a shorter word stands in too many names. */
const LEAST_IN_NAME = 4;

/** Neither in a label, not even run into another word, nor in the title. */
const isNowhere = (view: SentenceView, norm: string, scoped: ScopedTable): boolean =>
  isUnknownWord(view, norm, scoped) &&
  !(
    norm.length >= LEAST_IN_NAME &&
    scoped.labels.rowLabels.some(({ text }) => text.toLowerCase().includes(norm))
  );

import { type Candidate, NAMED } from './candidates.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** Rows that a sentence may mean without naming them. */
const UNNAMED =
  /(?<!\p{L})(?:ours?|we (?:achieve|obtain|reach|get|outperform)\p{L}*|baselines?|others?|previous|prior|existing|proposed|state-of-the-art|state of the art|sota|second[- ]best|competitors?|counterparts?|the rest|remaining|former|latter|runner-up|they|them|neither|(?:this|these|that|those|the same)\s(?!its?\b|their\b|they\b|the\b|our\b|we\b|an?\b|all\b|both\b|time|year|month|week|day|table|figure|section|paper|case|is\b|was\b)\p{L}+)(?!\p{L})/giu;
const ON_OTHER_HAND = /(?<!\p{L})on the $/iu;
const BEATING =
  /(?<!\p{L})(?:outperforming|surpassing|exceeding|beating)\s(?:(?:all|the|both|every|any)\s)*$/iu;
const WITH =
  /^[^.;:(\d]{0,30}(?<!\p{L})(?:with|at|reaching|achieving|obtaining|scoring)\s(?!respect|regard)[^.;:,()\d]{0,40}$/iu;

/** `A is the strongest, outperforming all others with an accuracy of`: the number is A's. */
const isBeatenBySubject = (before: string, behind: string): boolean =>
  BEATING.test(before) && WITH.test(behind);

/**
 * A word that stands for a row without naming it is nearer to the number than any name: `which beats the baseline, at 71.2`,
 * or it comes right behind it: `71.2 for the baseline`.
 */
export function meansUnnamed(view: SentenceView, quantity: Quantity, best: Candidate): boolean {
  const { text } = view.reading.block;
  const { words } = view.reading;
  const names = view
    .naming(best.scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'row' && quality >= NAMED)
    .flatMap(mention => mention.words.map(word => words[word]!));
  const nearest = Math.max(-1, ...names.filter(word => word.end <= quantity.start).map(word => word.start));
  const stretch = text.slice(view.sentence.start, Math.min(view.sentence.end, quantity.unitEnd + 25));
  for (const match of stretch.matchAll(UNNAMED)) {
    const at = view.sentence.start + match.index;
    if (names.some(word => word.start <= at && at < word.end)) continue;
    const behind = text.slice(at + match[0].length, quantity.start);
    if (
      ON_OTHER_HAND.test(text.slice(0, at)) ||
      isBeatenBySubject(text.slice(view.sentence.start, at), behind)
    )
      continue;
    if (at > nearest) return true;
  }
  return false;
}

import { type Candidate, NAMED } from './candidates.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** Rows that a sentence may mean without naming them. */
const UNNAMED =
  /(?<!\p{L})(?:ours?|we (?:achieve|obtain|reach|get|outperform)\p{L}*|baselines?|others?|previous|prior|existing|proposed|state-of-the-art|state of the art|sota|second[- ]best|competitors?|counterparts?|the rest|remaining|former|latter|(?:two|three|four|five)\s(?:best|worst|largest|smallest|highest|lowest|cheapest|fastest|slowest|oldest|youngest|top|leading)|runner-up|they|them|neither|(?:this|these|that|those|the same)\s(?!its?\b|their\b|they\b|the\b|our\b|we\b|an?\b|all\b|both\b|time|year|month|week|day|table|figure|section|paper|case|is\b|was\b|are\b|were\b|ha[sd]\b|have\b)\p{L}+)(?!\p{L})/giu;
const ON_OTHER_HAND = /(?<!\p{L})on the $/iu;
/** `A is the strongest baseline`, and so is the A baseline. */
const IS_THE = /(?<!\p{L})(?:is|was|as|being)\s(?:the|an?|our)\s(?:[\p{L}-]+\s){0,3}$/iu;
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
    .mentions.filter(({ quality }) => quality >= NAMED)
    .flatMap(({ label, words: at }) => at.map(word => ({ ...words[word]!, axis: label.axis })));
  const nearest = Math.max(
    -1,
    ...names.filter(({ axis, end }) => axis === 'row' && end <= quantity.start).map(({ start }) => start),
  );
  const stretch = text.slice(view.sentence.start, Math.min(view.sentence.end, quantity.unitEnd + 25));
  for (const match of stretch.matchAll(UNNAMED)) {
    const at = view.sentence.start + match.index;
    // `former name` may be what a column is called; `test-other` says no more than that there are others.
    const isOther = /^others?$/i.test(match[0]);
    if (names.some(({ axis, start, end }) => (axis === 'row' || !isOther) && start <= at && at < end))
      continue;
    const behind = text.slice(at + match[0].length, quantity.start);
    if (
      ON_OTHER_HAND.test(text.slice(0, at)) ||
      (/^baseline/i.test(match[0]) &&
        (IS_THE.test(text.slice(view.sentence.start, at)) ||
          names.some(({ axis, end }) => axis === 'row' && end + 1 === at))) ||
      isBeatenBySubject(text.slice(view.sentence.start, at), behind)
    )
      continue;
    if (at > nearest) return true;
  }
  return false;
}

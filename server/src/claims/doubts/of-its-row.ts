import { NAMED } from '../candidates.ts';
import { sentenceBefore } from '../clause.ts';
import { derivationsOf } from '../derive.ts';
import { rowScore } from '../fit.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

/** `the spread is half that of B (4.9)` */
const THAT_OF = /(?<!\p{L})(?:that|those)\sof\s(?:the\s|our\s)?[^,;()]{1,40}\s\($/iu;
/** `The part of A outside B measures 668 km` */
const OUTSIDE = /(?<!\p{L})(?:outside|apart from|other than|excluding|not counting|besides)(?!\p{L})/iu;

/** The sentence speaks of what it does not name again, or of what is left of something, and two cells of a named row differ by that. */
export function isDifferenceInRow(view: SentenceView, quantity: Quantity): boolean {
  const before = sentenceBefore(view, quantity);
  if (!THAT_OF.test(before) && !OUTSIDE.test(before)) return false;
  return derivationsOf(view, quantity).some(
    ({ a, b, kind }) =>
      kind === 'difference' &&
      a.number.row === b.number.row &&
      rowScore(view, a.scoped, a.number.row) >= NAMED,
  );
}

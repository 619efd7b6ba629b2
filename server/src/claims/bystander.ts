import { type Candidate, NAMED } from './candidates.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/*
 * A row that a sentence names for another purpose than to say whose the number is.
 */

/** True when the row is named only in brackets that hold a number of their own: `18.2 % (adjusted R2 = 0.177), against 5.9 %`. */
export function isNamedAside(view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { words, block } = view.reading;
  const { mentions } = view.naming(scoped.table);
  const brackets = [
    ...block.text.slice(view.sentence.start, view.sentence.end).matchAll(/\([^()]*\d[^()]*\)/g),
  ]
    .map(match => ({
      start: view.sentence.start + match.index,
      end: view.sentence.start + match.index + match[0].length,
    }))
    .filter(({ start, end }) => quantity.end <= start || quantity.start >= end);
  if (brackets.length === 0) return false;
  const naming = mentions.filter(
    ({ label, quality }) => label.axis === 'row' && label.ids.includes(number.row) && quality >= NAMED,
  );
  return (
    naming.length > 0 &&
    naming.every(mention => {
      const at = words[mention.words[0]!]!.start;
      return brackets.some(({ start, end }) => start < at && at < end && isFirstIn(view, start, at));
    })
  );
}

/** `(BERT 81.2)`, not `(81.2 for BERT)`, which may go on behind the brackets. */
const isFirstIn = ({ reading }: SentenceView, start: number, at: number): boolean =>
  !/\d/.test(reading.block.text.slice(start + 1, at));

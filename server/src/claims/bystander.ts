import { type Candidate, NAMED } from './candidates.ts';
import { isUnknownWord } from './clause.ts';
import type { Fit } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';
import { isCommon, isPale, wordsOf } from './words.ts';

/*
 * A row that a sentence names for another purpose than to say whose the number is.
 */

/** True when the row is named only in brackets that hold a number of their own: `18.2 % (adjusted R2 = 0.177), against 5.9 %`. */
export function isNamedAside(view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { words, block } = view.reading;
  const brackets = [
    ...block.text.slice(view.sentence.start, view.sentence.end).matchAll(/\([^()]*\d[^()]*\)/g),
  ]
    .map(match => ({
      start: view.sentence.start + match.index,
      end: view.sentence.start + match.index + match[0].length,
    }))
    .filter(({ start, end }) => quantity.end <= start || quantity.start >= end);
  if (brackets.length === 0) return false;
  const naming = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
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

const CONDITION =
  /(?<!\p{L})(?:with|without|using|after|before|when|if|under|via|from|trained on|based on)\s(?:(?:the|an?|our|its|their|only|no|all|just)\s)?((?:[\p{L}\p{N}-]+\s?){1,2})/giu;
const CLAUSE_END = /[;:]|,?\s(?:while|whereas|but|although|though)\s/giu;

/**
 * True when the number's clause says a condition in words that no label of the table and no title has: `without regularisation
 * the quality is 30.6` may be the row `No-reg`.
 */
export function saysUnknownCondition(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const { text } = view.reading.block;
  const before = text.slice(view.sentence.start, quantity.start);
  const clause = Math.max(0, ...[...before.matchAll(CLAUSE_END)].map(match => match.index + match[0].length));
  const behind = /^[^,;:.()]{0,60}/u.exec(text.slice(quantity.unitEnd, view.sentence.end))?.[0] ?? '';
  for (const stretch of [before.slice(clause), behind])
    for (const [, words] of stretch.matchAll(CONDITION)) {
      const first = wordsOf(words!).find(({ norm, numeric }) => !numeric && !isCommon(norm) && !isPale(norm));
      if (first && !scoped.labels.keyHeaders.has(first.norm) && isUnknownWord(view, first.norm, scoped))
        return true;
    }
  return false;
}

/** True when a word of the sentence is one of the row that the number stands in, and none of the candidate's: `without regularisation` and `No-reg`. */
export function isPartlyNamed(view: SentenceView, fit: Fit, best: Candidate): boolean {
  const { mentions } = view.naming(fit.scoped.table);
  const { words: prose } = view.reading;
  const ofBest = new Set(
    fit.scoped === best.scoped
      ? fit.scoped.labels.ofRow[best.number.row]!.flatMap(({ words }) => words.map(({ norm }) => norm))
      : [],
  );
  const ownWords = new Set(
    mentions.flatMap(({ label, words, quality }) =>
      label.axis === 'column' || (label.ids.includes(best.number.row) && quality >= NAMED) ? words : [],
    ),
  );
  return mentions.some(
    ({ label, words }) =>
      label.axis === 'row' &&
      label.ids.includes(fit.number.row) &&
      !label.ids.includes(best.number.row) &&
      // A number names a row too, by its place in the table, and this one may be meant for no name.
      words.some(word => {
        const { norm, numeric } = prose[word]!;
        return !ownWords.has(word) && !ofBest.has(norm) && !numeric && !isCommon(norm) && !isPale(norm);
      }),
  );
}

/** `6,261, or 93.5 per 100,000`: the row is named by what another number is in. */
export const isNamedByUnit = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean => {
  const mentions = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
  return (
    mentions.length > 0 &&
    mentions.every(({ words }) => {
      const { start } = view.reading.words[words[0]!]!;
      return view.sentence.quantities.some(
        other => other.start >= quantity.unitEnd && other.unitEnd <= start && start - other.unitEnd <= 1,
      );
    })
  );
};

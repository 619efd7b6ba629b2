import type { Candidate } from './candidates.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** Words right before a name that make it what something is compared with. */
const BEFORE_NAME =
  /(?<!\p{L})(?:of what|than(?: (?:at|in|for|with|on|by|under))?|compared (?:to|with)|in comparison (?:to|with)|over|above|below|ahead of|behind|versus|vs\.?|unlike|relative to|within (?:the )?(?:\p{L}+ )?(?:of|from)|(?:close|similar|comparable|equal|next|second only) to|on par with|level with|short of|just like|near|improv\p{L}* (?:up)?on|trail\p{L}*|(?:times|twice|double|half|triple|thrice) (?:that|those) of|as \p{L}+ as|outperform\p{L}*|beat(?:s|ing)?|surpass\p{L}*|exceed\p{L}*|against|from)\s(?:(?:that|those)\sof\s)?(?:(?:both|all|the|an?|our|other|strong|standard|previous|baseline)\s){0,3}$/iu;

/** From a name to a number that follows it directly. */
const RIGHT_BEHIND = /^[^,;]{0,14}$/u;
const TOLD_OF = /^,\s(?:who|which)\s\p{L}+\s(?:an?\s|only\s|about\s|[$€£~≈])*$/iu;

/** `than Titan, who earned 2,500`: a relative clause says it of the row that is named right before. */
export function isToldOf(view: SentenceView, quantity: Quantity, { scoped, number }: CellNumberRef): boolean {
  const { words, block } = view.reading;
  return view.mentionsOf(scoped.table, 'row', number.row, HALF).some(mention => {
    const { end } = words[mention.words.at(-1)!]!;
    return end <= quantity.start && TOLD_OF.test(block.text.slice(end, quantity.start));
  });
}

const HALF = 0.5;
const NEXT = /,\s(?:and|but)\s(?:the\s|an?\s)?$/iu;
const MUCH_LESS_TELLING = 0.2;
const MUCH_LESS_FULL = 0.3;

/**
 * True when the row of a candidate is named only as what something else is compared with (`better than BiLSTM`), and the number
 * does not follow that name directly, as in `better than BiLSTM (84.3)`.
 */
export function isComparand(view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { words, block } = view.reading;
  const all = view.mentionsOf(scoped.table, 'row', number.row, HALF);
  // In `with a ResNet our method is better than DN4` it is DN4 that tells the row from others.
  const telling = Math.max(...all.map(({ label }) => label.specificity)) - MUCH_LESS_TELLING;
  // In `a GPT-score of 33 beats GPT-4V` the score is no mention of the model.
  const fullest = Math.max(...all.map(({ quality }) => quality)) - MUCH_LESS_FULL;
  const mentions = all.filter(({ label, quality }) => label.specificity >= telling && quality >= fullest);
  return (
    mentions.length > 0 &&
    mentions.every(mention => {
      const first = words[mention.words[0]!]!;
      const last = words[mention.words.at(-1)!]!;
      const gap = last.end <= quantity.start ? block.text.slice(last.end, quantity.start) : undefined;
      if (gap !== undefined && (RIGHT_BEHIND.test(gap) || TOLD_OF.test(gap))) return false;
      return BEFORE_NAME.test(block.text.slice(view.sentence.start, first.start));
    })
  );
}

/** `but fails to`, `while taking more turns` go on about the same subject. */
const SAME_SUBJECT =
  '(?!(?:its|their)\\s|(?:(?:it|he|she|they)\\s)?(?:(?:also|still|only|then|even|always|never)\\s)?(?:got|\\p{L}{2,}ing|is|are|was|were|has|have|had|does|did|can|could|fails?|failed|achieves?|obtains?|reach(?:es)?|gets?|gives?|performs?|drops?|needs?|takes?|improves?|remains?|yields?|loses?|shows?|requires?|uses?|\\p{L}{2,}ed)\\s)';
const CLAUSE_END = new RegExp(
  `;|,\\sand\\s(?=among\\s|\\p{L}{3,}ing\\s)|,?\\s(?:while|whereas|but|although|though)\\s${SAME_SUBJECT}`,
  'giu',
);

/** True when the row is named in another clause only, and the number's own clause has words of its own before the number. */
export function isInOtherClause(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean {
  const { words, block } = view.reading;
  const ends = [...block.text.slice(view.sentence.start, view.sentence.end).matchAll(CLAUSE_END)].map(
    match => view.sentence.start + match.index,
  );
  if (view.narrowed) return false;
  if (isInNextClause(view, quantity, { scoped, number })) return true;
  if (ends.length === 0) return false;
  const clauseOf = (offset: number): number => ends.filter(end => end < offset).length;
  const own = clauseOf(quantity.start);
  const mentions = view.mentionsOf(scoped.table, 'row', number.row, HALF);
  if (mentions.length === 0 || mentions.some(mention => clauseOf(words[mention.words[0]!]!.start) === own))
    return false;
  const start = own === 0 ? view.sentence.start : ends[own - 1]!;
  return words.filter(word => word.start >= start && word.end <= quantity.start && !word.numeric).length >= 3;
}

/** `, and B directed three of them`: the row is named only where something else is told. */
const isInNextClause = (view: SentenceView, quantity: Quantity, { scoped, number }: CellNumberRef): boolean =>
  view.isEachName(
    { scoped, axis: 'row', id: number.row },
    HALF,
    ({ start }) =>
      start > quantity.unitEnd && NEXT.test(view.reading.block.text.slice(quantity.unitEnd, start)),
  );

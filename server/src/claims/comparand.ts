import type { Candidate } from './candidates.ts';
import { CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** Words right before a name that make it what something is compared with. */
const BEFORE_NAME =
  /(?<!\p{L})(?:of what|than(?: (?:at|in|for|with|on|by|under))?|compared (?:to|with)|in comparison (?:to|with)|over|above|below|ahead of|behind|versus|vs\.?|unlike|relative to|within (?:the )?(?:\p{L}+ )?(?:of|from)|(?:close|similar|comparable|equal|next|second only) to|on par with|(?:gain|improvement|lead|advantage)s? on|level with|short of|just like|near|improv\p{L}* (?:up)?on|trail\p{L}*|(?:(?:times|twice|double|half|triple|thrice) (?:that|those)|(?:times|twice|double|half|triple|×|-?fold) the [^,;:.()]{1,30}) (?:of|for|in|with)|as \p{L}+ as|outperform\p{L}*|leav(?:es|ing)|left|beat(?:s|ing)?|surpass\p{L}*|exceed\p{L}*|against|from)\s(?:(?:that|those)\sof\s)?(?:(?:both|all|even|also|only|the|an?|our|other|strong|standard|official|original|published|reported|vanilla|plain|simple|previous|baseline)\s){0,3}$/iu;

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

/** `below the choice of A (3.08 and 2.71 versus 3.12)`: only the last is A's. */
const IN_PAIR = /^[^()]{0,30}\s(?:vs\.?|versus|against|compared (?:to|with))\s[^()]{1,20}\)/iu;
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
      const isBehind = gap !== undefined && (RIGHT_BEHIND.test(gap) || TOLD_OF.test(gap));
      if (isBehind && !IN_PAIR.test(block.text.slice(quantity.unitEnd, view.sentence.end))) return false;
      const before = beforeList(view, scoped, first.start);
      if (!BEFORE_NAME.test(before) || (AGAINST.test(before) && isOpponent(scoped, mention))) return false;
      // `the best time from A` is A's.
      return !FROM.test(before) || CHANGES.test(view.text);
    })
  );
}

const FROM = /(?<!\p{L})from\s(?:the\s|an?\s)?$/iu;
const CHANGES = new RegExp(
  `(?<!\\p{L})(?:${CHANGE_VERBS}|${CHANGE_NOUNS}|${COMPARATIVES}|differ\\p{L}*|away|apart|up|down|to)(?!\\p{L})`,
  'iu',
);

const AND = /(?:,|,?\s(?:and|or))\s(?:the\s)?$/iu;

/** What stands before a name, or before the names that it is listed with: `higher than those of A and B`. */
function beforeList(view: SentenceView, { table }: ScopedTable, at: number): string {
  const { words, block } = view.reading;
  let start = at;
  for (;;) {
    const before = block.text.slice(view.sentence.start, start);
    const joint = AND.exec(before);
    if (!joint) return before;
    const end = view.sentence.start + joint.index;
    const previous = view
      .naming(table)
      .mentions.find(
        ({ label, quality, words: named }) =>
          label.axis === 'row' && quality >= HALF && words[named.at(-1)!]!.end === end,
      );
    if (!previous) return before;
    start = words[previous.words[0]!]!.start;
  }
}

const AGAINST = /(?<!\p{L})(?:against|over|from|beat(?:s|ing)?)\s(?:the\s)?$/iu;
const OPPONENT = /(?<!\p{L})(?:oppo\p{L}*|versus|vs|against|rivals?|visitors?)(?!\p{L})/iu;

/** `the game against Illinois`, where a column says whom each game was against. */
const isOpponent = ({ table }: ScopedTable, { label }: Mention): boolean =>
  label.column >= 0 && OPPONENT.test(table.columns[label.column]!.header);

/** `but fails to`, `while taking more turns` go on about the same subject. */
const SAME_SUBJECT =
  '(?!(?:its|their)\\s|(?:(?:it|he|she|they)\\s)?(?:(?:also|still|only|then|even|always|never)\\s)?(?:got|\\p{L}{2,}ing|is|are|was|were|has|have|had|does|did|can|could|fails?|failed|achieves?|obtains?|reach(?:es)?|gets?|gives?|performs?|drops?|needs?|takes?|improves?|remains?|yields?|loses?|shows?|requires?|uses?|\\p{L}{2,}ed)\\s)';
const CLAUSE_END = new RegExp(
  `;|:\\s(?=(?:in|the|we|this|these|those|it|for|with|on)\\s)|,\\sand\\s(?=among\\s|\\p{L}{3,}ing\\s)|,?\\s(?:while|whereas|but|although|though)\\s${SAME_SUBJECT}`,
  'giu',
);

const FEWEST_WORDS = 3;
/** What says where a number goes, and what links it. */
const GOES = new RegExp(`^(?:${CHANGE_VERBS}|reach(?:es|ed)?)$`, 'iu');
const LINKS = /^(?:while|whereas|but|although|though|and|the|its|from|to|at|of|only|just|about)$/iu;

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
  const place = clauseOf(quantity.start);
  const mentions = view.mentionsOf(scoped.table, 'row', number.row, HALF);
  if (mentions.length === 0 || mentions.some(mention => clauseOf(words[mention.words[0]!]!.start) === place))
    return false;
  const start = place === 0 ? view.sentence.start : ends[place - 1]!;
  const between = words.flatMap((word, at) =>
    word.start >= start && word.end <= quantity.start && !word.numeric ? [at] : [],
  );
  if (between.length < FEWEST_WORDS) return false;
  // `while the speedup drops to`: what a column is called is no other subject.
  const ofColumns = new Set(
    view.naming(scoped.table).mentions.flatMap(({ label, words: at }) => (label.axis === 'column' ? at : [])),
  );
  const others = between
    .filter(at => !ofColumns.has(at))
    .map(at => block.text.slice(words[at]!.start, words[at]!.end));
  return !(others.some(word => GOES.test(word)) && others.every(word => GOES.test(word) || LINKS.test(word)));
}

/** `, and B directed three of them`: the row is named only where something else is told. */
const isInNextClause = (view: SentenceView, quantity: Quantity, { scoped, number }: CellNumberRef): boolean =>
  view.isEachName(
    { scoped, axis: 'row', id: number.row },
    HALF,
    ({ start }) =>
      start > quantity.unitEnd && NEXT.test(view.reading.block.text.slice(quantity.unitEnd, start)),
  );

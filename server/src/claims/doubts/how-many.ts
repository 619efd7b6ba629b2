import { sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Label } from '../label-index.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { likeness, normalized, wordsOf } from '../words.ts';

const LIMIT =
  /(?<!\p{L})(?:requirements?|budgets?|limits?|thresholds?|quotas?|ceilings?|deadlines?)(?!\p{L})|(?<!\p{L})(?:required|allowed|permitted)[\s*_]*$|(?<!\p{L})(?:targets?|goals?|guidelines?|norms?)\s(?:of|to)\s(?:at\s(?:least|most)\s)?$/iu;
const LIMIT_BEHIND =
  /(?<!\p{L})(?:required|requirements?|budgets?|limits?|thresholds?|quotas?|ceilings?|deadlines?|allowed|permitted)(?!\p{L})/iu;

/** `the threshold for a good page is 2.5 s`. */
const LIMIT_FOR =
  /(?<!\p{L})(?:thresholds?|limits?|targets?|cut-?offs?|recommendations?|guidelines?|minimum|maximum)\s(?:for|of|on)\s[^.;,:()\d]{1,40}\s(?:is|are|was|were)\s(?:only\s|still\s|[~≈])?$/iu;

const AT_WHICH = /^[\s*_]*(?:at|above|below|beyond|from|under|over)\swhich(?!\p{L})/iu;

/** `passed the 10,000 mark`. */
const MARK = /^[\s-](?:\p{L}+[\s-])?mark(?!\p{L})/iu;
/** `in towns above 5,000 inhabitants`: which of them, not how many. */
const THOSE_ABOVE =
  /(?<!\p{L})(?:in|for|among|of|on|all)\s(?:the\s|all\s)?(?:\p{Ll}+\s)?\p{Ll}{3,}s\s(?:above|over|below|under|exceeding|with (?:more|less|fewer|at least|at most)(?: than)?|of (?:more|less|over|under|at least)(?: than)?)\s$/iu;

/** `well below the required 250 ms`, `the 250 ms budget`. */
export const isLimit = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean => {
  const { text } = reading.block;
  const before = /(?:\p{L}+[\s*_]+){0,3}$/u.exec(
    text.slice(Math.max(sentence.start, quantity.start - 40), quantity.start),
  );
  const after = /^[\s*_]*(?:[\p{L}-]+[\s*_]*){0,2}/u.exec(text.slice(quantity.unitEnd, sentence.end));
  if (AT_WHICH.test(text.slice(quantity.unitEnd, sentence.end))) return true;
  if (MARK.test(text.slice(quantity.unitEnd, sentence.end))) return true;
  if (quantity.bound !== undefined && THOSE_ABOVE.test(text.slice(sentence.start, quantity.start)))
    return true;
  if (LIMIT_FOR.test(text.slice(sentence.start, quantity.start))) return true;
  return LIMIT.test(before?.[0] ?? '') || LIMIT_BEHIND.test(after?.[0] ?? '');
};

const ANOTHER = /(?<!\p{L})(?:another|further|additional|extra)[\s*_]+$/iu;

const ADDITIONAL = /^\s?(?:additional|extra|further)\s\p{L}/iu;

/** `another 35 epochs`, `5.3M additional parameters`. */
export const isAnother = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  ANOTHER.test(reading.block.text.slice(Math.max(sentence.start, quantity.start - 24), quantity.start)) ||
  ADDITIONAL.test(reading.block.text.slice(quantity.unitEnd, sentence.end));

const SET_TO =
  /(?<!\p{L})(?:is|are|was|were|we)\s(?:\p{L}+ly\s)?(?:set|fix(?:ed)?|restrict(?:ed)?|initiali[sz]ed?)\s(?:[^.;:]{1,60}\s)?(?:to|at)\s/iu;

/** `The limit was set to 5 hours and the beam size to 100`. */
export const isSetTo = (view: SentenceView, quantity: Quantity): boolean =>
  SET_TO.test(sentenceBefore(view, quantity));

const ALL = /(?<!\p{L})(?:all|each of(?: the)?|every one of(?: the)?)[\s*_]+(?:of the\s)?$/iu;

/** `all 1000 shots`. */
export const isAllOfThem = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  quantity.unit === '' &&
  quantity.decimals === 0 &&
  ALL.test(reading.block.text.slice(Math.max(sentence.start, quantity.start - 24), quantity.start));

const CHOSE =
  /^\s(?:prefer|chose|choose|favou?r|voted?|liked?|picked|selected|trust|knew|know|bought|buy|would)\p{L}*\s/iu;

/** `64 % preferred A`: how many people did. */
export const isOfThoseWho = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  quantity.unit === '%' && CHOSE.test(reading.block.text.slice(quantity.unitEnd, sentence.end));

const THE = /(?<!\p{L})the\s$/iu;
const PICKED = /^\s(?:most|least|best|worst|\p{Ll}{3,}est)\s\p{L}/u;

/** `the 100 finest threads`. */
export const isPicked = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  quantity.unit === '' &&
  quantity.decimals === 0 &&
  THE.test(reading.block.text.slice(sentence.start, quantity.start)) &&
  PICKED.test(reading.block.text.slice(quantity.end, sentence.end));

const HELD_OUT =
  /(?<!\p{L})(?:(?:hold|held|holding|keep|kept|set|put|leave|left)\s(?:out|aside|back)|sampled?|drew)\s(?:another\s|only\s|about\s)?$/iu;

/** `we hold out 490 others` */
export const isHeldOut = (view: SentenceView, quantity: Quantity): boolean =>
  HELD_OUT.test(sentenceBefore(view, quantity));

const SUMS_UP =
  /,\s(?:\p{L}+\s)?(?:for|giving|yielding|making|bringing|resulting in|leading to|totall?ing)\s(?:us\s|it to\s)?(?:an?\s)?(?:grand\s|combined\s|overall\s)?(?:total\sof\s|sum\sof\s)$/iu;

/** `all of A and some of B, for a total of 4,677`: of what the sentence tells before. */
export const sumsUp = (view: SentenceView, quantity: Quantity): boolean =>
  SUMS_UP.test(sentenceBefore(view, quantity));

const COUNTED = /^\s(?:(?:are|were|is|was)\s)?(?:\p{Ll}+\s){0,2}?(\p{Ll}{3,}s)(?!\p{L})/u;
const LIKE = 0.7;

/**
 * `2,146 are unique dialogues`, where the row is `unique images` and another one counts dialogues: of what is counted the name says
 * nothing.
 */
export function countsOfOtherRow(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  if (quantity.unit !== '' || quantity.decimals > 0) return false;
  const noun = COUNTED.exec(sentenceBehind(view, quantity))?.[1];
  if (noun === undefined) return false;
  const norm = normalized(noun);
  const has = ({ words }: Label): boolean => words.some(word => likeness(word.norm, norm) >= LIKE);
  return (
    !scoped.labels.ofRow[number.row]!.some(has) &&
    !wordsOf(scoped.table.columns[number.column]!.header).some(word => likeness(word.norm, norm) >= LIKE) &&
    scoped.labels.rowLabels.some(has)
  );
}

const OF_WHICH = /^\sof\s(?:which|whom)(?!\p{L})/iu;

/** `9,000 lines (1,000 of which are new)`. */
export const isSomeOfWhich = (view: SentenceView, quantity: Quantity): boolean =>
  quantity.unit === '' && quantity.decimals === 0 && OF_WHICH.test(sentenceBehind(view, quantity));

const OF_SO_MANY =
  /(?:^|[;:]\s)(?:out\s)?of\s(?:(?:the|all|these|those|our|its|their)\s)*(?:total\s(?:of\s)?)?\d[\d,.]*\s[^,;:]{3,60},\s(?:only\s|about\s|some\s)?$/iu;

/** `Of all 92,173 lines, 2,146 are torn`: some of them, by what no label need say. */
export const isSomeOfSoMany = (view: SentenceView, quantity: Quantity): boolean =>
  OF_SO_MANY.test(sentenceBefore(view, quantity));

const USING = /(?<!\p{L})(?:using|with|from|on)\s(?:about\s|only\s|some\s)?$/iu;
const OF_DATA = /^\s\S{1,12}\sof\s(?:[\p{L}-]+\s){0,2}data(?!\p{L})/iu;

/** `Using 139 fb-1 of data`: how much was worked on. */
export const isOfData = (view: SentenceView, quantity: Quantity): boolean =>
  USING.test(sentenceBefore(view, quantity)) && OF_DATA.test(sentenceBehind(view, quantity));

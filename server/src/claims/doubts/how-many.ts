import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const LIMIT =
  /(?<!\p{L})(?:required|requirements?|budgets?|limits?|thresholds?|quotas?|ceilings?|deadlines?|allowed|permitted)(?!\p{L})/iu;

const AT_WHICH = /^[\s*_]*(?:at|above|below|beyond|from|under|over)\swhich(?!\p{L})/iu;

/** `well below the required 250 ms`, `the 250 ms budget`. */
export const isLimit = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean => {
  const { text } = reading.block;
  const before = /(?:\p{L}+[\s*_]+){0,3}$/u.exec(
    text.slice(Math.max(sentence.start, quantity.start - 40), quantity.start),
  );
  const after = /^[\s*_]*(?:[\p{L}-]+[\s*_]*){0,2}/u.exec(text.slice(quantity.unitEnd, sentence.end));
  if (AT_WHICH.test(text.slice(quantity.unitEnd, sentence.end))) return true;
  return LIMIT.test(before?.[0] ?? '') || LIMIT.test(after?.[0] ?? '');
};

const ANOTHER = /(?<!\p{L})(?:another|further|additional|extra)[\s*_]+$/iu;

/** `another 35 epochs`. */
export const isAnother = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  ANOTHER.test(reading.block.text.slice(Math.max(sentence.start, quantity.start - 24), quantity.start));

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

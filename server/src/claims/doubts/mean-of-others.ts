import type { Candidate } from '../candidates.ts';
import { sentenceBefore } from '../clause.ts';
import { columnStats } from '../column-stats.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const ON_AVERAGE_ONE =
  /(?<!\p{L})on average,?\s(?:an?|each|every|one)\s\p{L}|(?<!\p{L})(?:an?|each|every)\s\p{L}[^.;,]{2,60}\s(?:contains?|has|have|holds?|lasts?|takes?)\son average\s/iu;

/** `between 14.6 and 17.9, 16.0 on average`: a mean of those that lie between. */
export const isMeanOfRange = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  quantity.aggregate === 'mean' &&
  /(?<!\p{L})(?:between|from)\s[^;:()]{0,20}\d[^;:()]{0,30}\s(?:and|to)\s[^;:()]{0,16}\d[^;:()]{0,16},\s$/iu.test(
    reading.block.text.slice(sentence.start, quantity.start),
  );

/** `On average a page has 15.3 links`, where the column says how many there are in all. */
export const isMeanOfWholes = (
  view: SentenceView,
  { decimals }: Quantity,
  { scoped, number }: Candidate,
): boolean =>
  decimals > 0 && columnStats(scoped.table)[number.column]!.decimals === 0 && ON_AVERAGE_ONE.test(view.text);

const AVERAGES =
  /(?<!\p{L})(?:of which|that|which|they|these|together)\s(?:\p{L}+\s)?average[sd]?\s(?:about\s|only\s|[~≈])?$/iu;

/** `barley and lentil, the ages of which average 3777` */
export const isWhatTheyAverage = (view: SentenceView, quantity: Quantity): boolean =>
  AVERAGES.test(sentenceBefore(view, quantity));

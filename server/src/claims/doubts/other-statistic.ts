import { clauseBefore, isUnknown, partBefore } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef, ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { wordsOf } from '../words.ts';

const VARIES =
  /(?<!\p{L})(?:var(?:y|ies|ied|ying)|fluctuat\p{L}+|deviat\p{L}+|oscillat\p{L}+|scatter\p{L}*)\sby\s(?:about\s|up\sto\s|[~≈])?$/iu;

/** `varies by 0.85`: how much, not what. */
export const saysHowMuchItVaries = (view: SentenceView, quantity: Quantity): boolean =>
  VARIES.test(clauseBefore(view, quantity));

/** In characters. */
const NEAR = 90;
const STATISTIC =
  /(?<!\p{L})(?:[\p{L}-]+-)?(medians?|quartiles?|quantiles?|percentiles?|standard errors?|standard deviations?|margins? of error|confidence intervals?|interquartile|critical values?|odds|hazards?|weighted|macro|micro)(?!\p{L})/iu;

const STATISTIC_IN_SHORT = /(?<![\p{L}\d])(SE|SEM|SD|IQR|CI|MAD|RSE)(?:\s(?:of|is|was))?\s?[=:]?\s?$/u;

const MEDIAN = /(?<!\p{L})medians?(?!\p{L})/iu;
const MEAN = /(?<!\p{L})(?:means?|averages?d?)(?!\p{L})/iu;

/** `F1macro` says it too. */
const isInHeader = (said: string, { table }: ScopedTable): boolean =>
  table.columns.some(({ header }) => header.toLowerCase().includes(said));

/** `the median flow`, `(SE 0.61`. */
export function isOtherStatistic(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number: { column } }: CellNumberRef,
): boolean {
  const before = clauseBefore(view, quantity).slice(-NEAR);
  const short = STATISTIC_IN_SHORT.exec(before)?.[1];
  // A caption that says `mean (SE)` does not make it the number that a cell begins with.
  if (short !== undefined) return !scoped.labels.words.isLikeAny(wordsOf(short)[0]!.norm);
  // `The mean is 266 days` in a column of medians.
  if (MEDIAN.test(scoped.table.columns[column]!.header) && MEAN.test(before) && !MEDIAN.test(before))
    return true;
  // `The macro precision, recall and F1 were`
  const said = STATISTIC.exec(partBefore(view, quantity).slice(-NEAR))?.[1];
  return isUnknown(view, said, scoped) && !isInHeader(said!.toLowerCase(), scoped);
}

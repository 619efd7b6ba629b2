import { clauseBefore, isUnknown } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { wordsOf } from '../words.ts';

const VARIES =
  /(?<!\p{L})(?:var(?:y|ies|ied|ying)|fluctuat\p{L}+|deviat\p{L}+|oscillat\p{L}+|scatter\p{L}*)\sby\s(?:about\s|up\sto\s|[~≈])?$/iu;

/** `varies by 0.85`: how much, not what. */
export const saysHowMuchItVaries = (view: SentenceView, quantity: Quantity): boolean =>
  VARIES.test(clauseBefore(view, quantity));

/** In characters. */
const NEAR = 40;
const STATISTIC =
  /(?<!\p{L})(medians?|quartiles?|quantiles?|percentiles?|standard errors?|standard deviations?|margins? of error|confidence intervals?|interquartile|odds|hazards?)(?!\p{L})/iu;

const STATISTIC_IN_SHORT = /(?<![\p{L}\d])(SE|SEM|SD|IQR|CI|MAD|RSE)(?:\s(?:of|is|was))?\s?[=:]?\s?$/u;

/** `the median flow`, `(SE 0.61`. */
export function isOtherStatistic(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = clauseBefore(view, quantity).slice(-NEAR);
  const short = STATISTIC_IN_SHORT.exec(before)?.[1];
  // A caption that says `mean (SE)` does not make it the number that a cell begins with.
  if (short !== undefined) return !scoped.labels.words.isLikeAny(wordsOf(short)[0]!.norm);
  return isUnknown(view, STATISTIC.exec(before)?.[1], scoped);
}

import { sentenceBefore, sentenceBehind } from './clause.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** What is counted in percent of all there is; not a recovery or an error rate, which can be more. */
const MEASURE =
  '(?:accurac(?:y|ies)|precision|recall|f1(?:[ -]scores?)?|f[ -](?:scores?|measures?)|sensitivity|specificity|exact match|au(?:ro)?c|turnout|prevalence)';
const BEHIND = new RegExp(
  `^\\s(?:\\p{L}+\\s)?${MEASURE}(?![\\p{L}-])|^\\sof\\s(?:the|all|its|their)\\s(?:\\p{L}+\\s)?(?:votes?|voters|population|people|seats|time)(?![\\p{L}-])`,
  'iu',
);
const BEFORE = new RegExp(
  `(?<![\\p{L}-])${MEASURE}(?:\\s(?:rate|score|value|level)s?)?(?:\\s(?:of|is|was|at|to|reached|reaches)|\\s?[:=])?\\s?\\(?(?:about\\s|only\\s)?$`,
  'iu',
);
/** `120 % of the baseline's accuracy`, `an accuracy improvement of 150 %`. */
const OF_ANOTHER =
  /(?<!\p{L})(?:relative|normali[sz]ed|baseline|improv\p{L}*|gains?|increas\p{L}*|boost\p{L}*|higher|better|more|compared|versus|vs)(?!\p{L})/iu;
/** Assays find up to a fifth more than there is. */
const MOST = 130;

/** `an accuracy of 837 %`: a percentage of what there is at most a hundred of. */
export function isOverHundred(view: SentenceView, quantity: Quantity): boolean {
  if (quantity.unit !== '%' || quantity.size <= MOST || quantity.role !== 'value' || quantity.sign !== 0)
    return false;
  const behind = BEHIND.exec(sentenceBehind(view, quantity))?.[0];
  const before = BEFORE.exec(sentenceBefore(view, quantity))?.[0];
  return [behind, before].some(said => said !== undefined && !OF_ANOTHER.test(said));
}

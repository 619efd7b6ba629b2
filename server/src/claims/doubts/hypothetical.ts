import { clauseBefore, sentenceBehind } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const NOT_YET =
  /(?<!\p{L})(?:would|should|might|may|shall|will|(?:is|are|was|were|be|been|had|has|have|we|they|I)\s(?:\p{L}+ly\s)?(?:planned|expected|predicted(?=\sto)|projected|forecast|supposed|meant|intended|hoped|aimed))(?!\p{L})/iu;
/** `Had it been so,`. */
const HAD_IT = /^(?:Had|Were|Should)\s(?!\p{L}+\?)[^,?]{3,80},\s/u;
const WOULD = /^[^,;:.()]{0,40}\s(?:would|should|might)(?!\p{L})/iu;

const WOULD_BE =
  /(?<!\p{L})would\s(?:\p{L}+\s)?(?:be|give|have|reach|bring|cost|get|come|rise|fall|need|take)(?!\p{L})|(?<!\p{L})(?:may|might|can|could|should)\s(?:\p{L}+\s)?expect(?!\p{L})/iu;

const PERHAPS =
  /(?<!\p{L})(?:perhaps|maybe|possibly|probably|presumably)\s(?:as\s(?:many|much)\sas\s|some\s|about\s|only\s)?$/iu;

/** `pretraining on it would give 63.2`, `perhaps 95 per cent`: so plainly that not even the digits of a cell tell against it. */
export function saysWould(view: SentenceView, quantity: Quantity): boolean {
  const before = clauseBefore(view, quantity);
  return WOULD_BE.test(before) || PERHAPS.test(before);
}

/** `with the new pump it would give 23.4 l/s`. */
export const isHypothetical = (view: SentenceView, quantity: Quantity): boolean =>
  NOT_YET.test(clauseBefore(view, quantity)) ||
  HAD_IT.test(view.text) ||
  WOULD.test(sentenceBehind(view, quantity));

import { clauseBefore, isUnknown, sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { wordsOf } from '../words.ts';

const WHEN =
  /^[^.;:()]{0,40}\s(?:when|if|once|unless|as long as|as soon as)\s(?:\p{L}+\s){0,3}?(\p{L}{3,})/iu;

/** `drops to 44.6 when the pairs are noisy`. */
export function saysWhen(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const behind = sentenceBehind(view, quantity);
  const said = WHEN.exec(behind)?.[1];
  if (said === undefined) return false;
  return (
    !scoped.labels.words.isLikeAny(wordsOf(said)[0]!.norm) ||
    isUnknown(view, IF_DONE.exec(behind)?.[1], scoped)
  );
}

/** `0.81 if relations are collapsed`. */
const IF_DONE = /^[^.;:()]{0,40}\s(?:if|once)\s[^.;:(),]{3,40}\s(?:is|are|was|were)\s(\p{L}+ed)(?!\p{L})/iu;

const UNDER =
  /^\s?(?:(?!even|just|only)\p{L}+\s)?(?:with|under|during)\s(?:an?\s|the\s|its\s|no\s|only\s)?((?:[\p{L}-]+\s?){1,2}?)(?=[.,;:)]|$|\s(?:and|but|or|while)\s)/iu;

/** `4,150 with an expert`. */
export function saysUnder(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  return isUnknown(view, UNDER.exec(sentenceBehind(view, quantity))?.[1], scoped);
}

const UNDER_BEFORE =
  /\s(?:with|without|under|during)\s(?:an?\s|the\s|its\s|no\s|only\s)?((?:[\p{L}-]+\s){1,5}?)(?:is|was|are|were|becomes?|reach(?:es|ed)|made|makes?|took|takes?|gave|gives?|stands?\sat|stood\sat)\s(?:only\s|about\s|[~≈])?$/iu;

/** `Its accuracy with a stop-word filter is 55.2 %`. */
export function saysUnderBefore(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  return isUnknown(view, UNDER_BEFORE.exec(clauseBefore(view, quantity))?.[1], scoped);
}

const UNDER_THAT =
  /(?<!\p{L})(?:under|with|in|at|by|on|using)\s(?:that|those|such an?)\s(?:protocol|settings?|conditions?|set-?up|regime|scheme|criteri(?:on|a)|definitions?|assumptions?|scenario|procedure|configuration|variant|rule|split|release|version)(?!\p{L})/iu;

/** `Under that protocol A has`: one of which the sentence before spoke, not the table. */
export const isUnderThat = (view: SentenceView, quantity: Quantity): boolean =>
  UNDER_THAT.test(clauseBefore(view, quantity));

const GIVEN = /\p{L}\sgiven\s(?:an?|that|the)\s/iu;

/** `Place success given a successful pick is`. */
export const isGiven = (view: SentenceView, quantity: Quantity): boolean =>
  GIVEN.test(clauseBefore(view, quantity));

const TIMES_THE = /(?:^|[;,]\s)(?:and\s|but\s)?(?:at|with)\s(?:\p{L}+|\d+)\stimes\s(?:the|as|its|their)\s/iu;

/** `At ten times the scale`. */
export const isAtTimesThat = (view: SentenceView, quantity: Quantity): boolean =>
  TIMES_THE.test(sentenceBefore(view, quantity));

const IF =
  /(?:^|[;:]\s)(?:if|when|once|provided that|provided|assuming(?: that)?|given|should|as soon as|where)\s([^,;:]{3,80}),\s/iu;

/** `When it had to share the line`: the one of the sentence before. */
const OF_IT =
  /^(?:when|if|once)\s(?:it|they|he|she)\s(?!comes?\s)[^,;:]{3,80},\s(?:it|its|they|their|he|his|she|her)\s/iu;
const NEGATED = /\s(?:is|are|was|were)\s(?:not|never|no longer)\s(\p{L}{3,})/iu;
const UNDONE =
  /\s(?:is|are|was|were)\s(?:removed|dropped|disabled|omitted|replaced|frozen|ablated|discarded|excluded|left out|switched off|turned off|taken away)$/iu;

const REMOVAL =
  /(?:^|[\s(+/])(?:w\/o|without|no|not|minus|remov\p{L}+|replac\p{L}+|freez\p{L}+|frozen|drop\p{L}*|[-−–])(?=\s)|(?:^|\s)[-−–]\p{L}/iu;

/** The table has rows for what was taken away. */
const hasRemovals = ({ labels }: ScopedTable): boolean =>
  labels.rowLabels.some(({ text }) => REMOVAL.test(text));

/** `If one counts these, A rises to`. */
export function saysIf(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = IF.exec(sentenceBefore(view, quantity))?.[1];
  return (
    said !== undefined &&
    (OF_IT.test(sentenceBefore(view, quantity)) ||
      isUnknown(view, NEGATED.exec(said)?.[1] ?? '', scoped) ||
      isUnknown(view, said, scoped) ||
      (UNDONE.test(said) && !hasRemovals(scoped)))
  );
}

const IS_MORE =
  '(?:is|are|was|were)\\s(?:much\\s|far\\s|even\\s|still\\s|somewhat\\s|clearly\\s)?(?:\\p{L}+er|worse|better|more\\s\\p{L}+|less\\s\\p{L}+)';
const COMPARED = new RegExp(`^(?:The\\s)?((?:\\p{L}+\\s){1,3}?)${IS_MORE}[^,;]*,\\s(?:with|at)\\s`, 'iu');
const COMPARED_AS = new RegExp(
  `^(?:The\\s)?((?:[\\p{L}-]+\\s){1,3}?)${IS_MORE}(?:,\\sof\\scourse)?:\\s$`,
  'iu',
);

/** `Children are harder, with a WER of 14.9 for A`. */
export function isOfOthersCompared(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  const said = COMPARED.exec(before)?.[1];
  if (said !== undefined) return isUnknown(view, said, scoped);
  // `Computation-aware lag is higher: 2,150 ms`
  const kind = COMPARED_AS.exec(before)?.[1];
  return kind !== undefined && isUnknown(view, kind.split(/[\s-]/)[0]!, scoped);
}

const AFTER = /(?:^|[;:]\s)(?:and\s|but\s)?after\s(?:an?\s|the\s)?((?:[\p{L}\d-]+\s?){1,3}),\s/iu;

const AFTER_WE = /(?:^|[;:]\s)(?:and\s|but\s)?after\s(?:we|they)\s(?:had\s)?(\p{L}+)\s[^,;:]{3,80},\s/iu;

/** `; after a second firing, A runs at`, `After we removed the short ones, A rose to`. */
export function saysAfter(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  const said = AFTER.exec(before)?.[1] ?? AFTER_WE.exec(before)?.[1];
  return isUnknown(view, said, scoped);
}

const DONE_ON =
  /^(?:(?:Trained|Tested|Evaluated|Measured|Scored|Run|Quanti[sz]ed|Zero-shot|Few-shot|One-shot|\d+-shot)\s(?:on|with|at|by|in|to|from|without))\s([^,;:]{3,60}),\s/u;

/** `Tested on the synthetic rooms, A falls to`. */
export function isDoneOn(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  return isUnknown(view, DONE_ON.exec(sentenceBefore(view, quantity))?.[1], scoped);
}

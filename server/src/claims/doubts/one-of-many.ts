import { clauseBefore, isUnknown } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const ALONE = /(?:^|[,;:]\s(?:and\s|but\s)?)((?:\p{L}+\s){1,4})alone(?!\p{L})/iu;

/** `Food service alone shows`: a part of what the table has. */
export function isOfPartAlone(view: SentenceView, scoped: ScopedTable): boolean {
  const said = ALONE.exec(view.text)?.[1];
  return (
    said
      ?.trim()
      .split(' ')
      .some(word => isUnknown(view, word, scoped)) ?? false
  );
}

const RUN =
  /(?<!\p{L})(?:best|worst|first|second|third|last|single|luckiest|unluckiest|one|each|every|some|certain|individual)\s(?:\p{L}+\s)?(seeds?|runs?|folds?|trials?|attempts?|checkpoints?|epochs?|samples?)(?!\p{L})/iu;

/** `the best seed of A`: one of many of which the table has the mean. */
export function isOfOneRun(view: SentenceView, scoped: ScopedTable): boolean {
  return isUnknown(view, RUN.exec(view.text)?.[1], scoped);
}

const VERSION = /(?<!\p{L})(version|release)\s\d/iu;

/** `Version 2 of A`. */
export function isOfOtherVersion(view: SentenceView, scoped: ScopedTable): boolean {
  return isUnknown(view, VERSION.exec(view.text)?.[1], scoped);
}

const TOGETHER =
  /(?<!\p{L})and\s(?:[\p{L}\d+-]+\s){1,4}(?:together|combined|jointly|in combination|agree|overlap|coincide|share|intersect)(?!\p{L})/iu;

/** `When old and new are combined, A reaches`. */
const WHEN = /^(?:When|If|As|Once|Where|Although|Though)\s[^,]*,\s/u;

const TOGETHER_BEHIND = /^[^.;:()\d]{0,40}\s(?:together|combined|jointly|between them)(?!\p{L})/iu;
const SEVERAL =
  /(?<!\p{L})(?:and|both|two|three|four|five|six|seven|eight|nine|ten|several|these|those|them|they|all|\p{L}+s)(?!\p{L})/iu;

const OVER_ALL =
  /^\s(?:\p{L}+\s){0,2}(?:over|in|during|across)\s(?:all\s)?(?:the|these|his|her|its|their)\s(?:[\p{L}\d]+\s)?(?:years|seasons|months|weeks|games|rounds)(?!\p{L})/iu;

const TOGETHER_WITH = /(?<!\p{L})together with\s[^,;]{1,60}$/iu;
const TAKEN_TOGETHER = /(?<!\p{L})(?:taken|put|added|counted)\stogether\s?\(?$/iu;

/** `the two species together falling from 240` */
const SO_MANY_TOGETHER = /(?<!\p{L})(?:two|three|four|five|both|all)\s(?:\p{L}+\s){0,2}together(?!\p{L})/iu;

/** `A and B together have 20.4 %`, `A and B agree on 13.8 %`, `the two largest had 83.1 % together`. */
export const isOfSeveral = (view: SentenceView, quantity: Quantity): boolean =>
  TOGETHER_WITH.test(clauseBefore(view, quantity)) ||
  TOGETHER.test(clauseBefore(view, quantity).replace(WHEN, '')) ||
  TAKEN_TOGETHER.test(clauseBefore(view, quantity)) ||
  SO_MANY_TOGETHER.test(clauseBefore(view, quantity)) ||
  OVER_ALL.test(view.reading.block.text.slice(quantity.unitEnd, view.sentence.end)) ||
  (TOGETHER_BEHIND.test(view.reading.block.text.slice(quantity.unitEnd, view.sentence.end)) &&
    SEVERAL.test(clauseBefore(view, quantity)));

const MORE =
  /(?<!\p{L})(national|nation-wide|country-wide|regional|statewide|global|worldwide|international|internationally|abroad|overseas|domestic|domestically|elsewhere|European|federal|industry|sector)(?!\p{L})/iu;

/** `the national mean`. */
export function isOfMore(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  return isUnknown(view, MORE.exec(clauseBefore(view, quantity))?.[1], scoped);
}

import { isUnknown, sentenceBefore } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { withoutAsides } from './said-plainly.ts';

const GIVES =
  '(?:gives?|gave|yields?|yielded|lowers?|lowered|raises?|raised|lifts?|lifted|brings?|brought|moves?|moved|reduces?|reduced|increases?|increased|cuts?|drops?|dropped|improves?|improved|takes?|took|changes?|changed|leads|led|results?|resulted|pushes|pushed)';
const DOING = new RegExp(
  `(?:^|[;:]\\s|,\\s(?:and|but|while|whereas)\\s)(\\p{L}+ing)\\s((?:(?!${GIVES}\\s)[\\p{L}\\d/+-]+,?\\s){1,8})${GIVES}\\s(?:[\\p{L}\\d’'/+-]+\\s){0,8}$`,
  'iu',
);
const CAUSES = new RegExp(
  `(?:^|[;:]\\s|,\\s(?:and|but|while|whereas)\\s)((?:(?!${GIVES}\\s)[\\p{L}\\d/+-]+\\s){1,8})${GIVES}\\s(?:[\\p{L}\\d’'/+-]+\\s){1,8}(?:to|by)\\s(?:about\\s|only\\s|[~≈])?$`,
  'iu',
);
const LEAVING_OUT =
  /^(?:halving|doubling|tripling|quadrupling|leaving|excluding|ignoring|omitting|disregarding|counting|including|confining|restricting|limiting|narrowing|collapsing|merging|pooling)$/i;

/** `Soaking for twelve hours lowers it to`, `; doubling that moves A to`, where no label has what is done; `Leaving out the backup gives`. */
export function isOfOtherDoing(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = withoutAsides(sentenceBefore(view, quantity));
  const causes = CAUSES.exec(before)?.[1];
  if (causes !== undefined && isUnknown(view, causes, scoped)) return true;
  const [, verb, object] = DOING.exec(before) ?? [];
  if (verb === undefined) return false;
  // `Adding it to A`
  if (/^(?:it|them|this|these|those|both)\s/i.test(object!)) return true;
  return LEAVING_OUT.test(verb) || isUnknown(view, `${verb} ${object!}`, scoped);
}

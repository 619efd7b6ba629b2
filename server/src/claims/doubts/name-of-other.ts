import { NAMED } from '../candidates.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

/** Of `41 new convenience shops` what stands between number and name. */
const BEFORE_NAME =
  /^\s(?:(?!(?:and|or|in|on|at|of|to|for|with|by|from|than)\s)\p{Ll}[\p{L}-]*\s){0,2}$|^\s(?:needed|required|taken|used|reached|reported)\sby\s(?:the\s)?$/u;
/** Of `headed by diuretics at 22 %` what stands between name and number. */
const BEHIND_NAME = /^(?:\s(?:at|with)|[’']s?)\s(?:about\s|only\s|just\s|[~≈])?$/iu;

/** `708 shops, as 41 convenience shops opened`: all that names the row comes later, and has a number of its own. */
export const isNameOfOther = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean =>
  view.isEachName({ scoped, axis: 'row', id: number.row }, NAMED, ({ start, end }) =>
    view.sentence.quantities.some(other => {
      const { text } = view.reading.block;
      if (other.start <= quantity.end || start <= quantity.end) return false;
      return other.start >= end
        ? BEHIND_NAME.test(text.slice(end, other.start))
        : BEFORE_NAME.test(text.slice(other.unitEnd, start));
    }),
  );

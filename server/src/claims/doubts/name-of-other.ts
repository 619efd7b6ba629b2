import type { Span } from '../../text/span.ts';
import { NAMED } from '../candidates.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

/** The sentence names the row of the cell, and by each of the names stands a number that it is of. */
const isEachNameOf = (
  view: SentenceView,
  { scoped, number }: CellNumberRef,
  isOf: (name: Span, other: Quantity) => boolean,
): boolean =>
  view.isEachName({ scoped, axis: 'row', id: number.row }, NAMED, name =>
    view.sentence.quantities.some(other => isOf(name, other)),
  );

/** In brackets right behind, or `of`: `VITS (4.18)`, `a revenue of $12,392`. */
const OWN_NUMBER = /^(?:[’']s)?\s?(?:\(|of\s)[$€£~≈]?$/u;
/** `similar to the 22.7 of NewsCoref`. */
const OF_NAME = /^\s(?:of|for|by)\s(?:the\s)?$/iu;

/** Each mention of the row is followed by a number that is another one: `gets 4.15, below VITS (4.18)`. */
export const hasOwnNumber = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  isEachNameOf(view, cell, ({ start, end }, other) => {
    if (other === quantity) return false;
    const { text } = view.reading.block;
    return other.start >= end
      ? OWN_NUMBER.test(text.slice(end, other.start))
      : other.start > quantity.end && OF_NAME.test(text.slice(other.unitEnd, start));
  });

/** Of `41 new convenience shops` what stands between number and name. */
const BEFORE_NAME =
  /^\s(?:(?!(?:and|or|in|on|at|of|to|for|with|by|from|than)\s)\p{Ll}[\p{L}-]*\s){0,2}$|^\s(?:needed|required|taken|used|reached|reported)\sby\s(?:the\s)?$/u;
/** Of `headed by diuretics at 22 %` what stands between name and number. */
const BEHIND_NAME = /^(?:\s(?:at|with)|[’']s?)\s(?:about\s|only\s|just\s|[~≈])?$/iu;

/** `708 shops, as 41 convenience shops opened`: all that names the row comes later, and has a number of its own. */
export const isNameOfOther = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  isEachNameOf(view, cell, ({ start, end }, other) => {
    if (other.start <= quantity.end || start <= quantity.end) return false;
    const { text } = view.reading.block;
    return other.start >= end
      ? BEHIND_NAME.test(text.slice(end, other.start))
      : BEFORE_NAME.test(text.slice(other.unitEnd, start));
  });

/** Of `from 71.6 % for the plain U-Net to 82.3 %` what stands between the first number and the name, and from there to the second. */
const OF_FIRST = /^\s(?:for|in|with|by|of|on|at)\s(?:the\s|an?\s|our\s)?(?:\p{Ll}[\p{L}-]*\s){0,2}$/u;
const TO_SECOND = /^(?:\s\p{L}[\p{L}-]*){0,2}\sto\s(?:about\s|around\s|only\s|[~≈])?$/u;

/** All that names the row stands between the two ends of a step, and says of what the first one is. */
export const isNameOfFirst = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  isEachNameOf(view, cell, ({ start, end }, other) => {
    const { text } = view.reading.block;
    return (
      other.unitEnd <= start &&
      end <= quantity.start &&
      OF_FIRST.test(text.slice(other.unitEnd, start)) &&
      TO_SECOND.test(text.slice(end, quantity.start))
    );
  });

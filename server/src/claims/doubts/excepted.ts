import { isUnknown, sentenceBefore } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const EXCEPT =
  /(?<!\p{L})(?:except(?:ing)?(?:\sfor)?|apart from|aside from|with the exception of|other than)\s(?:the\s|an?\s)?([^.;:,()]{2,60}?)\s\([^()]*$/iu;

/** `Except for those under sixty (50 %)`: who is excepted has a number that no label speaks of. */
export const isOfExcepted = (view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean =>
  EXCEPT.exec(sentenceBefore(view, quantity))?.[1]
    ?.split(' ')
    .some(word => isUnknown(view, word, scoped)) ?? false;

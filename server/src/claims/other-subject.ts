import { type Candidate, FAINT, NAMED } from './candidates.ts';
import { clauseBefore, isUnknownWord, sentenceBefore, tellingWords } from './clause.ts';
import { hasOwnNumber } from './doubts/name-of-other.ts';
import {
  isForEach,
  isInOtherUnit,
  isOfDerived,
  isOfMoney,
  isOfOtherHead,
  isOfOtherKind,
  isOfPartOfColumn,
  isOnUnknown,
} from './doubts/other-measure.ts';
import {
  hasOtherName,
  hasOtherSubject,
  isLongerName,
  isOfNamedAside,
  isOfWhatFollows,
  isQualified,
} from './doubts/other-name.ts';
import { saysHowMuchItVaries } from './doubts/other-statistic.ts';
import { isAlongIt, isOfItsOwn, isOfItsPart, isOfThem } from './doubts/parts-of.ts';
import { isShareOfTotal } from './doubts/shares.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/*
 * A sentence may name row and column and yet give a number of something else: of a part of what the row is, of another statistic,
 * of another measure. Closed classes of words, and only where neither the table nor the title has what they say.
 */

/** The reason of a number that belongs to what no label names; so does one that is listed with it. */
export const OTHER_NAME = 'it has a name that no label has';

const OF_THOSE = /^Of\s(?:the|all|these|those)\s([^,;:()]{3,40}),\s(?:about\s|only\s|[~≈])?$/u;

/** `Of the gold human questions, 35.5 % were`, of which no label speaks. */
const isOfThoseSaid = (view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean =>
  tellingWords(OF_THOSE.exec(sentenceBefore(view, quantity))?.[1] ?? '').some(norm =>
    isUnknownWord(view, norm, scoped),
  );

/** What the number is of, as a reason that a person can follow; undefined where nothing is said. */
export function otherSubjectOf(view: SentenceView, quantity: Quantity, best: Candidate): string | undefined {
  if (best.row < NAMED && NO_ROW.test(clauseBefore(view, quantity)))
    return 'it is of something that the table does not name';
  if (isOfThoseSaid(view, quantity, best)) return 'it is of something that the table does not name';
  if (isOnUnknown(view, quantity, best)) return 'it is of a measure that the table does not have';
  if (isShareOfTotal(view, quantity, best)) return 'it is a share that the table does not have';
  if (isForEach(view, quantity, best)) return 'it is of each of them';
  if (best.row < FAINT && isOfPronoun(view, quantity)) return 'nothing says what it is of';
  if (isInOtherUnit(view, quantity, best) || isOfMoney(view, quantity, best)) return 'it is in another unit';
  if (isLongerName(view, quantity, best)) return 'its name is longer than that of the table';
  if (isOfWhatFollows(view, quantity, best.scoped))
    return 'what it is of stands behind it, and no label has it';
  if (hasOwnNumber(view, quantity, best)) return 'the name of the row has a number of its own';
  if (isQualified(view, best)) return 'a word before the name makes it another one';
  if (
    hasOtherName(view, quantity, best.scoped) ||
    hasOtherSubject(view, quantity, best) ||
    isOfNamedAside(view, quantity, best.scoped)
  )
    return OTHER_NAME;
  if (isOfOtherKind(view, quantity, best)) return 'it is of another kind than the column';
  if (best.column < NAMED && isOfOtherHead(view, quantity, best))
    return 'it is of a measure that the table does not have';
  if (isOfDerived(view, quantity, best)) return 'it is worked out from what the column has';
  if (isOfPartOfColumn(view, quantity, best)) return 'it is of a part of what the column is of';
  if (isOfThem(view, quantity)) return 'it is a part of what was said before';
  if (isAlongIt(view, quantity)) return 'it is a part of what the cell says, or a place in it';
  if (saysHowMuchItVaries(view, quantity)) return 'it says how much it varies';
  if (isOfItsPart(view, quantity, best) || isOfItsOwn(view, quantity, best.scoped))
    return 'it is of something that belongs to the row';
  return undefined;
}

const PRONOUN =
  /^(?:it|they|he|she|this|these|those)\s(?:\p{L}+\s){0,2}?(?:has|have|had|is|are|was|were|gets?|got|reache[sd]|achieve[sd]?|scored?s?|takes?|took|needs?)\s/iu;

/** `It has a recall of 61.2`, where no row was named before. */
const isOfPronoun = (view: SentenceView, quantity: Quantity): boolean =>
  PRONOUN.test(sentenceBefore(view, quantity));

/** `A random baseline has 25.0`, where no row is named. */
const NO_ROW =
  /(?<!\p{L})(?:baselines?|humans?|people|annotators|experts|others?|previous|prior|earlier|existing|competitors?|counterparts?|chance|random(?:ly)?|guess(?:ing|es)?)(?!\p{L})/iu;

import { isNumberAlone, isSettingItself, saysAmount, saysNumberAlone } from './doubts/amounts.ts';
import { beginsWithCondition } from './doubts/beginnings.ts';
import { isFromBeside } from './doubts/beside-table.ts';
import { isForSoMany, isOfRestricted, isOfTheOthers } from './doubts/cut-out.ts';
import { isHypothetical } from './doubts/hypothetical.ts';
import { isInsteadOf, isOfTuning } from './doubts/instead.ts';
import { isOfMore, isOfOneRun, isOfOtherVersion, isOfPartAlone, isOfSeveral } from './doubts/one-of-many.ts';
import { isOfOtherDoing } from './doubts/other-doing.ts';
import { isOfOtherTime } from './doubts/other-time.ts';
import {
  isAtTimesThat,
  isDoneOn,
  isGiven,
  isOfOthersCompared,
  isUnderThat,
  saysAfter,
  saysIf,
  saysUnder,
  saysUnderBefore,
  saysWhen,
} from './doubts/said-conditions.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * A sentence may name row and column and yet speak of another time, another run, or of what is not. Closed classes of words, and
 * only where neither the table nor the title has what they say.
 */

/** What the number holds under, as a reason that a person can follow; undefined where nothing is said. */
export function conditionOf(view: SentenceView, quantity: Quantity, scoped: ScopedTable): string | undefined {
  if (isHypothetical(view, quantity)) return 'it says what would be, not what is';
  if (isOfOtherTime(view, scoped)) return 'it is of a time that the table does not know';
  if (isFromBeside(view, quantity, scoped)) return 'it is from beside the table';
  if (isOfOneRun(view, scoped) || isOfPartAlone(view, scoped)) return 'it is of one of many';
  if (isOfOtherVersion(view, scoped)) return 'it is of another version';
  if (isOfSeveral(view, quantity)) return 'it is of several together';
  if (isOfMore(view, quantity, scoped)) return 'it is of more than the table has';
  if (isInsteadOf(view, quantity, scoped) || isOfTuning(view, quantity, scoped))
    return 'it is what comes of doing something that no label has';
  if (isOfTheOthers(view, quantity)) return 'it is of the others';
  if (isOfOtherDoing(view, quantity, scoped)) return 'it is what comes of doing something that no label has';
  if (
    saysAmount(view, quantity, scoped) ||
    saysWhen(view, quantity, scoped) ||
    isOfOthersCompared(view, quantity, scoped) ||
    isGiven(view, quantity) ||
    isUnderThat(view, quantity) ||
    isAtTimesThat(view, quantity) ||
    isOfRestricted(view, quantity) ||
    isForSoMany(view, quantity, scoped) ||
    saysAfter(view, quantity, scoped) ||
    isDoneOn(view, quantity, scoped) ||
    saysUnderBefore(view, quantity, scoped) ||
    saysUnder(view, quantity, scoped) ||
    saysIf(view, quantity, scoped) ||
    isSettingItself(view, quantity) ||
    isNumberAlone(view, quantity, scoped) ||
    saysNumberAlone(view, quantity, scoped) ||
    beginsWithCondition(view, quantity, scoped)
  )
    return 'it is under a condition that no label has';
  return undefined;
}

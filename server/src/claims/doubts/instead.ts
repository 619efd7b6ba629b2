import { isUnknownWord, sentenceBefore, tellingWords } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const INSTEAD = /(?:^|[;:,]\s)([^,;:]{3,70}?)\s(?:instead of|rather than|in place of)\s[^;:]*$/iu;
/** `instead of five` */
const INSTEAD_OF_NUMBER =
  /(?:instead of|rather than|in place of)\s(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L}))/iu;
/** So many words before `instead of` say what is done instead. */
const LAST = 2;

/** `With seven shelves instead of five, A falls to`, where no label has what is done instead. */
export function isInsteadOf(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  if (INSTEAD_OF_NUMBER.test(before)) return true;
  const said = INSTEAD.exec(before)?.[1];
  const words = tellingWords(said ?? '').slice(-LAST);
  return words.length > 0 && words.every(norm => isNowhere(view, norm, scoped));
}

const TUNING =
  /(?:^|[;:]\s)(?:lower|rais|increas|decreas|reduc|doubl|halv|chang|vary|mov|shift|tighten|relax|extend|shorten|widen|narrow|soften|harden)ing\s((?:[\p{L}\d/+-]+\s){1,6}?)(?:to\s(\d[\d.,]*)|to|from|by|gives?|gave|brings?|brought|makes?|made|lowers?|raises?|cuts?|improves?|reduces?|increases?)\s/iu;

/** `Lowering the cut-off of A to 50 brings B to`, where the table has no such cut-off, or not that one. */
export function isOfTuning(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const [, said, to] = TUNING.exec(sentenceBefore(view, quantity)) ?? [];
  if (said === undefined) return false;
  return (
    tellingWords(said).some(norm => isNowhere(view, norm, scoped)) ||
    (to !== undefined && !scoped.labels.words.hasNumber(to))
  );
}

/** In characters; a shorter word stands in too many names. */
const LEAST_IN_NAME = 4;

/** Neither in a label, not even run into another word, nor in the title. */
const isNowhere = (view: SentenceView, norm: string, scoped: ScopedTable): boolean =>
  isUnknownWord(view, norm, scoped) &&
  !(
    norm.length >= LEAST_IN_NAME &&
    scoped.labels.rowLabels.some(({ text }) => text.toLowerCase().includes(norm))
  );

import { type Candidate, NAMED } from '../candidates.ts';
import { isKeyHeader, isUnknown, sentenceBefore, sentenceBehind, tellingWords } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef, ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { likeness, wordsOf } from '../words.ts';

const LONGER = /^-\p{Lu}/u;
const WITH_VERSION = /^\s\d+(?:\.\d+)+\s\p{Ll}/u;

/** `protein on top of training`: both of them. */
const ON_TOP_OF =
  /^\s(?:on top of|plus|combined with|in combination with|together with|in addition to|along with)\s/iu;

/** `MMLU-Pro` is no mention of the column `MMLU`, nor `RoBERTa-Large` or `RoBERTa 2.1` of the row `RoBERTa`. */
export function isLongerName(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { text } = view.reading.block;
  const isLonger = (axis: 'row' | 'column', id: number): boolean =>
    view.isEachName({ scoped, axis, id }, NAMED, ({ end }) => {
      const behind = text.slice(end);
      return (
        LONGER.test(behind) ||
        (axis === 'row' && ON_TOP_OF.test(behind)) ||
        (axis === 'row' && end + 1 !== quantity.start && WITH_VERSION.test(behind))
      );
    });
  return isLonger('row', number.row) || isLonger('column', number.column);
}

const SYMBOL_IN_BRACKETS = /(?:^|[,;:.]\s)([^,;:.(]*)\([\p{L}\d²']{1,4}\s?[=≈]\s?[-+−]?$/u;

/** `comparable to the annotators’ agreement with each other (κ = 0.644)`: the row is named before the comma, of something else. */
export function isSymbolOfOther(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const before = SYMBOL_IN_BRACKETS.exec(sentenceBefore(view, quantity));
  if (!before) return false;
  const from = quantity.start - before[0].length;
  const isBefore = ({ start }: { readonly start: number }): boolean => start < from || start > quantity.end;
  return view.isEachName({ scoped, axis: 'row', id: number.row }, NAMED, isBefore);
}

const WITHOUT =
  /(?<!\p{L})(?:without|w\/o|no|minus|excluding|lacking)\s(?:(?:the|an?|any|its|our|their)\s)?$/iu;
const SAYS_WITHOUT =
  /(?<!\p{L})(?:without|w\/o|wo|no|non|not|minus|excluding|lacking|less|only)(?!\p{L})|[-−–¬]/iu;

/** `the narrator without the head` names no row `narrator + head`. */
export function isNamedWithout(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { words, block } = view.reading;
  const before = view
    .mentionsOf(scoped.table, 'row', number.row, NAMED)
    .filter(({ words: at }) => words[at.at(-1)!]!.end <= quantity.start);
  const last = before.reduce<(typeof before)[number] | undefined>(
    (latest, mention) => (latest && latest.words.at(-1)! >= mention.words.at(-1)! ? latest : mention),
    undefined,
  );
  return (
    last !== undefined &&
    !SAYS_WITHOUT.test(last.label.text) &&
    last.words.some(at => WITHOUT.test(block.text.slice(view.sentence.start, words[at]!.start)))
  );
}

const FOR_BEHIND =
  /^\s(?:for|by|from)\s(?:an?\s|the\s|its\s|their\s)?((?:[\p{L}-]+\s?){1,3}?)(?=[.,;:)]|$|\s(?:and|but|while|which|that|on|in|at|with)\s)/iu;

/** `0.500 for a coin flip`. */
export function isOfWhatFollows(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  return isUnknown(view, FOR_BEHIND.exec(sentenceBehind(view, quantity))?.[1], scoped);
}

const OTHER_NAME = /[,;]\s(?:and\s|while\s|but\s|the\s)*(\p{Ll}{3,})\s$/u;

const NO_NAME =
  /(?:ing|ly|ed)$|^(?:against|versus|from|with|over|than|under|near|about|around|only|just|still|almost|even|also|then|both|was|were|has|had|not)$/;

/** `A reaches 49.1, people 89.8`: the number has a name of its own. */
export function hasOtherName(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = OTHER_NAME.exec(sentenceBefore(view, quantity))?.[1];
  if (said === undefined || NO_NAME.test(said)) return false;
  const isSecond = view.sentence.quantities.some(({ end, noClaim }) => end < quantity.start && !noClaim);
  return isSecond && isUnknown(view, said, scoped);
}

const QUALIFIED =
  /(?:^|\s)(?:the|an?)\s(\p{Ll}[\p{Ll}-]*(?:ed|ing|zen|ken|ilt|own|orn))\s$|^(?!\p{L}+(?:ly|ing)\s)([\p{L}-]{4,})\s$/iu;
/** What is said of a thing without making it another one. */
const NO_OTHER =
  /^(?:(?:well|widely|commonly|so|best|top|high|low|strong|better|worst)-?\p{L}*-\p{L}+|proposed|called|named|winning|leading|competing|remaining|corresponding|resulting|existing|following|preceding|mentioned|published|underlying|outstanding|promising|surprising|striking|celebrated|popular|supervised|unsupervised|learned|given|said|used|selected|chosen|tested|compared|considered|evaluated|studied|examined|observed|known|unknown|shown|own|however|unlike|despite|although|whereas|while|since|because|meanwhile|thus|hence|moreover|furthermore|therefore|besides|instead|plain|vanilla|original|standard|simple|basic|mere|pure|single|full|whole|entire|today|compared|among|between|both|overall|after|before|from|with|without|dominating|interesting|challenging|demanding|performing)$/iu;

/** `The instruction-tuned Borage-8B`, `Recycled NMC622`, where a label has no such word. */
export const isQualified = (view: SentenceView, { scoped, number }: CellNumberRef): boolean =>
  view.isEachName({ scoped, axis: 'row', id: number.row }, NAMED, ({ start }) => {
    const match = QUALIFIED.exec(view.reading.block.text.slice(view.sentence.start, start));
    const said = match?.[1] ?? match?.[2];
    return (
      said !== undefined &&
      !NO_OTHER.test(said) &&
      !isKeyHeader(said, scoped) &&
      isUnknown(view, said, scoped)
    );
  });

const SUBJECT =
  /(?:^|[,;:]\s|\s(?:that|while|whereas|but|and)\s)(?:the\s|an?\s)?((?:[\p{L}\d+-]+\s){1,3}?)(?:reach(?:es|ed)?|achieve[sd]?|obtain(?:s|ed)?|gets?|got|scored?|attain(?:s|ed)?|report(?:s|ed)?|ha(?:s|ve|d))\s(?:(?:an?|the|only|about|up to)\s)*(?:(?:[\p{L}\d-]+\s){1,3}of\s)?(?:about\s|only\s|[~≈])?$/iu;
/** What stands for a row without naming it. */
const PRONOUN =
  /^(?:it|they|we|he|she|this|these|that|those|which|who|both|all|each|ours?|others?|one|ones|two|three|four|five|none|neither|either|former|latter|rest)\s|(?<!\p{L})(?:our|its|their|proposed|best|worst|other|same|first|second|third|last|former|latter|strongest|weakest|largest|smallest)(?!\p{L})/iu;

const FOR_COMPARISON = /^(?:for|by|in) (?:comparison|reference|contrast|context),\s/iu;

/** `top-down transformers reach 50.95`: a name of its own, and no row is named. */
export function hasOtherSubject(view: SentenceView, quantity: Quantity, { scoped, row }: Candidate): boolean {
  if (row >= NAMED && !FOR_COMPARISON.test(sentenceBefore(view, quantity))) return false;
  const said = SUBJECT.exec(sentenceBefore(view, quantity))?.[1];
  return said !== undefined && !PRONOUN.test(said) && isUnknown(view, said, scoped);
}

const BY_COMPARISON =
  /^(?:The\s)?(\p{Lu}[\p{L}\d-]+),\s(?:by|in|for|on)\s(?:comparison|contrast|its part|the other hand),\s/u;
const WHICH =
  /(?<!\p{L})(?:with|to|than|like|from|for|as|by)\s(?:the\s|an?\s)?(\p{L}{3,}),\s(?:which|who|whose\s\p{L}+)\s\p{L}+\s(?:only\s|about\s|at\s|[~≈])?$/iu;

const WHOSE = /(?<!\p{L})(\p{L}{3,})\s\((?:whose|which|with)\s[^()]{2,40}$/iu;

/** `Quern, by comparison, has 8,438`, `confused with quartz, which measures 2.65`. */
export function isOfNamedAside(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  return isUnknown(
    view,
    (BY_COMPARISON.exec(before) ?? WHICH.exec(before) ?? WHOSE.exec(before))?.[1],
    scoped,
  );
}

const BEFORE_COLON = /[(,;]\s?((?:\p{L}[\p{L}-]*\s?){1,3}):\s?[~≈]?$/u;

/** `(real: 2.12, simulated: 2.60)`: what stands before the colon says what the number is of, and neither row nor column is called so. */
export function isLabelledOtherwise(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const said = BEFORE_COLON.exec(sentenceBefore(view, quantity))?.[1];
  if (said === undefined) return false;
  const words = tellingWords(said);
  const isIn = (text: string): boolean =>
    wordsOf(text).some(({ norm }) => words.some(word => likeness(norm, word) >= LIKE_LABEL));
  return (
    words.length > 0 &&
    !isIn(scoped.table.columns[number.column]!.header) &&
    !scoped.labels.ofRow[number.row]!.some(({ text }) => isIn(text))
  );
}
const LIKE_LABEL = 0.6;

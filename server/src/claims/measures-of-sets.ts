import { type Candidate, cellAsNamed, NAMED } from './candidates.ts';
import { type Fit, unitIn } from './fit.ts';
import { isFarOff, isWhatItSays } from './in-column.ts';
import type { Siblings } from './judge-value.ts';
import { type Judgement, notInCell } from './judgement.ts';
import { neighboursOf } from './neighbours.ts';
import { headerWords, isSaidIn, isTellingValue, measuresSaid } from './other-measure-said.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';
import { canonical, wordsOf } from './words.ts';

/*
 * Headers of two parts, `test acc`, `test cons`, `dev acc`, `dev cons`, and two numbers of a row that a text says in one breath: `84.0
 * accuracy and 65.0 consistency on test` are of one data set, `20.5 and 13.1 BLEU` of one measure.
 */

const BARE = /^\s?(?:%\s)?(?:and|or|\/|,)\s$/u;
/** `84.0 accuracy and 67.4 consistency`, `a precision of 84.0 and a recall of 67.4`: no word for another data set stands between. */
const BREATH =
  /^\s?%?(?:\s(?!on\b|for|in\b|at\b|by|with|from|to\b|when|using)[\p{L}\p{N}@-]+){0,3},?\sand\s(?:(?!on\b|for|in\b|at\b|by|with|from|to\b)[\p{L}\p{N}@-]+\s){0,3}(?:of\s)?$/iu;

/** A number of the named row that is of the other data set, or of the other measure, than the number it is joined with. */
export function judgeJoined(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): Judgement | undefined {
  if (!isTellingValue(quantity)) return undefined;
  for (const { other, between } of neighboursOf(view, quantity)) {
    const isBare = BARE.test(between);
    if (!isTellingValue(other) || (!isBare && !BREATH.test(between))) continue;
    const cell = joinedCell(view, quantity, fits, other, fitsOf, isBare);
    if (cell) return notInCell(cell, fits, { score: 0.8, slip: false, inList: true });
  }
  return undefined;
}

function joinedCell(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  other: Quantity,
  fitsOf: Siblings['fitsOf'],
  isBare: boolean,
): Candidate | undefined {
  const own = placeOf(fits);
  const beside = placeOf(fitsOf(other));
  if (!own || !beside || own.scoped !== beside.scoped || own.number.row !== beside.number.row)
    return undefined;
  const { scoped } = own;
  const at = headerWords(scoped, own.number.column);
  const from = headerWords(scoped, beside.number.column);
  const said = measuresSaid(view, quantity);
  const inSentence = new Set([...said, ...wordsOf(view.text).map(({ norm }) => canonical(norm))]);
  const cells = scoped.labels.measures.flatMap(column => {
    const parts = partsOf(headerWords(scoped, column), at, from);
    if (!parts) return [];
    // What the header has in place of the own one's is said, and what that has is not.
    if (!isSaidIn(inSentence, parts.instead) || isSaidIn(inSentence, parts.dropped)) return [];
    const isMeasures = isSaidIn(said, parts.kept);
    if (isBare === isMeasures) return [];
    const number = scoped.numbers.inRow(own.number.row)[column];
    return number ? [cellAsNamed(view, { scoped, number }, NAMED)] : [];
  });
  const [cell, ...more] = cells;
  if (!cell || more.length > 0 || isWhatItSays(quantity, cell) || isFarOff(quantity, cell)) return undefined;
  return unitIn(view, scoped, quantity, cell.number.column) >= own.unit ? cell : undefined;
}

/** The only cell that a number agrees with, where its row is named. */
function placeOf(fits: readonly Fit[]): Fit | undefined {
  const named = fits.filter(({ row }) => row >= NAMED);
  return named.length === 1 && fits.every(({ row }) => row < NAMED || row === named[0]!.row)
    ? named[0]
    : undefined;
}

interface Parts {
  /** What the header shares with the number's own. */
  readonly kept: readonly string[];
  /** What it shares with that of the number beside it. */
  readonly instead: readonly string[];
  /** What the number's own header has in its place. */
  readonly dropped: readonly string[];
}

/** `test cons` is `dev cons` but for what it has of `test acc`. */
function partsOf(
  header: readonly string[],
  own: readonly string[],
  beside: readonly string[],
): Parts | undefined {
  for (let cut = 1; cut < header.length; cut++) {
    const head = header.slice(0, cut);
    const tail = header.slice(cut);
    if (endsWith(own, tail) && startsWith(beside, head) && !startsWith(own, head) && !endsWith(beside, tail))
      return { kept: tail, instead: head, dropped: own.slice(0, own.length - tail.length) };
    if (startsWith(own, head) && endsWith(beside, tail) && !endsWith(own, tail) && !startsWith(beside, head))
      return { kept: head, instead: tail, dropped: own.slice(head.length) };
  }
  return undefined;
}

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  words.length > start.length && start.every((word, at) => words[at] === word);
const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  words.length > end.length && end.every((word, at) => words[words.length - end.length + at] === word);

import type { Label } from './label-index.ts';
import type { Mention } from './mentions.ts';
import { isCommon, type Word } from './words.ts';

/** A place of the prose where a word of a label stands. */
export interface Match {
  readonly at: number;
  /** How many words of the prose: 2 for `bi-LSTM` against the label `BiLSTM`, 3 for `word error rate` against `WER`. */
  readonly span: number;
  /** Where it begins among the label's words, and of how many of them it is. */
  readonly word: number;
  readonly length: number;
  readonly like: number;
  /** How many words of labels it could be. */
  readonly crowd: number;
}

/** What names less of a label than this names it by a word that all labels have. */
const LEAST = 0.08;

/**
 * One mention for each place where the label's best word stands, with its other words looked for around it. Where places share
 * words the fullest and tightest mention has them: in `Large (tuned) stands at 0.8, Large at 1.0` the second `Large` is not tuned.
 */
export function addMentions(
  found: Mention[],
  label: Label,
  matches: readonly Match[],
  prose: readonly Word[],
): void {
  if (
    areOneName(label, matches) &&
    (matches.length === 1 || !matches.some(match => holdsValue(prose, matches[0]!, match)))
  ) {
    const mention = mentionOf(label, inOrder(matches, byPart));
    if (mention.quality >= LEAST) found.push(mention);
    return;
  }
  const weightOf = (match: Match): number => label.words[match.word]!.weight * match.like;
  let heaviest = 0;
  for (const match of matches) heaviest = Math.max(heaviest, weightOf(match));
  let anchors = matches.filter(match => weightOf(match) >= heaviest * 0.6);
  let free = matches;
  while (anchors.length > 0) {
    const best = fullestAt(label, anchors, free, prose);
    if (best.quality >= LEAST) found.push(best);
    if (matches.length === 1) return;
    free = free.filter(match => !best.words.includes(match.at));
    anchors = anchors.filter(match => !best.words.includes(match.at));
  }
}

/** The fullest mention of those that the anchors make, the first of equals. What the anchors of one name make is looked at once. */
function fullestAt(
  label: Label,
  anchors: readonly Match[],
  free: readonly Match[],
  prose: readonly Word[],
): Mention {
  let best: Mention | undefined;
  const before: (readonly Match[])[] = [];
  for (const anchor of anchors) {
    const taken = inOrder(takenWith(label, anchor, free, prose), byPart);
    if (before.some(other => areSame(other, taken))) continue;
    before.push(taken);
    const mention = mentionOf(label, taken);
    if (!best || byFullness(mention, best) < 0) best = mention;
  }
  return best!;
}

const areSame = (a: readonly Match[], b: readonly Match[]): boolean =>
  a.length === b.length && a.every((match, at) => match === b[at]);

/** `51.6 for A, 53.1 with its topics`: between two words of one name no value stands, unless it is `a fare of 4.20 EUR`. */
function holdsValue(prose: readonly Word[], a: Match, b: Match): boolean {
  const [first, last] = a.at < b.at ? [a, b] : [b, a];
  for (let at = first.at + first.span; at < last.at - 1; at++)
    if (prose[at]!.numeric && prose[at]!.norm.includes('.')) return true;
  return false;
}

/** Each match is of another word of the label and at another word of the prose, all within reach: whichever it begins with, it is one mention. */
function areOneName({ words }: Label, matches: readonly Match[]): boolean {
  if (matches.length > words.length) return false;
  const first = matches[0]!;
  for (let index = 0; index < matches.length; index++) {
    const { at, span, word, length } = matches[index]!;
    if (span > 1 || length > 1 || Math.abs(at - first.at) > reachOf(words) / 2) return false;
    for (let other = 0; other < index; other++)
      if (matches[other]!.at === at || matches[other]!.word === word) return false;
  }
  return true;
}

const reachOf = (words: readonly unknown[]): number => words.length + 3;

const lengthOf = ({ words }: Mention): number => words.at(-1)! - words[0]!;

const byFullness = (a: Mention, b: Mention): number => b.quality - a.quality || lengthOf(a) - lengthOf(b);

/** The anchor with the likest and nearest matches of the label's other words. */
function takenWith(label: Label, anchor: Match, free: readonly Match[], prose: readonly Word[]): Match[] {
  const taken: Match[] = [anchor];
  const reach = reachOf(label.words);
  const others: Match[] = [];
  let areApart = true;
  for (const match of free) {
    if (Math.abs(match.at - anchor.at) > reach || overlap(match, anchor)) continue;
    if (holdsValue(prose, anchor, match)) continue;
    for (const other of others) if (overlap(match, other) || overlap(other, match)) areApart = false;
    others.push(match);
  }
  // Where no two are at one place, the order makes no difference.
  for (const match of areApart ? others : nearestFirst(others, anchor.at))
    if (areApart || !taken.some(other => overlap(match, other))) taken.push(match);
  return taken;
}

/** The first begins at a word that the second has, or both have one of the label. */
const overlap = (a: Match, b: Match): boolean =>
  (a.at >= b.at && a.at < b.at + b.span) || (a.word < b.word + b.length && b.word < a.word + a.length);

/** The mention that matches of different words of a label make, in the label's order. */
function mentionOf(label: Label, matches: readonly Match[]): Mention {
  const words: number[] = [];
  let sum = 0;
  let core = 0;
  let alias = 0;
  let ordered = true;
  // A bare number in the text names no row, however much it looks like its key.
  let onlyNumbers = true;
  let onlyYears = true;
  let telling = 0;
  let last = -1;
  for (const { at, span, word: first, length, like } of matches) {
    let isTelling = false;
    for (let word = at; word < at + span; word++) if (!words.includes(word)) words.push(word);
    for (let part = first; part < first + length; part++) {
      const { weight, numeric, norm } = label.words[part]!;
      sum += weight * like;
      if (label.core?.has[part]) core += weight * like;
      if (label.alias?.has[part]) alias += weight * like;
      if (!isCommon(norm)) isTelling = true;
      if (!numeric) onlyNumbers = false;
      if (!YEAR.test(norm)) onlyYears = false;
    }
    if (isTelling) telling += span;
    if (at < last) ordered = false;
    last = at;
  }
  // Words that everybody uses never begin a mention, unless the label has no others.
  const quality =
    Math.max(
      sum / label.total,
      label.core ? (core / label.core.total) * CORE : 0,
      label.alias ? (alias / label.alias.total) * ALIAS : 0,
    ) *
    (ordered ? 1 : 0.88) *
    (label.onlyCommon ? 0.35 : 1) *
    (label.counted && words.length > 1 && (ordered || !areTogether(words)) ? COUNTS : 1) *
    (!onlyNumbers ? 1 : onlyYears && label.tellsTime ? 0.9 : 0.5);
  return { label, quality, words: ordered ? words : inOrder(words, rising), telling, dominated: 0 };
}

/** What stands in brackets need not be said. */
const CORE = 0.9;
/** What is said in brackets alone is another name, if less sure. */
const ALIAS = 0.7;

/** In `Game 4`, not in `the games after March 4`. */
const areTogether = (words: readonly number[]): boolean => Math.abs(words.at(-1)! - words[0]!) < words.length;

/** `The 4 games`: how many, not which. */
const COUNTS = 0.4;

/** A year names the row that is told by it. As one of several headers it does not say what is measured, and no other number names anything by itself. */
const YEAR = /^(?:1[6-9]|20)\d\d$/;

const byPart = (a: Match, b: Match): number => a.word - b.word;
const rising = (a: number, b: number): number => a - b;

/** A copy in order. Lists of two or three are made in their thousands, for which `sort` is slow. */
function inOrder<Item>(list: readonly Item[], compare: (a: Item, b: Item) => number): readonly Item[] {
  if (list.length < 2) return list;
  const sorted: Item[] = [];
  for (const item of list) {
    let at = sorted.length;
    sorted.push(item);
    for (; at > 0 && compare(sorted[at - 1]!, item) > 0; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = item;
  }
  return sorted;
}

/** The likest and nearest first. */
const nearestFirst = (matches: readonly Match[], at: number): readonly Match[] =>
  inOrder(matches, (a, b) => b.like - a.like || Math.abs(a.at - at) - Math.abs(b.at - at));

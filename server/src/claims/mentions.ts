import {
  type Label,
  type LabelHit,
  type LabelIndex,
  type LikeHit,
  LONGEST_BEGINNING,
  wordKeys,
} from './label-index.ts';
import { likeness, type Word } from './words.ts';

/** A place in the prose where a label of a table is named, wholly or in part. */
export interface Mention {
  readonly label: Label;
  /** Share of the label that is named, 0 to 1. */
  readonly quality: number;
  /** Indexes of the words that name it, rising. */
  readonly words: readonly number[];
  /** A longer or better name stands at the same words: `LSTM` inside of `stacked LSTM`; how fully, 0 to 1. */
  readonly dominated: number;
}

/** A word that is in so many labels says too little to begin with. */
const TOO_MANY = 300;

/** What names less of a label than this names it by a word that all labels have. */
const LEAST = 0.08;

interface Match {
  readonly at: number;
  /** How many words of the prose: 2 for `bi-LSTM` against the label `BiLSTM`. */
  readonly span: number;
  readonly hit: LabelHit;
  readonly like: number;
  /** How many words of labels it could be. */
  readonly crowd: number;
}

/** The labels that the words `[from, to)` name, best first within each place. */
export function mentionsIn(index: LabelIndex, words: readonly Word[], from: number, to: number): Mention[] {
  const byLabel = new Map<Label, Match[]>();
  for (let at = from; at < to; at++) addMatches(byLabel, index, words, at, to);
  const inFull = new FullNames(byLabel);
  const mentions: Mention[] = [];
  for (const [label, matches] of byLabel) {
    if (matches.every(isCrowded) && bestQuality(label, matches) < 0.5) continue;
    if (!inFull.outshine(label, matches)) addMentions(mentions, label, matches);
  }
  return markDominated(mentions);
}

/** A word that stands in more labels than this names none of them by itself. */
const CROWD = 40;

const isCrowded = (match: Match): boolean => match.crowd > CROWD;

const IN_FULL = 0.95;
/** Fewer names are cheaper to look at than to sort out. */
const FEW_NAMES = 8;

/**
 * Where names stand in full. In a long table every word of a name is in a hundred others: those are not looked at any further
 * where all of their words belong to full names.
 */
class FullNames {
  /** By label column the words that belong to a full name. */
  private readonly owned = new Map<string, Set<number>>();

  constructor(byLabel: ReadonlyMap<Label, readonly Match[]>) {
    if (byLabel.size < FEW_NAMES) return;
    for (const [label, matches] of byLabel) {
      if (bestQuality(label, matches) < IN_FULL) continue;
      const found: Mention[] = [];
      addMentions(found, label, matches);
      for (const { quality, words } of found)
        if (quality >= IN_FULL) for (const word of words) this.ownedIn(label).add(word);
    }
  }

  /** True where all words that could name the label belong to full names, and it is none itself. */
  outshine(label: Label, matches: readonly Match[]): boolean {
    if (this.owned.size === 0) return false;
    const owned = this.ownedIn(label);
    for (const { at, span } of matches)
      if (!owned.has(at) || (span === 2 && !owned.has(at + 1))) return false;
    return bestQuality(label, matches) < IN_FULL;
  }

  private ownedIn({ axis, column }: Label): Set<number> {
    const key = `${axis}${column}`;
    let owned = this.owned.get(key);
    if (!owned) this.owned.set(key, (owned = new Set()));
    return owned;
  }
}

/** No mention of the label can be better than this. */
function bestQuality(label: Label, matches: readonly Match[]): number {
  let sum = 0;
  for (let part = 0; part < label.words.length; part++) {
    let best = 0;
    for (const { hit, like } of matches)
      if (like > best && part >= hit.word && part < hit.word + hit.length) best = like;
    sum += best * label.words[part]!.weight;
  }
  return sum / label.total;
}

/** Adds what the word at `at` hits, alone or joined to the next one. */
function addMatches(
  byLabel: Map<Label, Match[]>,
  index: LabelIndex,
  words: readonly Word[],
  at: number,
  to: number,
): void {
  const word = words[at]!;
  const hits = likeHits(index, word);
  for (const { hit, like } of hits) addMatch(byLabel, { at, span: 1, hit, like, crowd: hits.length });
  const next = words[at + 1];
  if (
    next &&
    at + 1 < to &&
    !word.numeric &&
    next.start - word.end <= 1 &&
    index.beginnings.has(word.norm.slice(0, LONGEST_BEGINNING))
  ) {
    for (const hit of index.hits.get(word.norm + next.norm) ?? []) {
      if (hit.length === 1 && hit.label.words[hit.word]!.norm === word.norm + next.norm)
        addMatch(byLabel, { at, span: 2, hit, like: 0.95, crowd: 1 });
    }
  }
}

function addMatch(byLabel: Map<Label, Match[]>, match: Match): void {
  const known = byLabel.get(match.hit.label);
  if (known) known.push(match);
  else byLabel.set(match.hit.label, [match]);
}

/** A table that many pages use would else come to know every word of the wiki. */
const MOST_LOOKED = 5000;
const NONE: readonly LikeHit[] = [];

function likeHits(index: LabelIndex, word: Word): readonly LikeHit[] {
  const key = word.numeric ? `#${word.norm}` : word.norm;
  let found = index.looked.get(key);
  if (!found) {
    if (index.looked.size >= MOST_LOOKED) index.looked.clear();
    index.looked.set(key, (found = lookFor(index, word)));
  }
  return found;
}

function lookFor(index: LabelIndex, { norm, numeric }: Word): readonly LikeHit[] {
  let found: LikeHit[] | undefined;
  for (const key of wordKeys(norm, numeric)) {
    const hits = index.hits.get(key);
    if (!hits || hits.length > TOO_MANY) continue;
    for (const hit of hits) {
      if (found?.some(other => other.hit === hit)) continue;
      const like =
        hit.length === 2 ? joinedLikeness(hit, norm) : likeness(hit.label.words[hit.word]!.norm, norm);
      if (like > 0) (found ??= []).push({ hit, like });
    }
  }
  return found ?? NONE;
}

function joinedLikeness(hit: LabelHit, norm: string): number {
  const { words } = hit.label;
  return words[hit.word]!.norm + words[hit.word + 1]!.norm === norm ? 0.95 : 0;
}

/**
 * One mention for each place where the label's best word stands, with its other words looked for around it. Where places share
 * words the fullest and tightest mention has them: in `Large (tuned) stands at 0.8, Large at 1.0` the second `Large` is not tuned.
 */
function addMentions(found: Mention[], label: Label, matches: readonly Match[]): void {
  const weightOf = (match: Match): number => label.words[match.hit.word]!.weight * match.like;
  let heaviest = 0;
  for (const match of matches) heaviest = Math.max(heaviest, weightOf(match));
  let anchors = matches.filter(match => weightOf(match) >= heaviest * 0.6);
  let free = matches;
  while (anchors.length > 0) {
    let best: Mention | undefined;
    for (const anchor of anchors) {
      const mention = mentionAt(label, anchor, free);
      if (!best || byFullness(mention, best) < 0) best = mention;
    }
    const { words, quality } = best!;
    if (quality >= LEAST) found.push(best!);
    if (matches.length === 1) return;
    free = free.filter(match => !words.includes(match.at));
    anchors = anchors.filter(match => !words.includes(match.at));
  }
}

const lengthOf = ({ words }: Mention): number => words.at(-1)! - words[0]!;

const byFullness = (a: Mention, b: Mention): number => b.quality - a.quality || lengthOf(a) - lengthOf(b);

function mentionAt(label: Label, anchor: Match, matches: readonly Match[]): Mention {
  const taken: (Match | undefined)[] = label.words.map(() => undefined);
  const words: number[] = [];
  const take = (match: Match): void => {
    const { word, length } = match.hit;
    if (taken[word] || (length === 2 && taken[word + 1])) return;
    if (match !== anchor && words.includes(match.at)) return;
    taken[word] = match;
    if (length === 2) taken[word + 1] = match;
    for (let at = match.at; at < match.at + match.span; at++) if (!words.includes(at)) words.push(at);
  };
  take(anchor);
  if (matches.length > 1)
    for (const match of nearest(matches, anchor.at, label.words.length + 3)) take(match);
  let sum = 0;
  let ordered = true;
  // A bare number in the text names no row, however much it looks like its key.
  let onlyNumbers = true;
  let last = -1;
  taken.forEach((match, part) => {
    if (!match) return;
    const { weight, numeric } = label.words[part]!;
    sum += weight * match.like;
    if (match.at < last) ordered = false;
    last = match.at;
    if (!numeric) onlyNumbers = false;
  });
  // Words that everybody uses never begin a mention, unless the label has no others.
  const quality =
    (sum / label.total) * (ordered ? 1 : 0.88) * (label.onlyCommon ? 0.35 : 1) * (onlyNumbers ? 0.5 : 1);
  return { label, quality, words: words.length > 1 ? words.sort((a, b) => a - b) : words, dominated: 0 };
}

/** The matches within reach, the likest and nearest first. */
const nearest = (matches: readonly Match[], at: number, reach: number): Match[] =>
  matches
    .filter(match => Math.abs(match.at - at) <= reach)
    .sort((a, b) => b.like - a.like || Math.abs(a.at - at) - Math.abs(b.at - at));

/** Of two labels of one kind at the same words the one that is named more fully holds. */
function markDominated(mentions: readonly Mention[]): Mention[] {
  const strong = mentions.filter(({ quality }) => quality >= 0.6);
  return mentions.map(mention => {
    let dominated = 0;
    for (const other of strong) {
      if (
        other === mention ||
        other.label.axis !== mention.label.axis ||
        other.label.column !== mention.label.column
      )
        continue;
      const longer = other.words.length > mention.words.length;
      if (longer ? other.quality < mention.quality * 0.7 : other.quality <= mention.quality + 0.1) continue;
      if (mention.words.every(word => other.words.includes(word)))
        dominated = Math.max(dominated, other.quality);
    }
    return dominated > 0 ? { ...mention, dominated } : mention;
  });
}

import type { Label, LabelIndex } from './label-index.ts';
import type { LabelHit, LikeHits, SpelledHit } from './label-words.ts';
import { addMentions, type Match } from './make-mentions.ts';
import type { Word } from './words.ts';

/** A place in the prose where a label of a table is named, wholly or in part. */
export interface Mention {
  readonly label: Label;
  /** Share of the label that is named, 0 to 1. */
  readonly quality: number;
  /** Indexes of the words that name it, rising. */
  readonly words: readonly number[];
  /** How many they are, those that everybody uses left out. */
  readonly telling: number;
  /** A longer or better name stands at the same words: `LSTM` inside of `stacked LSTM`; how fully, 0 to 1. */
  readonly dominated: number;
}

/** The labels that the words `[from, to)` name, best first within each place. */
export function mentionsIn(index: LabelIndex, words: readonly Word[], from: number, to: number): Mention[] {
  const { byLabel, inFull } = matchesIn(index, words, from, to);
  const mentions: Mention[] = [];
  for (const [label, matches] of byLabel) {
    if (matches.every(isCrowded) && bestQuality(label, matches) < LEAST_OF_CROWD) continue;
    if (!inFull.outshine(label, matches)) addMentions(mentions, label, matches, words);
  }
  return markDominated(mentions);
}

/** A word that stands in more labels than this names none of them by itself. */
const CROWD = 40;

/** Less of a label than this is not named by crowded words alone. */
const LEAST_OF_CROWD = 0.5;

const isCrowded = (match: Match): boolean => match.crowd > CROWD;

const NONE_JOINED: readonly LabelHit[] = [];

interface Matches {
  readonly byLabel: ReadonlyMap<Label, readonly Match[]>;
  readonly inFull: FullNames;
}

/**
 * What the words may name. In a long table each word of a name stands in a hundred others: labels that crowded words alone
 * hit, and too little of, are left out before anything is made for them, and so are those that full names outshine.
 */
function matchesIn(index: LabelIndex, words: readonly Word[], from: number, to: number): Matches {
  /** By label: no mention can be fuller than this; infinite where a word that is not crowded hits it. */
  const most = index.scratch;
  most.fill(0);
  const hitsAt: LikeHits[] = [];
  const joinedAt: (readonly LabelHit[])[] = [];
  const spelledAt: (readonly SpelledHit[])[] = [];
  let hit = 0;
  const weigh = (label: number, share: number): void => {
    if (most[label] === 0) hit++;
    most[label]! += share;
  };
  for (let at = from; at < to; at++) {
    const hits = index.words.like(words[at]!);
    const { labels, shares } = hits;
    const crowded = labels.length > CROWD;
    for (let which = 0; which < labels.length; which++)
      weigh(labels[which]!, crowded ? shares[which]! : Number.POSITIVE_INFINITY);
    const next = at + 1 < to ? words[at + 1]! : undefined;
    const joined =
      next && next.start - words[at]!.end <= 1 ? index.words.joined(words[at]!, next) : NONE_JOINED;
    for (const { label } of joined) weigh(label.id, Number.POSITIVE_INFINITY);
    hitsAt.push(hits);
    joinedAt.push(joined);
    const spelled = index.words.spelled(words, at, to);
    for (const { hit } of spelled) weigh(hit.label.id, Number.POSITIVE_INFINITY);
    spelledAt.push(spelled);
  }
  if (hit === 0) return { byLabel: new Map(), inFull: NO_FULL_NAMES };
  /** The matches of the labels that may be named so fully; a sum in another order may differ in its last digits. */
  const matchesFrom = (least: number): Map<Label, Match[]> => {
    const byLabel = new Map<Label, Match[]>();
    for (let at = from; at < to; at++) {
      const hits = hitsAt[at - from]!;
      const { labels, likes } = hits;
      for (let which = 0; which < labels.length; which++) {
        if (most[labels[which]!]! < least - 1e-9) continue;
        const hit = index.words.hitOf(hits, which);
        addMatch(byLabel, { at, span: 1, hit, like: likes[which]!, crowd: labels.length });
      }
      for (const hit of joinedAt[at - from]!) addMatch(byLabel, { at, span: 2, hit, like: 0.95, crowd: 1 });
      for (const { span, hit } of spelledAt[at - from]!)
        addMatch(byLabel, { at, span, hit, like: 0.95, crowd: 1 });
    }
    return byLabel;
  };
  if (hit < FEW_NAMES) return { byLabel: matchesFrom(LEAST_OF_CROWD), inFull: NO_FULL_NAMES };
  const inFull = new FullNames(matchesFrom(IN_FULL), words);
  // What a word hits that is no full name's is looked at; all else is outshone.
  for (let at = from; at < to; at++) {
    const { labels } = hitsAt[at - from]!;
    for (let which = 0; which < labels.length; which++) {
      const id = labels[which]!;
      if (most[id]! >= LEAST_OF_CROWD - 1e-9 && !inFull.owns(index.words.labelAt(id), at))
        most[id] = Number.POSITIVE_INFINITY;
    }
  }
  return { byLabel: matchesFrom(IN_FULL), inFull };
}

const IN_FULL = 0.95;
/** Stands for the headers, which are in no label column. */
const HEADERS = -2;
/** Fewer names are cheaper to look at than to sort out. */
const FEW_NAMES = 8;

/**
 * Where names stand in full. In a long table every word of a name is in a hundred others: those are not looked at any further
 * where all of their words belong to full names.
 */
class FullNames {
  /** By label column the words that belong to a full name. */
  private readonly owned = new Map<number, Set<number>>();

  constructor(byLabel: ReadonlyMap<Label, readonly Match[]>, prose: readonly Word[]) {
    for (const [label, matches] of byLabel) {
      if (bestQuality(label, matches) < IN_FULL) continue;
      const found: Mention[] = [];
      addMentions(found, label, matches, prose);
      for (const { quality, words } of found)
        if (quality >= IN_FULL) for (const word of words) this.ownedIn(label).add(word);
    }
  }

  /** True where the word belongs to a full name of the label's column. */
  owns(label: Label, word: number): boolean {
    return this.owned.size > 0 && this.ownedIn(label).has(word);
  }

  /** True where all words that could name the label belong to full names, and it is none itself. */
  outshine(label: Label, matches: readonly Match[]): boolean {
    if (this.owned.size === 0) return false;
    const owned = this.ownedIn(label);
    for (const { at, span } of matches)
      for (let word = at; word < at + span; word++) if (!owned.has(word)) return false;
    return bestQuality(label, matches) < IN_FULL;
  }

  private ownedIn({ axis, column }: Label): Set<number> {
    const key = axis === 'row' ? column : HEADERS;
    let owned = this.owned.get(key);
    if (!owned) this.owned.set(key, (owned = new Set()));
    return owned;
  }
}

const NO_FULL_NAMES = new FullNames(new Map(), []);

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

function addMatch(byLabel: Map<Label, Match[]>, match: Match): void {
  const known = byLabel.get(match.hit.label);
  if (known) known.push(match);
  else byLabel.set(match.hit.label, [match]);
}

/** Of two labels of one kind at the same words the one that is named more fully holds. */
function markDominated(mentions: Mention[]): Mention[] {
  if (mentions.length < 2) return mentions;
  const strong = mentions.filter(({ quality }) => quality >= 0.6);
  if (strong.length === 0) return mentions;
  return mentions.map(mention => {
    let dominated = 0;
    for (const other of strong) {
      if (
        other === mention ||
        other.label.axis !== mention.label.axis ||
        other.label.column !== mention.label.column
      )
        continue;
      const longer = other.telling > mention.telling;
      if (longer ? other.quality < mention.quality * 0.7 : other.quality <= mention.quality + 0.1) continue;
      if (mention.words.every(word => other.words.includes(word)))
        dominated = Math.max(dominated, other.quality);
    }
    return dominated > 0 ? { ...mention, dominated } : mention;
  });
}

import type { Label, LabelIndex } from './label-index.ts';
import { isCrowded, kindOf, LabelHits, type LabelMatches } from './label-matches.ts';
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
  const { labels, inFull } = matchedIn(index, words, from, to);
  const mentions: Mention[] = [];
  for (const label of labels) {
    if (label.best < LEAST_OF_CROWD && label.matches.every(isCrowded)) continue;
    if (!inFull.outshine(label)) mentions.push(...label.mentions(words));
  }
  return markDominated(mentions);
}

/** Less of a label than this is not named by crowded words alone. */
const LEAST_OF_CROWD = 0.5;
const IN_FULL = 0.95;
/** Fewer names are cheaper to look at than to sort out. */
const FEW_NAMES = 8;

interface Matched {
  readonly labels: readonly LabelMatches[];
  readonly inFull: FullNames;
}

/**
 * What the words may name. Labels that crowded words alone hit, and too little of, are left out before anything is made for
 * them, and so are those that full names outshine.
 */
function matchedIn(index: LabelIndex, words: readonly Word[], from: number, to: number): Matched {
  const hits = new LabelHits(index, words, from, to);
  if (hits.count === 0) return { labels: [], inFull: NO_FULL_NAMES };
  if (hits.count < FEW_NAMES) return { labels: hits.matches(LEAST_OF_CROWD), inFull: NO_FULL_NAMES };
  const fullest = hits.matches(IN_FULL);
  const inFull = new FullNames(fullest, words);
  // What a word hits that is no full name's is looked at; all else is outshone.
  hits.letIn(LEAST_OF_CROWD, word => inFull.ownersOf(word));
  return { labels: hits.matches(IN_FULL, fullest), inFull };
}

/**
 * Where names stand in full. In a long table every word of a name is in a hundred others: those are not looked at any further
 * where all of their words belong to full names.
 */
class FullNames {
  /** Of each word that belongs to full names their kinds; see `kindOf`. */
  private readonly owners = new Map<number, Set<number>>();

  constructor(labels: readonly LabelMatches[], prose: readonly Word[]) {
    for (const matched of labels) {
      if (matched.best < IN_FULL) continue;
      const kind = kindOf(matched.label);
      for (const { quality, words } of matched.mentions(prose))
        if (quality >= IN_FULL) for (const word of words) this.own(word, kind);
    }
  }

  /** The kinds of the full names that a word belongs to. */
  ownersOf(word: number): ReadonlySet<number> {
    return this.owners.get(word) ?? NONE;
  }

  /** True where all words that could name the label belong to full names of its kind, and it is none itself. */
  outshine({ label, matches, best }: LabelMatches): boolean {
    if (this.owners.size === 0 || best >= IN_FULL) return false;
    const kind = kindOf(label);
    for (const { at, span } of matches)
      for (let word = at; word < at + span; word++) if (!this.ownersOf(word).has(kind)) return false;
    return true;
  }

  private own(word: number, kind: number): void {
    const known = this.owners.get(word);
    if (known) known.add(kind);
    else this.owners.set(word, new Set([kind]));
  }
}

const NONE: ReadonlySet<number> = new Set();
const NO_FULL_NAMES = new FullNames([], []);

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

import { type Label, type LabelHit, type LabelIndex, LONGEST_BEGINNING, wordKeys } from './label-index.ts';
import { isCommon, likeness, type Word } from './words.ts';

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

interface Match {
  readonly at: number;
  /** How many words of the prose: 2 for `bi-LSTM` against the label `BiLSTM`. */
  readonly span: number;
  readonly hit: LabelHit;
  readonly like: number;
}

/** The labels that the words `[from, to)` name, best first within each place. */
export function mentionsIn(index: LabelIndex, words: readonly Word[], from: number, to: number): Mention[] {
  const byLabel = new Map<Label, Match[]>();
  for (let at = from; at < to; at++) {
    for (const match of matchesAt(index, words, at, to)) {
      const known = byLabel.get(match.hit.label);
      if (known) known.push(match);
      else byLabel.set(match.hit.label, [match]);
    }
  }
  const mentions = [...byLabel].flatMap(([label, matches]) => mentionsOf(label, matches));
  return markDominated(mentions);
}

function matchesAt(index: LabelIndex, words: readonly Word[], at: number, to: number): Match[] {
  const word = words[at]!;
  const found: Match[] = [];
  let seen: Set<LabelHit> | undefined;
  for (const key of wordKeys(word.norm, word.numeric)) {
    const hits = index.hits.get(key);
    if (!hits || hits.length > TOO_MANY) continue;
    seen ??= new Set();
    for (const hit of hits) {
      if (seen.has(hit)) continue;
      seen.add(hit);
      const like =
        hit.length === 2 ? joinedLikeness(hit, word) : likeness(hit.label.words[hit.word]!.norm, word.norm);
      if (like > 0) found.push({ at, span: 1, hit, like });
    }
  }
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
        found.push({ at, span: 2, hit, like: 0.95 });
    }
  }
  return found;
}

function joinedLikeness(hit: LabelHit, word: Word): number {
  const { words } = hit.label;
  return words[hit.word]!.norm + words[hit.word + 1]!.norm === word.norm ? 0.95 : 0;
}

/**
 * One mention for each place where the label's best word stands, with its other words looked for around it. Where places share
 * words the fullest and tightest mention has them: in `Large (tuned) stands at 0.8, Large at 1.0` the second `Large` is not tuned.
 */
function mentionsOf(label: Label, matches: readonly Match[]): Mention[] {
  const weightOf = (match: Match): number => label.words[match.hit.word]!.weight * match.like;
  const heaviest = Math.max(...matches.map(weightOf));
  let anchors = matches.filter(match => weightOf(match) >= heaviest * 0.6);
  let free = matches;
  const found: Mention[] = [];
  while (anchors.length > 0) {
    const [best] = anchors.map(anchor => mentionAt(label, anchor, free)).sort(byFullness);
    found.push(best!);
    free = free.filter(match => !best!.words.includes(match.at));
    anchors = anchors.filter(match => !best!.words.includes(match.at));
  }
  return found;
}

const lengthOf = ({ words }: Mention): number => words.at(-1)! - words[0]!;

const byFullness = (a: Mention, b: Mention): number => b.quality - a.quality || lengthOf(a) - lengthOf(b);

function mentionAt(label: Label, anchor: Match, matches: readonly Match[]): Mention {
  const reach = label.words.length + 3;
  const taken = new Map<number, Match>();
  const near = matches
    .filter(match => Math.abs(match.at - anchor.at) <= reach)
    .sort((a, b) => b.like - a.like || Math.abs(a.at - anchor.at) - Math.abs(b.at - anchor.at));
  const used = new Set<number>();
  for (const match of [anchor, ...near]) {
    const parts = match.hit.length === 2 ? [match.hit.word, match.hit.word + 1] : [match.hit.word];
    if (parts.some(part => taken.has(part)) || (match !== anchor && used.has(match.at))) continue;
    for (const part of parts) taken.set(part, match);
    for (let word = 0; word < match.span; word++) used.add(match.at + word);
  }
  const sum = [...taken].reduce((total, [part, match]) => total + label.words[part]!.weight * match.like, 0);
  const ordered = inOrder([...taken].sort(([a], [b]) => a - b).map(([, match]) => match.at));
  // Words that everybody uses never begin a mention, unless the label has no others.
  const onlyCommon = label.words.every(word => isCommon(word.norm));
  // A bare number in the text names no row, however much it looks like its key.
  const onlyNumbers = [...taken.keys()].every(part => label.words[part]!.numeric);
  const quality =
    (sum / label.total) * (ordered ? 1 : 0.88) * (onlyCommon ? 0.35 : 1) * (onlyNumbers ? 0.5 : 1);
  return { label, quality, words: [...used].sort((a, b) => a - b), dominated: 0 };
}

const inOrder = (places: readonly number[]): boolean =>
  places.every((place, index) => index === 0 || place >= places[index - 1]!);

/** Of two labels of one kind at the same words the one that is named more fully holds. */
function markDominated(mentions: readonly Mention[]): Mention[] {
  return mentions.map(mention => {
    let dominated = 0;
    for (const other of mentions) {
      if (
        other === mention ||
        other.label.axis !== mention.label.axis ||
        other.label.column !== mention.label.column
      )
        continue;
      if (other.quality < 0.6 || !mention.words.every(word => other.words.includes(word))) continue;
      const longer = other.words.length > mention.words.length;
      if (longer ? other.quality >= mention.quality * 0.7 : other.quality > mention.quality + 0.1)
        dominated = Math.max(dominated, other.quality);
    }
    return dominated > 0 ? { ...mention, dominated } : mention;
  });
}

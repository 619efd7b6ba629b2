import type { Label, LabelIndex } from './label-index.ts';
import type { LabelHit, LikeHits, SpelledHit } from './label-words.ts';
import { addMentions, type Match } from './make-mentions.ts';
import type { Mention } from './mentions.ts';
import type { Word } from './words.ts';

/** Where a text has words of a label, and the mentions that they make: put together when somebody asks, and once. */
export class LabelMatches {
  readonly label: Label;
  readonly matches: Match[] = [];
  private known: number | undefined;
  private made: readonly Mention[] | undefined;

  constructor(label: Label) {
    this.label = label;
  }

  /** No mention of the label can be better than this. Asked for once all matches are there. */
  get best(): number {
    return (this.known ??= bestQuality(this.label, this.matches));
  }

  mentions(prose: readonly Word[]): readonly Mention[] {
    if (!this.made) {
      const made: Mention[] = [];
      addMentions(made, this.label, this.matches, prose);
      this.made = made;
    }
    return this.made;
  }
}

function bestQuality(label: Label, matches: readonly Match[]): number {
  let sum = 0;
  for (let part = 0; part < label.words.length; part++) {
    let best = 0;
    for (const { word, length, like } of matches)
      if (like > best && part >= word && part < word + length) best = like;
    sum += best * label.words[part]!.weight;
  }
  return sum / label.total;
}

/** Stands for the headers, which are in no label column. */
const HEADERS = -2;

/** Labels of one kind stand in one column, or are headers: where one of them is named no other is. */
export const kindOf = ({ axis, column }: Label): number => (axis === 'row' ? column : HEADERS);

/** A word that stands in more labels than this names none of them by itself. */
const CROWD = 40;

export const isCrowded = (match: Match): boolean => match.crowd > CROWD;

/** How like the words of a text are to one word of a label that they are written as, or short for. */
const WRITTEN_OTHERWISE = 0.95;
const NONE_JOINED: readonly LabelHit[] = [];

/** Stands for the place of a label's matches once they are in the list and whole. */
const WHOLE = 2 ** 30;

/**
 * What the words `[from, to)` may be of a table's labels. In a long table each word of a name stands in a hundred others: how
 * fully a label may be named is added up first, and matches are made only of those that are asked for.
 */
export class LabelHits {
  /** How many labels are hit at all. */
  readonly count: number;
  private readonly index: LabelIndex;
  private readonly from: number;
  /** By label: no mention can be fuller than this; infinite where a word that is not crowded hits it. */
  private readonly most: Float64Array;
  private readonly likeAt: LikeHits[] = [];
  private readonly joinedAt: (readonly LabelHit[])[] = [];
  private readonly spelledAt: (readonly SpelledHit[])[] = [];

  constructor(index: LabelIndex, words: readonly Word[], from: number, to: number) {
    this.index = index;
    this.from = from;
    const most = index.scratch;
    most.fill(0);
    this.most = most;
    let count = 0;
    const weigh = (label: number, share: number): void => {
      if (most[label] === 0) count++;
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
      this.likeAt.push(hits);
      this.joinedAt.push(joined);
      const spelled = index.words.spelled(words, at, to);
      for (const { hit } of spelled) weigh(hit.label.id, Number.POSITIVE_INFINITY);
      this.spelledAt.push(spelled);
    }
    this.count = count;
  }

  /** Labels that may be named so fully are looked at as well where they are hit by a word that no label of their kind owns. */
  letIn(least: number, ownersOf: (word: number) => ReadonlySet<number>): void {
    const { most, index, likeAt } = this;
    for (let at = 0; at < likeAt.length; at++) {
      const { labels } = likeAt[at]!;
      const owners = ownersOf(this.from + at);
      for (let which = 0; which < labels.length; which++) {
        const id = labels[which]!;
        // A sum in another order may differ in its last digits.
        if (most[id]! < least - 1e-9 || most[id] === Number.POSITIVE_INFINITY) continue;
        if (owners.size === 0 || !owners.has(kindOf(index.words.labelAt(id))))
          most[id] = Number.POSITIVE_INFINITY;
      }
    }
  }

  /** The matches of the labels that may be named so fully, in the order in which words hit them; those of `known` are whole already. */
  matches(least: number, known: readonly LabelMatches[] = []): readonly LabelMatches[] {
    const { most, index } = this;
    const { places } = index;
    const found: LabelMatches[] = [];
    // By label: one more than the place of its matches in the list, or what is below zero for its place among the known.
    places.fill(0);
    for (let at = 0; at < known.length; at++) places[known[at]!.label.id] = -1 - at;
    const matchesOf = (label: Label): Match[] | undefined => {
      const place = places[label.id]!;
      if (place === WHOLE) return undefined;
      if (place > 0) return found[place - 1]!.matches;
      if (place < 0) {
        found.push(known[-1 - place]!);
        places[label.id] = WHOLE;
        return undefined;
      }
      const added = new LabelMatches(label);
      found.push(added);
      places[label.id] = found.length;
      return added.matches;
    };
    for (let which = 0; which < this.likeAt.length; which++) {
      const hits = this.likeAt[which]!;
      const { labels, words, lengths, likes } = hits;
      const at = this.from + which;
      for (let one = 0; one < labels.length; one++) {
        if (most[labels[one]!]! < least - 1e-9) continue;
        matchesOf(index.words.labelAt(labels[one]!))?.push({
          at,
          span: 1,
          word: words[one]!,
          length: lengths[one]!,
          like: likes[one]!,
          crowd: labels.length,
        });
      }
      for (const { label, word, length } of this.joinedAt[which]!)
        matchesOf(label)?.push({ at, span: 2, word, length, like: WRITTEN_OTHERWISE, crowd: 1 });
      for (const { span, hit } of this.spelledAt[which]!) {
        const { label, word, length } = hit;
        matchesOf(label)?.push({ at, span, word, length, like: WRITTEN_OTHERWISE, crowd: 1 });
      }
    }
    return found;
  }
}

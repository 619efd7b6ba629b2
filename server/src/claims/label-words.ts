import type { Label } from './label-index.ts';
import { canonical, isCommon, likeness, singular, type Word } from './words.ts';

/** What a word of the prose may be: a word of a label, two that are written as one, or all that it is short for. */
export interface LabelHit {
  readonly label: Label;
  readonly word: number;
  /** How many words of the label. */
  readonly length: number;
}

/** All that a word of the prose may be, by label and word of it. Numbers alone: in long tables each word is in hundreds of labels. */
export interface LikeHits {
  /** Of each hit its label's id. */
  readonly labels: readonly number[];
  /** Of each hit where it begins among the label's words, and of how many of them it is. */
  readonly words: readonly number[];
  readonly lengths: readonly number[];
  /** How like it is to them, above 0. */
  readonly likes: readonly number[];
  /** How much of its label it names: the words' share, times how like it is. */
  readonly shares: readonly number[];
}

/** A word of a label that so many words of the prose spell out. */
export interface SpelledHit {
  readonly span: number;
  readonly hit: LabelHit;
}

/** What words of labels begin with is known up to this many letters. */
const LONGEST_BEGINNING = 3;
/** A word that is in so many labels says too little to begin with. */
const TOO_MANY = 300;
/** A table that many pages use would else come to know every word of the wiki. */
const MOST_LOOKED = 5000;
/** `bi-LSTM` for the label `BiLSTM`, or the other way about. */
const JOINED = 0.95;
/** A label has fewer words than this, or its further words count for nothing. */
const MOST_WORDS_OF_LABEL = 1024;

/** `WER` for `word error rate`, or the other way about. */
const SHORT = 0.95;
/** `BLEU` for a column that is called no more than `B`. */
const LETTER = 0.85;
const FEWEST_OF_CAPITALS = 3;
const FEWEST_INITIALS = 3;
const MOST_INITIALS = 6;
/** `area under the curve` has a word that its initials leave out. */
const LONGEST_SPELLED = 8;
/** In long tables so short a name may be anything. */
const MOST_LABELS = 200;

const NO_LIKE: LikeHits = { labels: [], words: [], lengths: [], likes: [], shares: [] };
const NO_HITS: readonly LabelHit[] = [];
const NONE_SPELLED: readonly SpelledHit[] = [];

/**
 * The words of a table's labels. A long table says few words many times: where each stands is kept as plain numbers, and
 * what else belongs to a hit is made when a text looks for it.
 */
export class LabelWords {
  private readonly labels: readonly Label[];
  /** Each word, and each two that a text may write as one, with the places that they stand at; see `place`. */
  private readonly single = new Map<string, number[]>();
  private readonly double = new Map<string, number[]>();
  /** The words under each key; see `labelKeys`. */
  private readonly byKey = new Map<string, string[]>();
  /** What words of labels begin with: whatever else two words of the prose can't be joined to. */
  private readonly beginnings = new Set<string>();
  /** Words with a capital inside, as in `StereoNet`: no common noun is akin to them. */
  private readonly names = new Set<string>();
  /** Words in capitals, each by itself. */
  private readonly capitals = new Map<string, number[]>();
  /** Words of headers that are one letter, by it. */
  private readonly letters = new Map<string, number[]>();
  /** Labels of several words by their initials. */
  private readonly initials = new Map<string, Label[]>();
  private readonly looked = new Map<string, LikeHits>();

  constructor(labels: readonly Label[]) {
    this.labels = labels;
    for (const label of labels) {
      const { words, id } = label;
      for (let at = 0; at < words.length && at < MOST_WORDS_OF_LABEL; at++) {
        const { norm, numeric, isName } = words[at]!;
        let places = this.single.get(norm);
        if (!places) {
          this.single.set(norm, (places = []));
          this.file(norm, numeric);
          if (isName) this.names.add(norm);
        }
        places.push(place(id, at));
        if (norm.length === 1 && !numeric && label.axis === 'column') add(this.letters, norm, place(id, at));
        const next = words[at + 1];
        if (next && !numeric) add(this.double, singular(norm + next.norm), place(id, at));
      }
      if (labels.length > MOST_LABELS) continue;
      for (const [at, { norm, capitals }] of words.entries())
        if (capitals) add(this.capitals, norm, place(id, at));
      const short = initialsOf(words, 0, words.length);
      if (short !== undefined) add(this.initials, short, label);
    }
  }

  /** True where a number is a word of some label. */
  hasNumber(text: string): boolean {
    return this.single.has(text);
  }

  /** True where some label has a word that this may be. */
  isLikeAny(norm: string): boolean {
    return wordKeys(norm, false).some(key => this.byKey.get(key)?.some(word => likeness(word, norm) > 0));
  }

  /** The same of what may be no more than akin, or two words of a label in one. */
  mayKnow(norm: string, numeric: boolean): boolean {
    return this.double.has(norm) || wordKeys(norm, numeric).some(key => this.byKey.has(key));
  }

  /** What a word of the prose may be. */
  like(word: Word): LikeHits {
    const { norm, numeric, capitals, lower } = word;
    const key = numeric
      ? `#${norm}`
      : capitals
        ? `^${norm}`
        : lower && this.names.size > 0
          ? `-${norm}`
          : norm;
    let found = this.looked.get(key);
    if (!found) {
      if (this.looked.size >= MOST_LOOKED) this.looked.clear();
      this.looked.set(key, (found = this.lookFor(word)));
    }
    return found;
  }

  /** What a word of the prose is together with the next one: `bi-LSTM` the label `BiLSTM`. */
  joined({ norm, numeric }: Word, next: Word): readonly LabelHit[] {
    if (numeric || !this.beginnings.has(norm.slice(0, LONGEST_BEGINNING))) return NO_HITS;
    return this.single.get(singular(norm + next.norm))?.map(at => this.hit(at, 1)) ?? NO_HITS;
  }

  /** What words from `at` on may be spelled out of: `word error rate` the label `WER`. With how many words they are. */
  spelled(words: readonly Word[], at: number, to: number): readonly SpelledHit[] {
    if (this.capitals.size === 0) return NONE_SPELLED;
    const found: SpelledHit[] = [];
    for (let span = 2; span <= LONGEST_SPELLED && at + span <= to; span++) {
      if (words[at + span - 1]!.start - words[at + span - 2]!.end > 1) break;
      const short = initialsOf(words, at, at + span);
      for (const place of (short !== undefined && this.capitals.get(short)) || [])
        found.push({ span, hit: this.hit(place, 1) });
    }
    return found;
  }

  private file(norm: string, numeric: boolean): void {
    for (const key of labelKeys(norm, numeric)) add(this.byKey, key, norm);
    for (let length = 1; length <= LONGEST_BEGINNING && length < norm.length; length++)
      this.beginnings.add(norm.slice(0, length));
  }

  private lookFor({ norm, numeric, capitals, lower }: Word): LikeHits {
    const found: Found[] = [];
    const likes = this.likesOf(norm, numeric, lower);
    if (likes)
      for (const [word, like] of likes)
        if (like > 0) found.push({ places: this.single.get(word)!, length: 1, like });
    const double = numeric ? undefined : this.double.get(norm);
    if (double && double.length <= TOO_MANY) found.push({ places: double, length: 2, like: JOINED });
    if (capitals)
      for (const { id, words } of this.initials.get(norm) ?? [])
        found.push({ places: [place(id, 0)], length: words.length, like: SHORT });
    const letters = capitals && norm.length >= FEWEST_OF_CAPITALS ? this.letters.get(norm[0]!) : undefined;
    if (letters) found.push({ places: letters, length: 1, like: LETTER });
    return found.length === 0 ? NO_LIKE : this.hitsOf(found);
  }

  /** What was found in one list, by label. */
  private hitsOf(found: readonly Found[]): LikeHits {
    const hits = {
      labels: [] as number[],
      words: [] as number[],
      lengths: [] as number[],
      likes: [] as number[],
      shares: [] as number[],
    };
    const add = (at: number, { length, like }: Found): void => {
      hits.labels.push(Math.floor(at / MOST_WORDS_OF_LABEL));
      hits.words.push(at % MOST_WORDS_OF_LABEL);
      hits.lengths.push(length);
      hits.likes.push(like);
      hits.shares.push(this.shareOf(at, length) * like);
    };
    // Mostly it is one word of the labels, whose places are in their order.
    const [first] = found;
    if (found.length === 1) for (const at of first!.places) add(at, first!);
    else {
      const all = found.flatMap(from => from.places.map(at => ({ at, from })));
      for (const { at, from } of all.sort((a, b) => a.at - b.at)) add(at, from);
    }
    return hits;
  }

  /** The words of labels that a word may be, with how like they are; most words may be none. */
  private likesOf(norm: string, numeric: boolean, lower: boolean): ReadonlyMap<string, number> | undefined {
    let likes: Map<string, number> | undefined;
    for (const key of wordKeys(norm, numeric)) {
      const words = this.byKey.get(key);
      if (!words) continue;
      let count = 0;
      for (const word of words) count += this.single.get(word)!.length;
      if (count > TOO_MANY) continue;
      likes ??= new Map();
      for (const word of words) {
        const isOther = lower && word !== norm && this.names.has(word);
        if (!likes.has(word)) likes.set(word, isOther ? 0 : likeness(word, norm));
      }
    }
    return likes;
  }

  labelAt(id: number): Label {
    return this.labels[id]!;
  }

  private hit(at: number, length: number): LabelHit {
    const label = this.labels[Math.floor(at / MOST_WORDS_OF_LABEL)]!;
    return { label, word: at % MOST_WORDS_OF_LABEL, length };
  }

  /** Which share of its label so many words are, 0 to 1. */
  private shareOf(at: number, length: number): number {
    const label = this.labels[Math.floor(at / MOST_WORDS_OF_LABEL)]!;
    const word = at % MOST_WORDS_OF_LABEL;
    let weight = 0;
    for (let part = word; part < word + length; part++) weight += label.words[part]!.weight;
    return weight / label.total;
  }
}

/** Places that a word of the prose may be, and how like it is to what stands there. */
interface Found {
  /** Rising; see `place`. */
  readonly places: readonly number[];
  readonly length: number;
  readonly like: number;
}

const LITTLE = new Set(['a', 'an', 'and', 'for', 'of', 'the', 'to']);

/** What several words would be in short; undefined for a number, and for what is hardly a name. */
function initialsOf(
  words: readonly { readonly norm: string; readonly numeric: boolean }[],
  from: number,
  to: number,
): string | undefined {
  let initials = '';
  for (let at = from; at < to; at++) {
    const { norm, numeric } = words[at]!;
    if (numeric) return undefined;
    if (LITTLE.has(norm)) {
      if (at === from || at === to - 1) return undefined;
      continue;
    }
    if (isCommon(norm) && (at === from || at === to - 1)) return undefined;
    if (norm.length < 3) return undefined;
    initials += norm[0];
  }
  return initials.length < FEWEST_INITIALS || initials.length > MOST_INITIALS ? undefined : initials;
}

/** A label and a word of it in one number. */
const place = (label: number, word: number): number => label * MOST_WORDS_OF_LABEL + word;

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Under which keys a word of a label is filed. Each is a promise that `likeness` may hold. */
function labelKeys(norm: string, numeric: boolean): string[] {
  if (numeric) return [norm];
  const keys = [canonical(norm)];
  if (norm.length >= 4) keys.push(`4:${norm.slice(0, 4)}`);
  if (norm.length === 3) keys.push(`3:${norm}`);
  return keys;
}

const keysOfWords = new Map<string, readonly string[]>();
const MOST_WORDS = 20_000;

/** Under which keys a word of the prose is looked for. The words of a language are few, so that they are remembered. */
function wordKeys(norm: string, numeric: boolean): readonly string[] {
  if (numeric) return [norm];
  let keys = keysOfWords.get(norm);
  if (!keys) {
    if (keysOfWords.size >= MOST_WORDS) keysOfWords.clear();
    keysOfWords.set(norm, (keys = keysOf(norm)));
  }
  return keys;
}

function keysOf(norm: string): readonly string[] {
  const keys = [canonical(norm)];
  if (norm.length >= 4) keys.push(`4:${norm.slice(0, 4)}`);
  if (norm.length >= 5) keys.push(`3:${norm.slice(0, 3)}`);
  return keys;
}

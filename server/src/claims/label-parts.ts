import { OWN } from './own-method.ts';
import { hasNameBesideOwn } from './own-row.ts';
import { canonical, isCommon, isPale, wordsOf } from './words.ts';

/** A word of a label, as its text alone gives it. */
export interface Part {
  readonly norm: string;
  /** Stands for all ways to write what it says. */
  readonly notion: string;
  readonly numeric: boolean;
  readonly capitals: boolean;
  readonly isName: boolean;
  /** It stands in brackets, beside others that do not. */
  readonly inside: boolean;
  /** How much it tells beside the label's other words. */
  readonly part: number;
}

/** Tables of one study call their rows the same, and say few words many times: both are remembered. */
const labels = new Map<string, readonly Part[]>();
const parts = new Map<string, Part>();
const MOST_LABELS = 5000;
const LONGEST_LABEL = 200;

/** The words of a label; what stands in brackets, years and words that everybody uses tell less. */
export function labelWords(label: string): readonly Part[] {
  if (label.length > LONGEST_LABEL) return readWords(label);
  let words = labels.get(label);
  if (!words) {
    if (labels.size >= MOST_LABELS) {
      labels.clear();
      parts.clear();
    }
    const own = copied(label);
    labels.set(own, (words = readWords(own)));
  }
  return words;
}

/** The same text by itself: a piece of a file's text would keep all of it in memory. */
const copied = (text: string): string => ` ${text}`.slice(1);

/** A key that is nothing but a number names its row only together with what it counts: `60 buses`, `5 % biased users`. */
export function withHeader(words: readonly Part[], header: string): readonly Part[] {
  if (words.length === 0 || !words.every(word => word.numeric)) return words;
  return [...words, ...labelWords(header).filter(word => !word.numeric)];
}

const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;

function readWords(text: string): readonly Part[] {
  const hasNames = CAPITAL_INSIDE.test(text);
  const brackets = /[([]/.test(text)
    ? [...text.matchAll(/\([^)]*\)|\[[^\]]*\]/g)].map(
        match => [match.index, match.index + match[0].length] as const,
      )
    : [];
  const whole = brackets.some(([start, end]) => start === 0 && end === text.length);
  const words = wordsOf(text);
  const hasName = hasNameBesideOwn(words);
  return words.flatMap(word => {
    const norm = word.norm === OWN && hasName ? 'our' : word.norm;
    const inside = !whole && brackets.some(([start, end]) => start <= word.start && word.end <= end);
    // The `and` of `A (Ash and Bell, 2021)` is no part of the name.
    if (inside && isCommon(norm)) return [];
    const year = word.numeric && /^(?:19|20)\d\d$/.test(norm);
    const part = isCommon(norm) ? 0.1 : year ? 0.3 : inside ? 0.3 : isPale(norm) ? 0.5 : 1;
    const isName = hasNames && CAPITAL_INSIDE.test(text.slice(word.start, word.end));
    return once({
      norm,
      notion: canonical(norm),
      numeric: word.numeric,
      capitals: word.capitals,
      isName,
      inside,
      part,
    });
  });
}

/** One object for all parts that are the same. */
function once(part: Part): Part {
  const key = `${part.norm}\0${part.numeric}${part.capitals}${part.isName}${part.inside}${part.part}`;
  const known = parts.get(key);
  if (known) return known;
  parts.set(key, part);
  return part;
}

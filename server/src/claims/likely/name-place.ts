import type { Label } from '../label-index.ts';
import type { Mention } from '../mentions.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

/** A name of a row or a column where it stands in the block's text. */
export interface NameAt {
  readonly start: number;
  readonly end: number;
  readonly mention: Mention;
}

/** How a name stands to a number of its sentence; of several the one that stands nearest to it. */
export interface NamePlace {
  readonly isBefore: boolean;
  /** Words between name and number, at most 30. */
  readonly words: number;
  /** Numbers between them, at most 4. */
  readonly numbers: number;
  /** Ends of clauses between them, at most 3. */
  readonly clauses: number;
  /** Something is compared with what it names: `than A`. */
  readonly isComparand: boolean;
  /** `for A` right behind the number. */
  readonly isRightBehind: boolean;
  /** No other name of its axis stands between it and the number behind it. */
  readonly isLastBefore: boolean;
  /** Another number stands right behind it: `BLEU of 27.4` for the next number. */
  readonly isBeforeOther: boolean;
  /** Another number stands right before it: `27.4 BLEU`. */
  readonly isBehindOther: boolean;
  /** How many rows share the name. */
  readonly rows: number;
  /** Of several names the one with most is the nearest. */
  readonly nearness: number;
}

const MENTIONED = 0.3;
/** From here on a name counts where it is asked what else is named. */
const PLAIN = 0.6;
const MOST_WORDS = 30;
const MOST_NUMBERS = 4;
const MOST_CLAUSES = 3;
const MOST_OTHERS = 3;
/** In characters. */
const REACH_BEFORE = 40;

const CLAUSE_END = /;|,\s(?:while|whereas|but|and)\s|\s(?:while|whereas|but)\s|:\s|—/giu;
const COMPARED =
  /(?<!\p{L})(?:than|versus|vs\.?|against|over|compared\s(?:to|with)|relative\sto|from|unlike|outperform\p{L}*|surpass\p{L}*|exceed\p{L}*|beat\p{L}*|behind|ahead\sof|above|below)\s(?:(?:the|its|an?|our|all|both|that\sof|those\sof)\s)*$/iu;
const JOINS = /^(?:[’']s)?\)?\s?(?:[=:≈(]|(?:score\s|value\s|rate\s)?(?:of|at|is|was|to))?\s?$/iu;
const RIGHT_BEHIND = /^\s?%?\)?\s(?:for|by|of|with|on|in|at|to)\s(?:the\s|an?\s|our\s)?$/iu;

/** The names of rows and columns in a sentence. */
export interface SentenceNames {
  readonly row: readonly NameAt[];
  readonly column: readonly NameAt[];
}

export function namesIn(view: SentenceView, { table }: ScopedTable): SentenceNames {
  const names = view
    .naming(table)
    .mentions.filter(({ quality }) => quality >= MENTIONED)
    .map(mention => ({ ...view.spanOf(mention), mention }));
  return {
    row: names.filter(({ mention }) => mention.label.axis === 'row'),
    column: names.filter(({ mention }) => mention.label.axis === 'column'),
  };
}

export const isPlainName = ({ mention }: NameAt): boolean =>
  mention.quality >= PLAIN && mention.dominated === 0;

/** Where the nearest of the names stands that are of one row or column. */
export function nearestPlace(
  view: SentenceView,
  quantity: Quantity,
  claims: readonly Quantity[],
  names: readonly NameAt[],
  isOwn: (label: Label) => boolean,
): NamePlace | undefined {
  let nearest: NamePlace | undefined;
  for (const name of names) {
    if (!isOwn(name.mention.label)) continue;
    const place = placeOf(view, quantity, claims, names, name, isOwn);
    if (!nearest || place.nearness > nearest.nearness) nearest = place;
  }
  return nearest;
}

function placeOf(
  view: SentenceView,
  quantity: Quantity,
  claims: readonly Quantity[],
  names: readonly NameAt[],
  { start, end, mention }: NameAt,
  isOwn: (label: Label) => boolean,
): NamePlace {
  const { words: prose, block } = view.reading;
  const isBefore = end <= quantity.start;
  const [from, to] = isBefore ? [end, quantity.start] : [quantity.unitEnd, start];
  const isBetween = (span: { readonly start: number; readonly end: number }): boolean =>
    span.start >= from && span.end <= to;
  const gap = from <= to ? block.text.slice(from, to) : '';
  const words = Math.min(prose.filter(isBetween).length, MOST_WORDS);
  const otherNumbers = view.sentence.quantities.filter(other => other !== quantity);
  const numbers = Math.min(
    claims.filter(other => other !== quantity && isBetween(other)).length,
    MOST_NUMBERS,
  );
  const clauses = Math.min([...gap.matchAll(CLAUSE_END)].length, MOST_CLAUSES);
  const others = new Set(
    names.filter(name => isPlainName(name) && !isOwn(name.mention.label) && isBetween(name)).map(labelOf),
  ).size;
  const before = block.text.slice(Math.max(view.sentence.start, start - REACH_BEFORE), start);
  return {
    isBefore,
    words,
    numbers,
    clauses,
    isComparand: COMPARED.test(before),
    isRightBehind: !isBefore && RIGHT_BEHIND.test(gap),
    isLastBefore: isBefore && others === 0,
    isBeforeOther: otherNumbers.some(
      other => other.start >= end && JOINS.test(block.text.slice(end, other.start)),
    ),
    isBehindOther: otherNumbers.some(
      other => other.unitEnd <= start && /^\s?$/.test(block.text.slice(other.unitEnd, start)),
    ),
    rows: mention.label.ids.length,
    nearness:
      mention.quality -
      0.03 * words -
      0.15 * numbers -
      0.1 * clauses -
      0.1 * Math.min(others, MOST_OTHERS) -
      (isBefore ? 0 : 0.1),
  };
}

const labelOf = ({ mention }: NameAt): Label => mention.label;

/** `A, B and C have 1, 2 and 3`: as many names as values, and the number's place among these is the name's among those. */
export function isInOrder(
  quantity: Quantity,
  values: readonly Quantity[],
  names: readonly NameAt[],
  isOwn: (label: Label) => boolean,
): boolean {
  const inOrder: NameAt[] = [];
  for (const name of names.filter(isPlainName).sort((a, b) => a.start - b.start))
    if (!inOrder.some(other => other.start < name.end && name.start < other.end)) inOrder.push(name);
  if (inOrder.length < 2 || inOrder.length !== values.length) return false;
  const name = inOrder[values.indexOf(quantity)];
  return name !== undefined && isOwn(name.mention.label);
}

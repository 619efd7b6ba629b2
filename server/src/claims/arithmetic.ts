import { dimensionOf, isPhysical } from '../tables/units.ts';
import { isDecimalShift, lastFilledStep, lenientReadings, overlap, printedInterval } from './compare.ts';
import { isFromTable } from './doubts/other-table.ts';
import { formatLike } from './format-like.ts';
import { type NumberPair, numberPairs, withoutAsides } from './number-pairs.ts';
import { type WordChange, wordChangesIn } from './number-words.ts';
import {
  changeReadings,
  errorReadings,
  type Operand,
  type PairReading,
  ratioReadings,
} from './pair-readings.ts';
import { type Quantity, written } from './quantity.ts';

/** Two numbers and what the sentence says of the step between them. */
export interface StatedChange extends NumberPair {
  readonly change: Quantity;
}

/** A stated change that its own two numbers do not give. */
export interface Mismatch extends StatedChange {
  /** What they give, for messages: `+27.9 %`. */
  readonly says: string;
  /** The right text in place of the change's digits; undefined where more than one change may be meant. */
  readonly expected: string | undefined;
  /** The change is about as large as what they give, or a slip of it; what is not may be a change of something else. */
  readonly isOfItsSize: boolean;
}

const GAP = 60;
/** `4.80 EUR, a rise of`: a unit that we do not know. */
const UNIT = /^\s[\p{L}\d@-]{1,10}(?=,)/u;
/** `2.4 % better at a similar speed (84.7 vs. 85.9 images a second)`: the pair is of what is named last. */
const LIKE_OTHER =
  /(?<!\p{L})(?:with|at|for|using|under|despite)\s(?:an?\s|the\s|nearly\s|almost\s|about\s|roughly\s)*(?:similar|comparable|same|equal|fewer|less|more|lower|higher|smaller|larger|slightly|only)(?!\p{L})/iu;
/** What comes behind is about something else. */
const NEW_CLAUSE = /,?\s(?:although|though|while|whereas|but|and|where|with both|without\s\p{L}+ing)\s/iu;
/** `by 5.3 points on average, with the largest gain for A (38.2 → 47.7)`: one of those that the change is of. */
const NEW_THING =
  /,\s(?:e\.g\.?|i\.e\.?|for (?:example|instance)|especially|particularly|in particular|notably|mostly|mainly|such as|including|with\s(?:the|an?)\s)|(?<!\p{L})(?:largest|smallest|highest|lowest|biggest|best|worst|most)(?!\p{L})/iu;
/** `a loss close to the 24.6 points that others measured`. */
const AS_OTHERS =
  /(?<!\p{L})(?:close|similar|comparable|next|near|equal|compared|relative) to (?:the|an?)\s$/iu;
const THAT_OTHERS =
  /^(?:\s(?:percentage\s)?points?)?\s(?:that|which)\s(?!(?:is|was|means|corresponds|amounts|of|under|for|in|with|by|at|on|from|before|after)\s)\p{L}/iu;
/** `to 2.98, that is 0.05 above DEMUCS`: it is set against something else. */
const ABOVE_NAME =
  /^\s?(?:percentage\s)?(?:points?\s)?(?:above|below|over|under|behind|ahead of|short of|(?:better|worse|higher|lower|more|less) than)\s(?:that of\s)?(?:the\s)?\p{Lu}/u;
/** The words before and behind a change say that it is somebody else's. */
export const isOfOthers = (before: string, behind: string): boolean =>
  AS_OTHERS.test(before) || THAT_OTHERS.test(behind);

/** `, an increase of`, `, which amounts to a`: what goes on to say the same in other words. */
const THAT_IS =
  /^(?:\s(?:at|in|for|on|under|with|after)\s[^,.;:()—–]{1,30})?(?:,?\s|\s?[—–]\s?)(?:(?:(?:resulting in|leading to|yielding|giving|marking|reflecting)\s)?an?|(?:so\s|thus\s|that is,?\s)?by|i\.e\.,?|or|for an?|which (?:is|was|equals|amounts to|corresponds to|represents|means)|that is|corresponding to|representing|amounting to)\s(?:[\p{L}-]+\s){0,5}$/u;

/** `7.52 points or 27.9 %`, `32.13 pp, 39.2 %`, `+7.52 (27.9 %)`. */
const OR =
  /^(?:\s(?:percentage )?points?)?(?:,?\sor\s(?:an?\s|by\s)?|,\s(?:an?\s|or\s)?|\s?\/\s?|\s\()(?:about\s|around\s|[~≈])?[+−-]?$/u;

/** The pairs of numbers of a sentence for which it states the change. */
export function statedChanges(text: string, quantities: readonly Quantity[]): StatedChange[] {
  const claims = quantities.filter(({ noClaim }) => noClaim === undefined);
  if (claims.length < 3) return [];
  const pairs = numberPairs(text, quantities);
  return [
    ...claims.flatMap((change, at) => setAgainst(text, change, claims[at - 1], claims[at + 1])),
    ...pairs.flatMap(pair => {
      // What another table has is set against this one's; the change may be against anything.
      if (isFromTable(text.slice(pair.a.unitEnd)) || isFromTable(text.slice(pair.b.unitEnd))) return [];
      const at = claims.findIndex(change => belongs(text, pair, change, claims));
      if (at < 0) return [];
      const change = claims[at]!;
      const again = claims[at + 1];
      const isAgain = change.start > pair.b.end && again !== undefined && saysAgain(text, change, again);
      return isAgain
        ? [
            { ...pair, change },
            { ...pair, change: again },
          ]
        : [{ ...pair, change }];
    }),
  ];
}

const WHICH_IS = /^\s?%?\)?,\s(?:(?:which|that)\s(?:is|are|was|were)\s|or\s|some\s|about\s|only\s)*[~≈+]?$/u;
const ABOVE_IN_BRACKETS =
  /^\s?(?:[\p{L}\p{N}@-]+\s){0,3}?(?:above|below|over|ahead of|behind|(?:more|less|higher|lower|better|worse) than)\s[^();.:\d]{2,60}\(\s?$/u;

/** `obtains 85.8, 3.1 points above the previous best, B (82.7)`: by how much the first is above the last. */
function setAgainst(
  text: string,
  change: Quantity,
  a: Quantity | undefined,
  b: Quantity | undefined,
): StatedChange[] {
  if (!a || !b || change.role !== 'change' || a.role !== 'value' || b.role !== 'value') return [];
  const isSaid =
    a.unit === b.unit &&
    WHICH_IS.test(text.slice(a.unitEnd, change.start)) &&
    ABOVE_IN_BRACKETS.test(text.slice(change.unitEnd, b.start)) &&
    /^\s?%?\s?\)/.test(text.slice(b.unitEnd));
  return isSaid ? [{ a, b, kind: 'versus', change }] : [];
}

/** Of numbers in these units, or in none, the difference is one in points. */
const POINTS_OF: ReadonlySet<string> = new Set(['', '%', '‰', 'point']);

/** The change stands right behind the pair (`26.94 → 34.46 (≈35 % relative increase)`) or right before it (`by 7.3 (61.5 vs. 68.8)`). */
function belongs(
  text: string,
  { a, b, kind }: NumberPair,
  change: Quantity,
  claims: readonly Quantity[],
): boolean {
  const { role } = change;
  // `From 24 hours onward`: of numbers that are in hours one at least says so.
  const isInUnit = ({ unit }: Quantity): boolean => dimensionOf(unit) === dimensionOf(change.unit);
  if (isPhysical(change.unit) && ![a, b].some(isInUnit)) return false;
  if (change.unit === 'point' && [a, b].some(({ unit }) => !POINTS_OF.has(unit))) return false;
  if (role === 'range' || (role === 'value' && change.unit !== 'point' && !isSigned(text, change)))
    return false;
  const between = (from: number, to: number): boolean =>
    claims.some(other => other.start >= from && other.end <= to);
  if (change.start > b.end) {
    if (ABOVE_NAME.test(text.slice(change.unitEnd))) return false;
    const gap = text.slice(b.unitEnd, change.start);
    if (isOfOthers(gap, text.slice(change.unitEnd))) return false;
    if (gap.length > GAP || between(b.end, change.start) || /[.;:]/.test(withoutAsides(gap))) return false;
    return isBracketed(gap) || THAT_IS.test(withoutAsides(gap).replace(UNIT, ''));
  }
  if (role === 'value' || change.end > a.start || between(change.end, a.start)) return false;
  // `10 percent over the model of (Li et al., 2017) (83.9 vs. 75.3)`: a citation is stepped over.
  const gap = text.slice(change.unitEnd, a.start).replace(/\([^()]*\)/g, '');
  if (gap.length > GAP || /[.;:)]/.test(gap) || NEW_CLAUSE.test(gap) || NEW_THING.test(gap)) return false;
  if (kind === 'versus') return /\($/.test(gap.trimEnd()) && !LIKE_OTHER.test(gap);
  return /(?:\bfrom\s|\()(?:about\s|around\s|[~≈])?$/.test(gap.replace(/\p{L}+\s$/u, ''));
}

/** `26.94 → 34.46 (+27.9 %`, `on WMT14 (+7.5`; not `(from 68.31 to 73.96) and happy (+3.43`, which goes on to something else. */
function isBracketed(gap: string): boolean {
  const lead = /^([^(]*)\([^)]*$/.exec(gap)?.[1];
  return lead !== undefined && !/\)[^(]*\p{L}|,|(?<!\p{L})(?:and|but|while|whereas|or)(?!\p{L})/u.test(lead);
}

/** `(+7.52`: a sign in brackets makes a change of a number, whatever the words. */
const isSigned = (text: string, { sign, start }: Quantity): boolean =>
  sign !== 0 && /\(\s?[+−-]?$/.test(text.slice(Math.max(0, start - 3), start));

/** What was said of a pair is said again in another unit. */
const saysAgain = (text: string, change: Quantity, again: Quantity): boolean =>
  again.unit !== change.unit &&
  (again.unit === '%' || again.unit === 'point' || again.unit === '×') &&
  OR.test(text.slice(change.unitEnd, again.start));

/** What two numbers give, in each way that the change's unit allows. */
function allowed({ a, b, change }: StatedChange, sentence: string): PairReading[] {
  const hedged = a.approximate || b.approximate;
  const [x, y] = [roundedOperandOf(a, hedged), roundedOperandOf(b, hedged)];
  const all = [...changeReadings(x, y), ...(/\berrors?\b/i.test(sentence) ? errorReadings(x, y) : [])];
  return all.filter(({ kind }) => {
    if (change.unit === '×') return kind === 'ratio' || kind === 'change';
    if (change.unit === 'point') return kind === 'difference' || kind === 'points';
    if (change.unit === '%') return kind !== 'ratio';
    // `by 1.9 (81.7 vs. 83.1)`: in percent it would say so, or have other decimals.
    const isPlain =
      change.unit === '' &&
      change.changeKind !== 'relative' &&
      [a, b].every(({ decimals }) => decimals === change.decimals && decimals > 0);
    return !(isPlain && kind === 'change');
  });
}

const SHARE_OF = /^\s?(?:%|percent|per cent)?\s?of\s(?:the|what|that|its|their|all)(?!\p{L})/iu;

/** `65 % of the gain of B (+1.13 vs. +1.75)`: the one in percent of the other. */
function isShare({ a, b, change }: StatedChange, sentence: string): boolean {
  const at = sentence.indexOf(change.text);
  if (change.unit !== '%' || at < 0 || !SHARE_OF.test(sentence.slice(at + change.text.length))) return false;
  const wanted = lenientReadings(written(change));
  return ratioReadings(operandOf(a), operandOf(b)).some(({ range }) =>
    overlap({ low: range.low * 100, high: range.high * 100 }, wanted),
  );
}

/** A number of the text as an operand. */
export const operandOf = (quantity: Quantity): Operand => ({
  size: quantity.size,
  half: quantity.step / 2,
  negative: quantity.sign < 0,
});

/** So many zeros at its end say that a number is rounded. */
const ROUNDED = 1000;

/** The same of one that may be rounded: `from about 254,000 to 173,000`. */
function roundedOperandOf(quantity: Quantity, hedged: boolean): Operand {
  const operand = operandOf(quantity);
  const filled = lastFilledStep(quantity);
  const isRounded = filled > quantity.step && (hedged || filled >= ROUNDED * quantity.step);
  return isRounded ? { ...operand, half: filled / 2 } : operand;
}

/** `48.3 % lower paired latency`, `17.5 % additional improvement`, `a compound growth of 3 %`. */
const OTHERWISE =
  /(?<!\p{L})(?:paired|additional|geometric|compound(?:ed)?|annuali[sz]ed|per annum|(?:seasonally |inflation-)adjusted|in real terms|real-terms|like-for-like)(?!\p{L})/iu;
/** In characters. */
const BESIDE = 40;

/** The change was worked out otherwise than from two values. */
function isOtherwise({ change: { text } }: StatedChange, sentence: string): boolean {
  const at = sentence.indexOf(text);
  return OTHERWISE.test(sentence.slice(Math.max(0, at - BESIDE), at + text.length + BESIDE));
}

const OTHER_BASE = /^[^.;,()]{0,30}\b(?:with respect to|relative to|in relation to|as a share of)\b/iu;

/** `from 3.56 to 2.25, an error reduction of 54 % with respect to the upper bound`: of something else than the first number. */
const hasOtherBase = ({ change }: StatedChange, sentence: string): boolean => {
  const at = sentence.indexOf(change.text);
  return at >= 0 && OTHER_BASE.test(sentence.slice(at + change.text.length));
};

const isDifference = ({ kind }: PairReading): boolean => kind === 'difference' || kind === 'points';

const OTHER_SIZE = 8;

/** `from 378 to 58 MB, for an increase of 0.08`: what is of another size altogether, and no slip, is a change of something else. */
const isOfItsSize = (change: Quantity, value: number): boolean =>
  (change.size <= value * OTHER_SIZE && value <= change.size * OTHER_SIZE) ||
  isDecimalShift(written(change), value);

/** The stated change, if no reading of the two numbers gives it. */
export function mismatchOf(stated: StatedChange, sentence: string): Mismatch | undefined {
  const { a, b, change, kind } = stated;
  if (change.bound || (a.approximate && b.approximate)) return undefined;
  if (hasOtherBase(stated, sentence) || isOtherwise(stated, sentence) || isShare(stated, sentence))
    return undefined;
  const lenient = lenientReadings(written(change));
  const ways = allowed(stated, sentence);
  if (ways.some(({ range }) => overlap(range, lenient))) return undefined;
  const relative = ways.find(({ kind }) => kind === 'change');
  const meant =
    change.unit === '%' && (change.changeKind === 'relative' || !ways.some(({ kind }) => kind === 'points'))
      ? relative
      : undefined;
  // `4.0 instead of 8.5, a decrease of`: either may be the base, unless a word says which way it goes.
  const based = kind === 'versus' && change.unit === '%' ? onBase(stated, sentence) : undefined;
  // Without a unit it is what they differ by, if no word says that it is how many times.
  const plain = change.unit === '' && change.role !== 'ratio' ? ways.filter(isDifference) : ways;
  const best = based ?? meant ?? nearest(plain, change.size);
  if (!best) return undefined;
  return {
    ...stated,
    says: said(best, kind === 'versus' ? '' : b.size < a.size ? '-' : '+'),
    isOfItsSize: ways.some(({ value }) => isOfItsSize(change, value)),
    expected:
      isSure(stated, best) && (kind !== 'versus' || change.unit !== '%' || based)
        ? formatLike(change.text, best.value)
        : undefined,
  };
}

/** Points between percentages and a change in percent may be taken for one another. */
const isSure = ({ a, b, change }: StatedChange, best: PairReading): boolean =>
  change.unit !== '%' ||
  change.changeKind === 'relative' ||
  (a.unit !== '%' && b.unit !== '%' && best.kind !== 'points');

const LESS =
  /(?<!\p{L})(?:decreas|reduc|drop|fall|fell|declin|lower|less|fewer|smaller|loss|shr[iua]nk|sav)/iu;
const MORE = /(?<!\p{L})(?:increas|ris(?:e|ing)|rose|gain|grow|grew|higher|more|larger|jump|boost)/iu;

/** What two numbers give that are set against each other, on the base that the words around the change say. */
function onBase({ a, b, change }: StatedChange, sentence: string): PairReading | undefined {
  const at = sentence.indexOf(change.text);
  const around = sentence.slice(Math.max(0, at - BESIDE), at + change.text.length + BESIDE);
  const [isLess, isMore] = [LESS.test(around), MORE.test(around)];
  if (at < 0 || isLess === isMore) return undefined;
  const [small, large] = [a, b].sort((x, y) => x.size - y.size);
  const [base, other] = isLess ? [large!, small!] : [small!, large!];
  return changeReadings(operandOf(base), operandOf(other)).find(({ kind }) => kind === 'change');
}

const nearest = (ways: readonly PairReading[], size: number): PairReading | undefined =>
  [...ways].sort((x, y) => Math.abs(x.value - size) - Math.abs(y.value - size))[0];

function said({ kind, value }: PairReading, sign: string): string {
  const digits = String(Number(value.toPrecision(3)));
  return kind === 'change' || kind === 'error-change'
    ? `${sign}${digits} %`
    : kind === 'ratio'
      ? `${digits} times`
      : `${sign}${digits}`;
}

/** A change in words next to a pair of numbers that is far from it: `doubled from 10 to 30`. */
export interface WordMismatch extends NumberPair {
  readonly change: WordChange;
  readonly says: string;
}

const MORE_THAN = /(?<!\p{L})(?:more than|over|well over)\s(?:an?\s)?$/iu;

/** Words are rough: a quarter more or less is let pass. */
const ROUGH = 0.25;

export function wordMismatches(
  text: string,
  from: number,
  to: number,
  quantities: readonly Quantity[],
): WordMismatch[] {
  const pairs = quantities.length < 2 ? [] : numberPairs(text, quantities);
  if (!pairs.some(({ kind }) => kind === 'steps')) return [];
  const changes = wordChangesIn(text.slice(from, to)).map(change => ({
    ...change,
    start: change.start + from,
    end: change.end + from,
  }));
  if (changes.length === 0) return [];
  return pairs.flatMap((pair): WordMismatch[] => {
    const { a, b, kind } = pair;
    if (kind !== 'steps' || a.approximate || b.approximate || a.size === 0 || b.size === 0) return [];
    const change = changes.find(
      other => other.end <= a.start && /^[^.;:,\d]{0,30}\sfrom\s$/.test(text.slice(other.end, a.start)),
    );
    if (!change) return [];
    const [x, y] = [printedInterval(a.size, a.step), printedInterval(b.size, b.step)];
    const ratios = [b.size / a.size, a.size / b.size];
    // `more than doubled` is true of all that is more.
    const isMore = MORE_THAN.test(text.slice(Math.max(from, change.start - 20), change.start));
    if (isMore && Math.max(...ratios) > Math.max(change.ratio, 1 / change.ratio)) return [];
    const slack = (y.high - y.low) / b.size + (x.high - x.low) / a.size;
    if (ratios.some(ratio => Math.abs(ratio / change.ratio - 1) <= ROUGH + slack)) return [];
    return [{ ...pair, change, says: `${Number((b.size / a.size).toPrecision(3))} times` }];
  });
}

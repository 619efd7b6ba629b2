import { numberAt, powerOfTen } from '../tables/printed-number.ts';

/** Digits of a text that are written as a number of their own, with unit and suffix. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sign: -1 | 0 | 1;
  readonly size: number;
  readonly step: number;
  readonly decimals: number;
  readonly unit: string;
  readonly unitEnd: number;
  /** Set where the digits belong to something that is no quantity. */
  readonly noClaim: string | undefined;
}

const START = /(?<![\p{L}\p{N}_])(?<!\d[.,])[+\-−±]?(?:\d|\.\d)/gu;
const SUFFIX = /^(?: ?(thousand|million|billion|trillion)\b|([kKMB])(?![\p{L}\p{N}-]))/u;
const SIZES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  B: 1e9,
  billion: 1e9,
  trillion: 1e12,
};
const UNIT = new RegExp(
  `^(?:[  \\u2009\\u202f]?(%|‰)|(?:[  -]|\\u2009)?(percentage[ -]points?|percent(?:age)?|per cent|points?(?! (?:to|out|towards?) \\p{L})|pts?|pp|pps)\\b|` +
    `[  \\u2009]?(×|x(?![\\p{L}\\p{N}])|times\\b)|[ -]?(fold)\\b|` +
    `[  \\u2009]?(km[²2]|[cm]?m[²2]|sq (?:km|mi|m|ft)|square (?:kilomet(?:re|er)s|met(?:re|er)s|miles?|feet)|ha|hectares?|acres?|nautical miles?|nmi|ms|milliseconds?|µs|μs|ns|s|secs?|seconds?|mins?|minutes?|hours?|hrs?|h|days?|[kKMGT]i?B|bytes|mm|cm|km|m|(?:kilo|centi|milli)?met(?:re|er)s?|ft|feet|inch(?:es)?|miles?|kg|kilograms?|g|mg|tonnes?|[kMGm]?[Hh]z|ghz|[kMGm]?W|[kmµμMG]?J|[kMGT]?Wh|[mkgtKMGT]wh|[mdµμ]?L|ml|lit(?:re|er)s?|[hkMG]?Pa|mbar|mmHg|[mkµμ]?V|[mkµμ]A|km\\/h|m\\/s|mph|[kMG]bps|dB|pp[mb]|rpm|fps|°C|°F|K|degrees?)(?![\\p{L}\\p{N}²³]| ?/ ?\\p{L}| squared?\\b))`,
  'u',
);

/** Every number of a text. Names, versions, dates and the like are found too and say why they are no quantity. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < from) continue;
    const read = readNumber(text, match.index, match[0]);
    if (!read) continue;
    found.push(read);
    from = Math.max(read.unitEnd, match.index + 1);
  }
  return found;
}

function readNumber(text: string, at: number, opening: string): FoundNumber | undefined {
  // In `a-5` and `5–10` the dash joins; it is a sign only after a space, a bracket or an operator.
  const signed = /^[+\-−]/.test(opening) && !/[\p{L}\p{N})\]]/u.test(text[at - 1] ?? '');
  const start = signed || /^[\d.]/.test(opening) ? at : at + 1;
  const number = numberAt(text, start);
  if (!number) return outOfRange(text, start);
  const { end, decimals } = number;
  const rest = text.slice(end, end + 24);
  const power = powerOfTen(rest);
  const suffix = power ? null : SUFFIX.exec(rest);
  const scale = power?.scale ?? (suffix ? SIZES[suffix[1] ?? suffix[2]!]! : 1);
  const suffixEnd = end + (power?.length ?? suffix?.[0].length ?? 0);
  // `3.5M` has no unit behind its letter, `1.2 × 10⁻⁶ m` has its own behind the power.
  const unitAt = power ? suffixEnd : end;
  const hasUnit = !suffix || /^ ?%/.test(text.slice(suffixEnd));
  const unit = hasUnit ? UNIT.exec(text.slice(unitAt, unitAt + 24)) : null;
  const noClaim = partOfMore(text, at, opening, end, suffix?.[2], unit !== null);
  return {
    start,
    end,
    text: number.text,
    sign: signed ? (opening[0] === '+' ? 1 : -1) : 0,
    size: Math.abs(number.value) * scale,
    step: 10 ** -decimals * scale,
    decimals,
    unit: unit ? plainUnit(unit) : '',
    unitEnd: unit ? unitAt + unit[0].length : suffixEnd,
    noClaim,
  };
}

function plainUnit(unit: RegExpExecArray): string {
  const [, sign, word, times, fold, measure] = unit;
  if (sign) return sign;
  if (times || fold) return '×';
  if (measure) return measure;
  return /^(?:percent|per cent)/.test(word!) && !/point/.test(word!) ? '%' : 'point';
}

/** `1e309` is read up to its end and means nothing. */
function outOfRange(text: string, start: number): FoundNumber | undefined {
  const written = /^[+\-−]?[\d.,]+(?:[eE][+\-−]?\d+)?/.exec(text.slice(start, start + 80))?.[0];
  if (!written) return undefined;
  const end = start + written.length;
  return {
    start,
    end,
    text: written,
    sign: 0,
    size: 0,
    step: 1,
    decimals: 0,
    unit: '',
    unitEnd: end,
    noClaim: 'out of range',
  };
}

/** Why the digits are part of something larger than a quantity, if they are. What stands further away is looked at elsewhere. */
function partOfMore(
  text: string,
  at: number,
  opening: string,
  end: number,
  suffix: string | undefined,
  hasUnit: boolean,
): string | undefined {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(end, end + 12);
  const digits = text.slice(at, end);
  if (opening[0] === '±' || /±\s?$/.test(before)) return 'a deviation';
  if (isSpaced(text, at, end)) return 'a space that can group digits';
  if (/,\d{1,2}$|,\d{4,}$/.test(digits)) return 'a comma that can be read two ways';
  if (/^\.\d|^[.,]?\d/.test(after)) return 'a version';
  if (/^[xX][0-9A-Fa-f]+/.test(after) && digits === '0') return 'a code';
  if (/^[⁰¹²³⁴-⁹⁺⁻½⅓⅔¼¾]/.test(after)) return 'a power';
  // `AP.5`
  if (/\p{L}\.$/u.test(before) || (/^\./.test(digits) && /\p{L}$/u.test(before))) return 'part of a name';
  if (/[@#_^\\]$|(?:^|[^\s\d)%])\/$/.test(before) || /[\p{L}_][-–‐‑]$|\p{L}[’']$/u.test(before))
    return 'part of a name';
  if (/\d:$/.test(before) || /^:\d/.test(after)) return 'a time or a ratio';
  if (/^(?:st|nd|rd|th)\b/.test(after)) return 'an ordinal';
  if (/^\d{4}$/.test(digits) && /^[’']?s\b/.test(after)) return 'a date';
  if (suffix === 'B') return 'a size in a name';
  if (suffix === undefined && !hasUnit && /^[\p{L}_]/u.test(after)) return 'part of a name';
  if (!hasUnit && /^[-‐‑]\p{L}/u.test(after)) return 'part of a compound';
  return undefined;
}

/** `1 735.25`: with a plain space nobody can tell one number from two. */
const isSpaced = (text: string, at: number, end: number): boolean =>
  (/^\d{3}(?:\.\d+)?$/.test(text.slice(at, end)) &&
    /(?<![\d.,])\d{1,3} $/.test(text.slice(Math.max(0, at - 5), at))) ||
  (/^\d{1,3}$/.test(text.slice(at, end)) && /^ \d{3}(?![\d,])/.test(text.slice(end, end + 5)));

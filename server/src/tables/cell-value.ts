import { type CommaReading, numberAt, type PrintedNumber, powerOfTen } from './printed-number.ts';

/** A number of a cell with what stands around it. */
export interface CellNumber extends PrintedNumber {
  readonly percent: boolean;
  /** `value` times the suffix: 4,200,000 for `4.2M`. */
  readonly scaled: number;
}

/** What a cell holds. Offsets count in the cell's text. */
export interface CellValue {
  readonly kind: 'number' | 'text' | 'blank';
  /** The number that the cell begins with; only where `kind` is `number`. One of `numbers`, told by where it starts: it may be made anew each time. */
  readonly main?: CellNumber;
  /** Every number in the cell, `main` too: deviations, bracketed values, parts of a list. They can explain a number, never contradict it. */
  readonly numbers: readonly CellNumber[];
  /** `%`, `ms`, `×`; empty when none is written. */
  readonly unit: string;
  /** Set for `<0.001` and `~5`: the number is no exact value. */
  readonly inexact: boolean;
}

const BLANK = /^(?:[-–—−.·*?×✗✘]+|n\.?\/?a\.?|nan|null|none|nil|tbd|tba|unknown|\.{3}|…)$/i;
const MARKS = /^[*_~`$\\{[(\s]+|[*_~`$}\])\s†‡§¶#∗⋆★↑↓]+$/g;
/** One `~` says about; two are mark-up. */
const LEAD = /^(?:[*_`${[(\s]|#(?=\d)|~~|\\(?!le|ge|approx|sim))*/;
const INEXACT = /^(?:[<>≤≥~∼≈]|\\(?:leq?|geq?|approx|sim)|about|ca\.?|c\.)\s*=?\s*/i;
const CURRENCY = /^[$€£¥₹]\s*/;
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  bn: 1e9,
  million: 1e6,
  billion: 1e9,
  thousand: 1e3,
};
/** What may follow a number and still be its unit: a short word, a sign, `mb / s`, `kJ/mol`. */
const UNIT = /^\s*(%|°[CFK]?|[×x](?![\p{L}\d])|[\p{L}µμΩ€£]{1,12}(?:\s*[/·]\s*[\p{L}²³]{1,6})?[²³]?)/u;
const BETWEEN = /(?<![\p{L}\p{N}.,]|[\p{L}\p{N}]_)(?:[+\-−–±] ?)?(?:\d|\.\d)/gu;
/** Thousands set apart by plain spaces, as only a whole cell can tell. */
const SPACED = /^[+\-−]?\d{1,3}(?: \d{3})+(?:\.\d+)?(?=\D*$)/;
const MONTH = /^\s?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b/i;
/** More digits than this a number can't tell apart. */
const MOST_DIGITS = 15;
const LONG_WORDS = /[\p{L}]{3,}.*\s[\p{L}]{2,}/u;

/** A few words, too long to be one of those that stand for an empty cell. */
const WORDS = /^[A-Za-z][A-Za-z '-]{7,}$/;
const DIGIT = /\d/;
/** `68 - 70 - 69 = 207`, as scores of rounds are printed: what they come to is the value. */
const SUM = /^\d+(?:\s?[-–+]\s?\d+)+\s?=\s?\d+\s*$/u;

const TEXT: CellValue = { kind: 'text', numbers: [], unit: '', inexact: false };
const EMPTY: CellValue = { kind: 'blank', numbers: [], unit: '', inexact: false };

/** Reads a cell as printed: `34.46`, `34.46 ± 0.3`, `56.9%`, `1,234`, `12.5 (0.3)`, `**45.1**`, `<0.001`, `n/a`, `–`, `4.2M`. */
export function readCell(written: string, comma: CommaReading = 'thousands'): CellValue {
  if (written === '') return EMPTY;
  if (isPlain(written) && (comma === 'thousands' || !written.includes('.'))) return new BareNumber(written);
  if (WORDS.test(written)) return TEXT;
  if (!DIGIT.test(written)) return isBlank(written) ? EMPTY : TEXT;
  if (SPACED.test(written)) return readCell(written.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u202f'), comma);
  let lead = LEAD.exec(written)![0].length;
  if (isBlank(written)) return EMPTY;
  const numbers = numbersIn(written, comma);
  const text: CellValue = { kind: 'text', numbers, unit: '', inexact: false };
  const sum = SUM.test(written) ? numbers.at(-1) : undefined;
  if (sum) return { kind: 'number', main: sum, numbers, unit: '', inexact: false };
  const inexact = INEXACT.exec(written.slice(lead))?.[0].length ?? 0;
  lead += inexact;
  lead += CURRENCY.exec(written.slice(lead))?.[0].length ?? 0;
  const main = numbers.find(number => number.start === lead);
  if (!main) return text;
  const rest = written.slice(main.end);
  if (isNoQuantity(rest)) return text;
  const unit = unitOf(rest);
  if (unit === '' && /^\s*\p{L}/u.test(rest) && !suffixOf(rest)) return text;
  // `26 may stadium`: a name that begins with a number.
  if (LONG_WORDS.test(rest.replace(/\([^)]*\)/g, ''))) return text;
  return { kind: 'number', main, numbers, unit, inexact: inexact > 0 };
}

function isBlank(written: string): boolean {
  const bare = written.replace(MARKS, '');
  return bare === '' || BLANK.test(bare);
}

/** `-12.34%`: most cells of most tables, told by a plain loop since tables are long. */
function isPlain(written: string): boolean {
  const start = written.charCodeAt(0) === MINUS ? 1 : 0;
  let at = afterDigits(written, start);
  if (at === start || at - start > MOST_DIGITS) return false;
  if (written.charCodeAt(at) === POINT) {
    const decimals = at + 1;
    at = afterDigits(written, decimals);
    if (at === decimals) return false;
  }
  if (written.charCodeAt(at) === PERCENT) at++;
  return at === written.length;
}

function afterDigits(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(at)) at++;
  return at;
}

const PERCENT = 37;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** The same as asking what kind of cell it is, with nothing made for bare numbers. */
export const isText = (written: string): boolean => !isPlain(written) && readCell(written).kind === 'text';

/**
 * Most cells are bare numbers, and tables are long: all that is kept of one is its text. Who goes through a whole table asks it for
 * its value and its decimals, for which nothing is made.
 */
export class BareNumber implements CellValue {
  private readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  get kind(): 'number' {
    return 'number';
  }

  get main(): CellNumber {
    const { text, value, decimals, percent } = this;
    return { text, start: 0, end: text.length, value, decimals, percent, scaled: value };
  }

  get value(): number {
    return Number(this.text);
  }

  get decimals(): number {
    const { text } = this;
    const point = text.indexOf('.');
    return point < 0 ? 0 : text.length - point - 1;
  }

  get numbers(): readonly CellNumber[] {
    return [this.main];
  }

  get percent(): boolean {
    return this.written.endsWith('%');
  }

  get unit(): string {
    return this.percent ? '%' : '';
  }

  get inexact(): false {
    return false;
  }

  private get text(): string {
    return this.percent ? this.written.slice(0, -1) : this.written;
  }
}

/** What follows tells that the digits are a date, a time, a version, an ordinal, a size (`32 × 4d`) or part of a name. */
const isNoQuantity = (rest: string): boolean =>
  !IN_TWO_UNITS.test(rest) &&
  !powerOfTen(rest) &&
  (/^(?:\.\d|:\d|(?:st|nd|rd|th)\b|[-/_]\p{L}|\p{L}{1,2}-\p{L}|\p{L}+\d|[⁰¹²³⁴-⁹⁺⁻½⅓¼¾]|, ?\d|\s*\p{L}+\s+\d)/u.test(
    rest,
  ) ||
    MONTH.test(rest) ||
    /^ ?[×x] ?\d/.test(rest) ||
    /^ ?[/–−-]? ?\d/.test(rest));

/** `14,505 ft 4421 m`: the same once more in another unit. */
const IN_TWO_UNITS =
  /^ ?(?:ft|feet|mi|miles?|in|yd|lbs?|acres?|sq mi|mph|m|km|cm|mm|kg|ha|km²|km2|km\/h)\s[\d,]+(?:\.\d+)?\s?(?:ft|feet|mi|miles?|in|yd|lbs?|acres?|sq mi|mph|m|km|cm|mm|kg|ha|km²|km2|km\/h)(?!\p{L})/u;

function unitOf(rest: string): string {
  const unit = UNIT.exec(rest)?.[1] ?? '';
  return suffixOf(rest) ? '' : unit.replace(/\s/g, '');
}

const suffixOf = (rest: string): number | undefined => {
  const power = powerOfTen(rest);
  if (power) return power.scale;
  const word = /^ ?(\p{L}+)(?![\p{L}\d/])/u.exec(rest)?.[1];
  return word === undefined ? undefined : SUFFIXES[word];
};

function numbersIn(text: string, comma: CommaReading): readonly CellNumber[] {
  const found: CellNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(BETWEEN)) {
    if (match.index < from) continue;
    // In `24 - 21` the dash is no sign.
    const sign = /\d\s*$/.test(text.slice(0, match.index)) ? match[0].search(/[\d.]/) : 0;
    const number = numberAt(text, match.index + sign, comma);
    if (!number) continue;
    const rest = text.slice(number.end, number.end + 16);
    from = number.end + (powerOfTen(rest)?.length ?? 0);
    const scale = suffixOf(rest) ?? 1;
    found.push({ ...number, percent: /^\s*(?:%|\\%|percent|pct)/.test(rest), scaled: number.value * scale });
  }
  return found;
}

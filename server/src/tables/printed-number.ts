/** A number as it is printed, in a cell or in prose. */
export interface PrintedNumber {
  /** The digits with sign, separators and decimals; nothing else. */
  readonly text: string;
  /** Offsets of `text` in the string that was searched. */
  readonly start: number;
  readonly end: number;
  /** What it says, a unit or a suffix such as `M` not counted. */
  readonly value: number;
  /** How many decimals are written. */
  readonly decimals: number;
}

/** How a comma is meant: `1,234` in English texts, `3,14` where the comma is the decimal sign. */
export type CommaReading = 'thousands' | 'decimal';

const SIGN = '[+\\-−–±]';
const GROUPED = "\\d{1,3}(?<mark>[,'’\\u00a0\\u2009\\u202f])\\d{3}(?:\\k<mark>\\d{3})*";
const NUMBER = new RegExp(
  `(${SIGN} ?)?(?:(${GROUPED}|\\d+)(\\.\\d+)?|(\\.\\d+))(?:[eE]([+\\-−]?\\d{1,3})(?![\\d.]))?`,
  'y',
);
const DECIMAL_COMMA = new RegExp(
  `(${SIGN} ?)?(\\d{1,3}(?:[. \\u00a0\\u2009\\u202f]\\d{3})+|\\d+)(,\\d+)?(?:[eE]([+\\-−]?\\d{1,3})(?![\\d.,]))?`,
  'y',
);

/**
 * The number that begins exactly at `at`, sign and all, or undefined. `3,14`, whose comma cannot group thousands,
 * is read with a decimal comma whatever `comma` says.
 */
export function numberAt(
  text: string,
  at: number,
  comma: CommaReading = 'thousands',
): PrintedNumber | undefined {
  if (comma === 'decimal') return decimalCommaAt(text, at);
  const english = englishAt(text, at);
  return english && /^,\d/.test(text.slice(english.end, english.end + 2))
    ? decimalCommaAt(text, at)
    : english;
}

function englishAt(text: string, at: number): PrintedNumber | undefined {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [written, sign, whole = '', , decimals, bare, exponent] = match;
  const fraction = decimals ?? bare ?? '';
  return made(written, at, sign, whole.replace(/\D/g, ''), fraction, exponent);
}

function decimalCommaAt(text: string, at: number): PrintedNumber | undefined {
  DECIMAL_COMMA.lastIndex = at;
  const match = DECIMAL_COMMA.exec(text);
  if (!match) return undefined;
  const [written, sign, whole = '', fraction = '', exponent] = match;
  return made(written, at, sign, whole.replace(/\D/g, ''), fraction.replace(',', '.'), exponent);
}

function made(
  text: string,
  start: number,
  sign: string | undefined,
  whole: string,
  fraction: string,
  exponent: string | undefined,
): PrintedNumber | undefined {
  const power = exponent === undefined ? 0 : Number(exponent.replace('−', '-'));
  const size = Number(`${whole || '0'}${fraction}e${power}`);
  // `1e309` is no number that anybody could have measured.
  if (!Number.isFinite(size)) return undefined;
  const negative = sign !== undefined && /[-−–]/.test(sign);
  const decimals = Math.max(0, Math.max(0, fraction.length - 1) - power);
  return { text, start, end: start + text.length, value: negative ? -size : size, decimals };
}

const POWER_OF_TEN =
  /^[ \u00a0\u2009\u202f]?[×x·⋅][ \u00a0\u2009\u202f]?10(?:\^\{?([+\-−]?\d{1,2})\}?|([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))(?![\d⁰¹²³⁴-⁹])/u;
/** Where the 10 stands at the latest, with a space on both sides of the sign. */
const LATEST_TEN = 3;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What stands behind a number and scales it by a power of ten: `× 10⁻⁶`, `x 10^3`. */
export function powerOfTen(rest: string): { readonly length: number; readonly scale: number } | undefined {
  const ten = rest.indexOf('10');
  if (ten < 1 || ten > LATEST_TEN) return undefined;
  const match = POWER_OF_TEN.exec(rest);
  if (!match) return undefined;
  const [{ length }, plain, raised = ''] = match;
  const exponent =
    plain?.replace('−', '-') ??
    [...raised.replace('⁺', '').replace('⁻', '-')]
      .map(sign => (sign === '-' ? sign : RAISED.indexOf(sign)))
      .join('');
  return { length, scale: Number(`1e${exponent}`) };
}

import { withLanguages } from './language-codes.ts';
import { withLetterNames } from './letter-names.ts';
import { isOwn, maySayOwn, OWN } from './own-method.ts';

/** A word or number of a text, ready to be compared. */
export interface Word {
  /** Lower case, accents off, plural `s` off. */
  readonly norm: string;
  /** Offsets in the text that was split. */
  readonly start: number;
  readonly end: number;
  readonly numeric: boolean;
  /** Written in capitals alone, two or more: it may be short for several words. */
  readonly capitals: boolean;
  /** It begins with a small letter. */
  readonly lower: boolean;
}

/** Numbers with their marks are one word. */
const PLAIN_WORD = /[\p{L}\p{M}\p{N}]+(?:(?:\.(?=\p{N})|,(?=\p{N}{3}(?!\p{N})))\p{N}[\p{L}\p{N}]*)*/gu;
/** So are dotted names: `data.json`, `nacl.js`. */
const WORD = new RegExp(
  `\\p{L}[\\p{L}\\p{N}_-]*(?:\\.\\p{L}[\\p{L}\\p{N}_]+)+(?!\\p{L})|${PLAIN_WORD.source}`,
  'gu',
);
const DOTTED = /[\p{L}\p{N}_-]\.\p{L}/u;

const NUMERIC = /^[\d.,]+$/;

/** Letters and digits beyond ASCII; without any the text is split by a plain loop, which is far faster. */
const FOREIGN = /(?![\x00-\x7f])[\p{L}\p{M}\p{N}]/u;

/** Splits a text at everything that is no letter or digit; `Qwen2.5-7B` gives `qwen2.5` and `7b`. */
export function wordsOf(text: string): readonly Word[] {
  const split = FOREIGN.test(text) || DOTTED.test(text) ? splitByPattern(text) : splitPlainly(text);
  const words = withLetterNames(text, withLanguages(text, split));
  if (!maySayOwn(text)) return words;
  return words.map(word => (isOwn(text, word.start, word.end) ? { ...word, norm: OWN } : word));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || isCapital(code);

/** The same as `splitByPattern` for texts without dotted names in which all letters are ASCII. */
function splitPlainly(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    let numeric = true;
    let capitals = true;
    for (;;) {
      for (let code = text.charCodeAt(at); isLetter(code) || isDigit(code); code = text.charCodeAt(++at)) {
        if (!isDigit(code)) numeric = false;
        if (!isCapital(code)) capitals = false;
      }
      if (!goesOnAt(text, at)) break;
      at++;
    }
    const written = text.slice(start, at);
    const norm = numeric ? written.replaceAll(',', '') : singular(written.toLowerCase());
    const lower = text.charCodeAt(start) >= 97;
    words.push({ norm, start, end: at, numeric, capitals: capitals && at - start > 1, lower });
  }
  return words;
}

/** A point before a digit, or a comma before just three of them. */
function goesOnAt(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '.') return isDigit(text.charCodeAt(at + 1));
  if (mark !== ',') return false;
  return (
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  );
}

function splitByPattern(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(DOTTED.test(text) ? WORD : PLAIN_WORD)) {
    const written = match[0];
    const numeric = NUMERIC.test(written);
    words.push({
      norm: numeric ? written.replaceAll(',', '') : normalized(written),
      start: match.index,
      end: match.index + written.length,
      numeric,
      capitals: CAPITALS.test(written),
      lower: SMALL_LETTER.test(written),
    });
  }
  return words;
}

const CAPITALS = /^[A-Z]{2,}$/;
const SMALL_LETTER = /^\p{Ll}/u;

const ASCII = /^[\x20-\x7e]*$/;
const withoutAccents = (written: string): string => written.normalize('NFKD').replace(/\p{M}/gu, '');

/** Lower case without accents and without the `s` of a plural. */
export function normalized(written: string): string {
  return singular((ASCII.test(written) ? written : withoutAccents(written)).toLowerCase());
}

/** Without the `s` of a plural; `plain` is in lower case. */
export function singular(plain: string): string {
  if (!plain.endsWith('s')) return plain;
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 3 && plain.endsWith('s') && !/(?:ss|us|is)$/.test(plain)) return plain.slice(0, -1);
  return plain;
}

/** Words so common that they name nothing. */
const COMMON = new Set(
  `a an the of on in for and or to is are was were be been with at as from that which it its by we our us this these those
   their there than then not no but also only both all each per into over under between among when while where who has have had
   do does did can could may might will would should very more most less least much many few other such so if using use used
   we he she they them his her him i you your et al e g vs via about up down out after before during same respectively`
    .split(/\s+/)
    .map(normalized),
);

export const isCommon = (norm: string): boolean => COMMON.has(norm);

/** Words that stand in many labels of any table and tell them apart badly. */
const PALE = new Set(
  `score rate value result model method system approach performance baseline dataset data set task test type name level kind
   high low higher lower large small big new old good bad best worst first second third last full single main other general
   different similar simple basic standard normal average total overall mean sum`
    .split(/\s+/)
    .map(normalized),
);

export const isPale = (norm: string): boolean => PALE.has(norm);

/** Ways to write one notion in tables and texts of any field. Short on purpose. */
const SAME: readonly (readonly string[])[] = [
  ['avg', 'average', 'mean', 'ave', 'averaged'],
  ['std', 'sd', 'stdev', 'deviation'],
  ['num', 'no', 'number', 'count'],
  ['pct', 'percent', 'percentage'],
  ['max', 'maximum'],
  ['min', 'minimum'],
  ['acc', 'accuracy'],
  ['prec', 'precision', 'p'],
  ['rec', 'recall', 'r'],
  ['f1', 'f', 'f-score', 'f1score', 'fscore'],
  ['dev', 'development', 'validation', 'val'],
  ['pos', 'position'],
  ['pts', 'point'],
  ['sec', 'second'],
  ['yr', 'yrs', 'year'],
  ['hr', 'hrs', 'hour'],
  ['pop', 'population', 'inhabitant'],
  ['freq', 'frequency'],
  ['param', 'parameter'],
  ['temp', 'temperature'],
  ['diff', 'difference'],
  ['total', 'overall', 'sum'],
  ['w/o', 'without'],
  ['ppl', 'perplexity'],
  ['global', 'worldwide', 'globally', 'world'],
  ['male', 'men', 'man'],
  ['female', 'women', 'woman'],
  ['attendance', 'crowd', 'spectator', 'attended'],
  ['win', 'won', 'victory'],
  ['loss', 'losse', 'lost', 'defeat'],
  ['death', 'died', 'dead', 'killed', 'fatality'],
  ['height', 'tall', 'taller', 'tallest'],
  ['length', 'longest'],
  ['age', 'aged', 'older', 'oldest', 'younger', 'youngest'],
  ['weight', 'heavier', 'heaviest'],
  ['born', 'birth'],
  ['enrollment', 'enrolment', 'student', 'pupil'],
];
const GROUPS = new Map(SAME.flatMap(words => words.map(word => [word, words[0]!] as const)));

/** The word that stands for all ways to write one notion. */
export const canonical = (norm: string): string => GROUPS.get(norm) ?? norm;

/**
 * How sure it is that two words are one: 1 for the same, less for one stem (`poetry`, `poetic`) and for a word that a
 * table cuts short (`succ`, `success`); 0 for different words.
 */
export function likeness(label: string, word: string): number {
  if (label === word) return 1;
  if (canonical(label) === canonical(word)) return 0.95;
  // A baseline is no base.
  if ((label === 'base' && word === 'baseline') || (label === 'baseline' && word === 'base')) return 0;
  const shared = sharedStart(label, word);
  if (shared >= 5 && label.length - shared <= 4 && word.length - shared <= 4) return 0.8;
  if (shared === 4 && label.length - shared <= 2 && word.length - shared <= 2) return 0.7;
  if (shared === label.length && shared >= 3 && word.length - shared >= 2) return 0.75;
  if (shared === word.length && shared >= 4) return 0.6;
  return isWithoutVowels(label, word) ? 0.8 : 0;
}

const FEWEST_CONSONANTS = 3;

/** `spd` for `speed`. */
const isWithoutVowels = (label: string, word: string): boolean =>
  label.length >= FEWEST_CONSONANTS &&
  label.length <= FEWEST_CONSONANTS + 1 &&
  word.length > label.length &&
  label[0] === word[0] &&
  word[0] + word.slice(1).replace(/[aeiou]/g, '') === label;

function sharedStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let count = 0;
  while (count < limit && a[count] === b[count]) count++;
  return count;
}

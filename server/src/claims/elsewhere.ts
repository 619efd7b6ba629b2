import { isUnknownWord } from './clause.ts';
import { columnStats } from './column-stats.ts';
import { labelYears } from './label-index.ts';
import { ELSEWHERE } from './lexicon.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SAYS_ELSEWHERE = new RegExp(`(?<!\\p{L})(?:${ELSEWHERE})(?!\\p{L})`, 'iu');

/** The sentence says that somebody else, or another work, has the number. */
export const saysElsewhere = (view: SentenceView): boolean => SAYS_ELSEWHERE.test(view.text);

const FROM_BEFORE = /(?<!\p{L})(?:up|down) from (?:about |around |only |just )?$/iu;

/** `up from 9.2`: what was before, which tables of what is now do not have. */
export const comesFrom = (view: SentenceView, quantity: Quantity): boolean =>
  FROM_BEFORE.test(
    view.reading.block.text.slice(Math.max(view.sentence.start, quantity.start - 30), quantity.start),
  ) && !/^\s?to\s/.test(view.reading.block.text.slice(quantity.unitEnd));

const SAYING =
  'said|says?|stat(?:e[sd]?|ing)|report(?:s|ed)?|gives?|gave|given|quot(?:es?|ed)|print(?:s|ed)?|list(?:s|ed)?|claim(?:s|ed)?|puts?';
const CORRECTS = new RegExp(
  `(?<!\\p{L})(?:(?:wrongly|mistakenly|erroneously|incorrectly|falsely) (?:${SAYING})|(?:${SAYING}) (?:wrongly|mistakenly|erroneously|incorrectly|falsely)|once (?:${SAYING}|believed|thought)|mis(?:quot|print|stat|report)\\p{L}*|typos?|correct(?:ed|ly)?:|\\((?:correctly|correct is|recte))(?!\\p{L})`,
  'iu',
);
const NOT_BEFORE = /(?<!\p{L})(?:not|instead of|rather than)\s(?:\p{L}+\s)?$/iu;

/** The sentence puts a wrong number right: `not 1,480`, `it was wrongly stated as 1,480`. */
export const isCorrection = (view: SentenceView, quantity: Quantity): boolean =>
  CORRECTS.test(view.text) ||
  NOT_BEFORE.test(
    view.reading.block.text.slice(Math.max(view.sentence.start, quantity.start - 30), quantity.start),
  );

/** `(in the protocol: 50 %)`: what stands before the colon, in a group of 1. */
const SAID_IN_BRACKETS = /\(([^():]*\p{L}[^():]*):\s?[+\-−~≈]?$/u;

/** In brackets a few words of its own say what a number is, and they name neither row nor column of the cell's table. */
export function isOfAnotherThing(
  view: SentenceView,
  quantity: Quantity,
  { scoped: { table } }: CellNumberRef,
): boolean {
  const { reading, sentence } = view;
  const said = SAID_IN_BRACKETS.exec(reading.block.text.slice(sentence.start, quantity.start))?.[1];
  if (said === undefined) return false;
  const isInside = (word: number): boolean => {
    const { start } = reading.words[word]!;
    return start >= quantity.start - said.length - 4 && start < quantity.start;
  };
  return !view.naming(table).mentions.some(({ words }) => words.some(isInside));
}

const OF_THE = /(?<!\p{L})(?:out\s)?of\s(?:the|these|those|all|our|its|their)\s(?:\p{L}+\s)?$/iu;

/** `Of the 228 students`: the whole that parts are taken of, which a table of parts does not have. */
export const isWhole = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  quantity.unit === '' &&
  quantity.decimals === 0 &&
  /^\s\p{L}/u.test(reading.block.text.slice(quantity.end)) &&
  OF_THE.test(reading.block.text.slice(Math.max(sentence.start, quantity.start - 40), quantity.start));

const DAY =
  /(?<!\p{L})(?:[Oo]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]y)\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(\p{Lu}\p{Ll}{2,8})|(\p{Lu}\p{Ll}{2,8})\s\d{1,2}(?:st|nd|rd|th)?)(?!\d)/gu;
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** `During the outage of 9 September`, of which the table's names know nothing. */
const saysDay = (view: SentenceView, clause: string, scoped: CellNumberRef['scoped']): boolean =>
  [...clause.matchAll(DAY)].some(([, before, behind]) => {
    const month = (before ?? behind)!.toLowerCase();
    return MONTHS.test(month) && isUnknownWord(view, month, scoped);
  });

/** `which joined in 2002`: what a column beside the names says of a row, not when. */
const isDataYear = ({ table, labels, numbers }: CellNumberRef['scoped'], year: string): boolean =>
  columnStats(table).some(
    ({ years }, column) =>
      years && column > 0 && !labels.keys.includes(column) && numbers.holds(column, Number(year)),
  );

/** A year that says when, not one of a citation: `in 2018`, `Since 2010`. */
const WHEN =
  /(?<!\p{L})(?:in|since|by|until|before|after|during|from|of|for|at(?=\sthe\s))\s(?:early\s|late\s|mid-?|the\s(?:year\s|season\s)?|\p{Lu}\p{Ll}+\s)?((?:18|19|20)\d{2})(?!\d|\.\d)(?!\s?\))/giu;

const PERFECT =
  /(?<!\p{L})(?:has|have)\s(?!(?:an?|the|been the|only|about)\s|\d)(?:since\s|now\s|then\s)?\p{L}/iu;

/** `After 510 in 2008 numbers have grown every season, to 996`: what has happened is not of the year that was said before. */
function isSinceThen(before: string, known: ReadonlySet<string>): boolean {
  const [said, ...more] = [...before.matchAll(WHEN)];
  return (
    said !== undefined && more.length === 0 && known.has(said[1]!) && PERFECT.test(before.slice(said.index))
  );
}

/**
 * True when the clause says a year that neither the cell's row and column nor the page's title have: then the number is of another
 * time than the cell.
 */
export function isOfAnotherTime(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { text } = view.reading.block;
  const from = Math.max(view.sentence.start, text.lastIndexOf(';', quantity.start) + 1);
  if (saysDay(view, text.slice(from, view.sentence.end), scoped)) return true;
  const years = [...text.slice(from, view.sentence.end).matchAll(WHEN)].map(match => match[1]!);
  if (years.length === 0) return false;
  const known = labelYears(scoped.table, number.row, number.column);
  if (isSinceThen(text.slice(from, quantity.start), known)) return true;
  return !years.some(year => view.subject.has(year) || known.has(year) || isDataYear(scoped, year));
}

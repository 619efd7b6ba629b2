import { NAMED } from '../candidates.ts';
import { sentenceBefore, sentenceBehind } from '../clause.ts';
import { significantDigits, TELLING_DIGITS } from '../compare.ts';
import { fitsOf } from '../fit.ts';
import type { Judgement } from '../judgement.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const TABLE = /(?<!\p{L})tab(?:le)?s?\.?\s(\d+|[A-Z]\d*)(?![\d\p{L}])/giu;

const tablesSaid = (text: string): readonly string[] =>
  [...text.matchAll(TABLE)].map(([, which]) => which!.toLowerCase());

/**
 * The sentence refers to one table, its passage also to another, and no number of the sentence is a cell of what is in scope: it may well
 * be of the table that is not.
 */
export function isOfOtherTable(view: SentenceView, judged: ReadonlyMap<Quantity, Judgement>): boolean {
  const own = tablesSaid(view.text);
  if (own.length === 0 || view.nearest.length !== 1) return false;
  const { text } = view.reading.block;
  const others = tablesSaid(text.slice(0, view.sentence.start) + text.slice(view.sentence.end));
  return (
    others.some(which => !own.includes(which)) &&
    ![...judged.values()].some(judgement => judgement.verdict === 'supported' && judgement.by === 'cell')
  );
}

const MANY = 2;

/** No number of the sentence is what a table says, and several stand in none: it speaks of something else. */
export function isAmongStrangers(
  view: SentenceView,
  quantity: Quantity,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean {
  const others = [...judged].filter(
    ([other, { verdict }]) =>
      other !== quantity && verdict !== 'none' && significantDigits(other.text) >= TELLING_DIGITS,
  );
  const isSaidHere = [...judged].some(
    ([other, judgement]) =>
      other !== quantity &&
      judgement.verdict === 'supported' &&
      judgement.by === 'cell' &&
      judgement.fit.row >= NAMED &&
      judgement.fit.column >= NAMED,
  );
  return (
    !isSaidHere &&
    others.length >= MANY &&
    others.every(
      ([other, { verdict }]) =>
        (verdict === 'unverified' || verdict === 'contradicted') && fitsOf(view, other).length === 0,
    )
  );
}

/** `against the solver's 64.54`, where the caption has that number. */
export const isInCaption = ({ text }: Quantity, { about }: ScopedTable): boolean =>
  significantDigits(text) >= TELLING_DIGITS &&
  about.split(/[^\d.,]+/).some(number => number.replace(/[.,]+$/, '') === text.replace(/^[+−-]/, ''));

const IN_TABLE =
  /^\s?%?(?:\s?\p{L}[\p{L}/²³]{0,7})?\s?\((?:[^()]*[\s,;])?(?:see\s)?(?:Tab(?:le|\.)?|Fig(?:ure|\.)?|Sec(?:tion|\.)?|Appendix|App\.)\s?[\dIVXA-Z]+/u;

/** `the detector of Table 7 reaches 85.1`: whose it is stands elsewhere. */
const OF_TABLE =
  /(?<!\p{L})(?:models?|detectors?|systems?|baselines?|variants?|networks?|methods?|runs?|experiments?|configurations?|trials?|cohorts?|samples?)\s(?:of|in|from)\s(?:Tab(?:le|\.)?|Fig(?:ure|\.)?)\s?[\dIVXA-Z]+\s\p{Ll}/u;

/** `from 0.1845 (default rate, Table III)`: it says where it stands. */
export const saysWhichTable = (view: SentenceView, quantity: Quantity): boolean =>
  isFromTable(sentenceBehind(view, quantity)) || OF_TABLE.test(sentenceBefore(view, quantity));

/** What stands behind a number says which table it is from. */
export const isFromTable = (behind: string): boolean => IN_TABLE.test(behind);

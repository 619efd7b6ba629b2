import { NAMED } from '../candidates.ts';
import { clauseBefore, isKeyHeader, isUnknown, sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef, ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { likeness, wordsOf } from '../words.ts';

const OF_THEM = /^\s?of\s(?:them|these|those|whom)(?!\p{L}|\s\p{L}+s(?!\p{L}))/iu;

/** `11,700 of them stopped`. */
export const isOfThem = (view: SentenceView, quantity: Quantity): boolean =>
  OF_THEM.test(sentenceBehind(view, quantity));

const OF_IT =
  /(?<!\p{L})(?:accounts?|accounted|makes? up|made up|responsible)\s(?:for\s)?(?:about\s|only\s|just\s)?$/iu;

const WHOLE_OF =
  /(?<!\p{L})(?:half|thirds?|quarters?|fifths?|sixths?|tenths?|\d\s?(?:%|per\s?cent))\s(?:of|in)\s(?:the\s|its\s|their\s)?(?:[\p{L}-]+['’]s\s)?(?:total\s(?:of\s)?)?$/iu;

/** `a third of the plateau's 589`, `48 percent of the 1.6 million acres` */
export const isWholeOfPart = (view: SentenceView, quantity: Quantity): boolean =>
  WHOLE_OF.test(sentenceBefore(view, quantity));

/** `The noise accounts for 5.17 of it`. */
export const isPartOfIt = (view: SentenceView, quantity: Quantity): boolean =>
  OF_IT.test(sentenceBefore(view, quantity)) &&
  /^\s?(?:points?\s)?of\s(?:it|this|that)(?!\p{L})/iu.test(sentenceBehind(view, quantity));

const OPENS = /^[^()\d]{0,40}\($/u;

/** `100 paragraphs (50 real, 50 synthetic)`: what stands in the brackets adds up to the number before them. */
export function isPartInBrackets({ reading, sentence }: SentenceView, quantity: Quantity): boolean {
  const { text } = reading.block;
  const open = text.lastIndexOf('(', quantity.start);
  const close = text.indexOf(')', quantity.end);
  if (open < sentence.start || close < 0 || text.slice(open, quantity.start).includes(')')) return false;
  const whole = sentence.quantities.findLast(
    ({ unitEnd }) => unitEnd <= open && OPENS.test(text.slice(unitEnd, open + 1)),
  );
  const parts = sentence.quantities.filter(({ start, end }) => start > open && end < close);
  const sum = parts.reduce((total, { size }) => total + size, 0);
  return whole !== undefined && parts.length > 1 && Math.abs(sum - whole.size) < 1e-9 * whole.size;
}

const PORTION = /(?<!\p{L})(?:first|last|upper|lower|uppermost|lowest|final|remaining|other)\s$/iu;
const OF_WHOLE = /^\sof\s(?:the|its|their|this|that)(?!\p{L})/iu;
const INCLUDES =
  /(?<!\p{L})(?:includ(?:es?|ed|ing)|contain(?:s|ed|ing)?|compris(?:es?|ed|ing))\s(?:about\s|[~≈])?$/iu;
const SETTING =
  /^(?:at|for|from|beyond|above|below|under)\s(?:an?\s|the\s)?(?:\p{L}+\s){1,3}of\s(?:about\s|[~≈])?$/iu;

/** `the first 61.3 m of the depth`, `At a depth of 118.6 m A met clay`. */
export function isAlongIt(view: SentenceView, quantity: Quantity): boolean {
  const before = clauseBefore(view, quantity);
  if (INCLUDES.test(before) || SETTING.test(before)) return true;
  return PORTION.test(before) && OF_WHOLE.test(sentenceBehind(view, quantity));
}

const OF =
  /(?<!\p{L})((?:\p{L}[\p{L}-]+\s)?\p{L}[\p{L}-]+)\s(?:of|at|in|from|for|to|beside|near|behind|under|above)\s(?:the\s|an?\s)?$/iu;
/** `Patients under A who walked`. */
const OF_WHICH = /^\s(?:who|whose)\s|^,\swhose\s/iu;
const POSSESSED = /^[’']s?\s(?:\p{L}+\s)?(\p{L}[\p{L}-]+)(?!\p{L})/iu;
/** `One sample of`, `Each well in`. */
const ONE_OF =
  /(?<!\p{L})(?:one|each|every|another|any|some|two|three|four|five|several|a few|most|half)\s(?:of\sthe\s)?(?:\p{L}+\s)?\p{L}+\s(?:of|at|in|from)\s(?:the\s)?$/iu;
/** What is done with a thing, or how it comes, is no part of it. */
const NO_PART =
  /^(?:well|ahead|instead|regardless|because|short|lieu|spite|front|outside|inside|far|just|even|also|close|similar|equal|comparable|next|due|according|thanks|relative|points?|percent|ones?|people|persons?|that|those|these|this|gaps?|differences?|improvements?|gains?|increases?|decreases?|drops?|loss(?:es)?|margins?|changes?|us(?:e|age)|addition|introduction|combination|application|inclusion|integration|removal|absence|presence|version|variant|setting|configuration|output|capability|ability|effectiveness|effect|impact|help|advantage|superiority|choice|adoption|implementation|terms?|favou?r|case|instance|exception|experiments?|predictions?|accuracy|scores?|values?|numbers?|figures?|rates?|levels?|counts?|percentages?|shares?|proportions?|majority|average|mean|total|sum|rest|top|end|start|basis|result|performance|quality|power|\p{L}+(?:ing|ed|ly|est))$/iu;

const ITS =
  /(?:^|[;:,]\s)(?:and\s|but\s|while\s)?its\s(?:\p{L}+[-\s]){0,2}?(\p{L}{4,})\s(?:is|was|gets?|got|has|had|reache[sd]|obtains?|obtained|achieves?|achieved|scores?|scored|runs?|weighs?|costs?|takes?)\s(?:only\s|about\s|[~≈])?(?:an?\s(?:[\p{L}-]+\s){1,4}of\s)?$/iu;

/** `and its translation module gets` */
export function isOfItsOwn(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const noun = ITS.exec(sentenceBefore(view, quantity))?.[1];
  return noun !== undefined && !NO_PART.test(noun) && isUnknown(view, noun, scoped);
}

/**
 * The first column that calls the row by words: what it has in others belongs to it. `The ship from Belgium` is the row that has Belgium
 * there, and no part of it.
 */
const nameColumn = ({ labels }: ScopedTable, row: number): number =>
  Math.min(
    ...labels.ofRow[row]!.flatMap(({ column, words }) =>
      column >= 0 && words.some(({ numeric }) => !numeric) ? [column] : [],
    ),
  );

/** A word that a column of numbers is named by in the sentence, or would be. */
const isOfColumn = (word: string, { labels, table }: ScopedTable): boolean =>
  wordsOf(word).some(({ norm }) =>
    labels.measures.some(column =>
      wordsOf(table.columns[column]!.header).some(
        other => !other.numeric && likeness(other.norm, norm) >= LIKE,
      ),
    ),
  );
const LIKE = 0.95;

/** `the pump of North hangs at`, `North's side shaft`, some of what it is. */
export function isOfItsPart(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { words, block } = view.reading;
  // `the FIPS code for Walton`: what a column is called is no part.
  const isPart = (said: string | undefined): boolean => {
    const nouns = said?.split(' ') ?? [];
    const noun = nouns.at(-1);
    return (
      noun !== undefined &&
      !NO_PART.test(noun) &&
      !nouns.some(word => isKeyHeader(word, scoped) || isOfColumn(word, scoped)) &&
      isUnknown(view, wordsOf(noun)[0]!.norm, scoped)
    );
  };
  const nameIn = nameColumn(scoped, number.row);
  const naming = view.mentionsOf(scoped.table, 'row', number.row, NAMED).filter(
    ({ label, words: at }) =>
      words[at[0]!]!.end <= quantity.start &&
      (label.column < 0 || label.column === nameIn) &&
      // In `186 goals in 2010` nothing is of 2010.
      at.some(word => !words[word]!.numeric),
  );
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const before = block.text.slice(view.sentence.start, words[at[0]!]!.start);
      const behind = block.text.slice(words[at.at(-1)!]!.end, quantity.start);
      return (
        ONE_OF.test(before) ||
        (OF_WHICH.test(behind) && OF.test(before)) ||
        isPart(OF.exec(before)?.[1]) ||
        isPart(POSSESSED.exec(behind)?.[1])
      );
    })
  );
}

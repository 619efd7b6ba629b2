import { type Candidate, NAMED } from '../candidates.ts';
import { clauseBefore, sentenceBefore, sentenceBehind } from '../clause.ts';
import { columnStats } from '../column-stats.ts';
import { isClose } from '../in-column.ts';
import type { TableNumber } from '../number-index.ts';
import { isPercent, type Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import { shareMismatchOf, statedShares } from '../stated-shares.ts';
import type { SentenceView } from '../view.ts';
import { likeness, wordsOf } from '../words.ts';

const OF_TOTAL =
  /^\s?of\s(?:the\s|its\s|their\s)?(?:[\p{L}\d-]+\s){0,2}?(?:total|whole|sum|all|overall|entire)(?!\p{L})/iu;
const MAKE_UP =
  /(?<!\p{L})(?:ma[dk]es?\sup|making\sup|accounts?\sfor|accounted\sfor|accounting\sfor|constitut\p{L}+|compris\p{L}+)\s(?:\p{L}+\s){0,2}[~≈]?$/iu;

const LIKE = 0.7;
const IS_SHARE =
  /(?<!\p{L})(?:shares?|percent\p{L}*|proportions?|fractions?|contributions?|of total)(?!\p{L})|%\s?of/iu;

const OF_THEM = /^\s?of\s(?:the|all|its|their|our|these|those)\s(?:\p{Ll}+\s)?(\p{L}{3,})/iu;

/** `38.5 % of the pieces`, of which another column says how many there are, or the cell itself does. */
function isShareOfCounted(
  view: SentenceView,
  quantity: Quantity,
  { labels, table }: ScopedTable,
  { column, size }: TableNumber,
): boolean {
  const behind = sentenceBehind(view, quantity);
  const noun = OF_THEM.exec(behind)?.[1];
  if (noun === undefined) return false;
  const norm = wordsOf(noun)[0]!.norm;
  const isOfNoun = (other: number): boolean =>
    wordsOf(table.columns[other]!.header).some(word => likeness(word.norm, norm) >= LIKE);
  // `63 % of the trips`, where there are trips, and a share of something else.
  const isShare = IS_SHARE.test(table.columns[column]!.header);
  if (isShare && isOfNoun(column)) return false;
  if (!isShare && size > 100) return true;
  const stats = columnStats(table);
  if (!isShare && OF_ITS.test(behind) && !stats[column]!.percent && labels.measures.some(isOfNoun))
    return true;
  return labels.measures.some(
    other => other !== column && !stats[other]!.percent && stats[other]!.decimals === 0 && isOfNoun(other),
  );
}

/** `85 % of its flow`. */
const OF_ITS = /^\s?of\s(?:its|their|his|her)\s/iu;

const OF_ALL = /^\s?of\sall\s(?:the\s|its\s|their\s)?\p{L}/iu;
const OF_SOMEONES = /^\s?of\s(?:the\s)?(?:\p{Lu}[\p{L}-]*\s){0,2}\p{Lu}[\p{L}-]*[’']s?(?!\p{L})/u;

/** `10.5 % of all letters`, `45.7 % of Guarda's`, where the cell is no share. */
function isShareOfOthers(
  view: SentenceView,
  quantity: Quantity,
  { scoped: { table }, number: { column } }: Candidate,
): boolean {
  const { percent, unit, fractions } = columnStats(table)[column]!;
  const isShare = percent || fractions || unit === '%' || IS_SHARE.test(table.columns[column]!.header);
  const behind = sentenceBehind(view, quantity);
  return !isShare && (OF_ALL.test(behind) || OF_SOMEONES.test(behind));
}

/** `29.6 % of the total`, `make up 30 %`, where no column is named. */
export const isShareOfTotal = (view: SentenceView, quantity: Quantity, candidate: Candidate): boolean => {
  const { scoped, number, column } = candidate;
  return (
    quantity.unit === '%' &&
    (isShareOfOthers(view, quantity, candidate) ||
      isShareOfCounted(view, quantity, scoped, number) ||
      (column < NAMED && OF_TOTAL.test(sentenceBehind(view, quantity))) ||
      (!IS_SHARE.test(scoped.table.columns[number.column]!.header) &&
        MAKE_UP.test(clauseBefore(view, quantity))))
  );
};

/** `1 out of 10 (10 %)`: it is what its own two numbers give. */
export const isOwnShare = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  isPercent(quantity) &&
  statedShares(reading.block.text, sentence.quantities).some(
    stated => stated.share === quantity && shareMismatchOf(stated) === undefined,
  );

/** Shares of one whole come to a hundred, or nearly, as they are rounded. */
const WHOLE = { least: 98, most: 102 };

/** `84.81 % are linked to some of it`, where the column has the shares of each: larger than the cell, and not near it. */
export function isOfSeveralShares(quantity: Quantity, best: Candidate): boolean {
  const { scoped, number } = best;
  if (!isPercent(quantity) || isClose(quantity, best) || quantity.size < number.size) return false;
  let sum = 0;
  for (const { size } of scoped.numbers.inColumn(number.column)) sum += size;
  const whole = number.size <= 1 && sum <= 2 ? sum * 100 : sum;
  return whole >= WHOLE.least && whole <= WHOLE.most;
}

const LEAVES =
  /(?<!\p{L})(?:not?|none|never|nothing|neither|without|rest|remain(?:s|ed|ing|der)?|others?|left|fail\p{L}*|miss\p{L}*|wrong\p{L}*|errors?|lack\p{L}*|drop\p{L}*|un\p{L}+|in(?:correct|valid|complete)\p{L}*|non\p{L}*|\p{L}+n[’']t|only)(?!\p{L})/iu;

/** `one in five has none (20 %)` where 80 % have one, or where the passage said so before. */
export function isLeftOfHundred(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean {
  if (!isPercent(quantity)) return false;
  const leaves = (size: number, step: number): boolean =>
    Math.abs(100 - size - quantity.size) <= (quantity.step + step) / 2 + 1e-9;
  // One of many cells leaves it by chance.
  const cells = LEAVES.test(view.text) ? scoped.numbers.inRow(number.row) : [number];
  // It may be of a row that is left out: `77.2 % have one` where the table has 22.8 % for none.
  const column = [...scoped.numbers.inColumn(number.column)];
  if (
    quantity.decimals > 0 &&
    columnStats(scoped.table)[number.column]!.percent &&
    column.some(cell => leaves(cell.size, 0)) &&
    !column.some(cell => cell.size === quantity.size)
  )
    return true;
  const isLeftByCell = cells.some(cell => {
    if (!cell) return false;
    const scale = cell.size <= 1 && cell.decimals > 0 ? 100 : 1;
    return leaves(cell.size * scale, cell.step * scale);
  });
  return (
    isLeftByCell ||
    view.reading.sentences.some(({ quantities }) =>
      quantities.some(other => other !== quantity && isPercent(other) && leaves(other.size, other.step)),
    )
  );
}

const COUNT_OPENS = /\d[\d,]*\s(?:[\p{L}-]+\s){1,4}\($/u;
const OF_THE = /^\s?of\s(?:the|all|its|their|our)\s[^()]*\)/iu;

/** `1,044 guides (71.4 % of the corpus)`, where the column is no share. */
export const isShareInBrackets = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean =>
  !IS_SHARE.test(scoped.table.columns[number.column]!.header) &&
  isPercent(quantity) &&
  COUNT_OPENS.test(sentenceBefore(view, quantity)) &&
  OF_THE.test(sentenceBehind(view, quantity));

const OF = /^\s?of\s(?:the\s|what\s|that\s|its\s|their\s|all\s|[\p{L}\d][\p{L}\d.-]*[’'])/iu;

/** `keeps 97.1 % of the performance of B`: the one cell in percent of the other. */
export const isShareOfOther = (
  { reading }: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean => {
  if (!isPercent(quantity) || !OF.test(reading.block.text.slice(quantity.unitEnd))) return false;
  for (const other of scoped.numbers.inColumn(number.column)) {
    if (other === number || other.size === 0 || number.size === 0) continue;
    for (const share of [number.size / other.size, other.size / number.size])
      if (Math.abs(100 * share - quantity.size) <= quantity.step) return true;
  }
  return false;
};

/** `2.4 pC, or 91 % of the charge` where the charge is 2.63. */
export const isPartOf = ({ sentence }: SentenceView, quantity: Quantity, { number }: Candidate): boolean =>
  sentence.quantities.some(
    other =>
      other !== quantity &&
      isPercent(other) &&
      Math.abs((number.size * other.size) / 100 - quantity.size) <=
        quantity.step / 2 + (number.size * other.step) / 200,
  );

const OF_SOMETHING = /^\s?of\s\p{L}/u;

/** `42 % of power` beside a cell that is beyond a hundred and in no percent. */
export function isShareOfAll(view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { percent, unit } = columnStats(scoped.table)[number.column]!;
  return (
    isPercent(quantity) &&
    !percent &&
    unit !== '%' &&
    number.size > 100 &&
    OF_SOMETHING.test(sentenceBehind(view, quantity))
  );
}

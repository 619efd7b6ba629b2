import { overlap, readings, significantDigits, TELLING_DIGITS } from './compare.ts';
import { isCoreNamed } from './core-name.ts';
import { operand, type Pair } from './derive.ts';
import type { Fit } from './fit.ts';
import { changeReadings, type PairReading } from './pair-readings.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** The row must be named as fully as this. */
const IN_FULL = 0.85;
const NAMED = 0.5;
/** A name that so many rows share says not which is meant. */
const MOST_ROWS = 1;

const NOUNS = '(?:(?:the|our|an?|its|their)\\s)*';
const THAN = new RegExp(
  `^[^.,;:()]{0,40}(?<!\\p{L})(?:than|over|above|below|behind|ahead of|compared (?:to|with)|relative to|against|short of)\\s(?:(?:that|those|(?:the|its|their)\\s(?:performance|accuracy|results?|scores?|values?)) of\\s|the\\s\\p{L}+\\s(?:in|at|on|of|from)\\s(?:\\p{L}+\\s)?)?${NOUNS}$`,
  'iu',
);
const BEATS = new RegExp(
  `(?<!\\p{L})(?:outperform\\p{L}*|surpass\\p{L}*|exceed\\p{L}*|beat(?:s|ing)?|improv\\p{L}* (?:up)?on|improv\\p{L}* over|improv(?:es|ed|ing)|better than)\\s${NOUNS}$`,
  'iu',
);
/** `improving A by 4.9 and ` */
const ALSO_BEATS = new RegExp(
  `(?<!\\p{L})(?:outperform\\p{L}*|surpass\\p{L}*|exceed\\p{L}*|beat(?:s|ing)?|improv\\p{L}*)\\s[^;:]{2,60}\\sby\\s[\\d.]+\\s?(?:%|[\\p{L}-]+(?:\\s[\\p{L}-]+)?)?,?\\s(?:and\\s)?${NOUNS}$`,
  'iu',
);
const BY =
  /^(?:\s(?:model|method|system|approach|baseline|parser|variant))?(?:\s?\([^()]{1,20}\))?\sby\s(?:about\s|around\s|only\s|[~≈])?$/iu;

const IN_BRACKETS_BY = /\([^()]{1,20}\)\sby\s(?:about\s|around\s|only\s|[~≈])?$/iu;

/** Two cells that a sentence compares beyond doubt, and what the change between them may be called. */
export interface QuotedPair {
  readonly pair: Pair;
  readonly gives: boolean;
  /** The sentence quotes both. */
  readonly isOfBoth: boolean;
}

/**
 * `A reaches 54.51, 17.05 points better than B`: the one cell is quoted in the sentence, the other is that of the row named
 * behind `than`, in the same column.
 */
export function quotedPair(
  view: SentenceView,
  quantity: Quantity,
  fitsOf: (other: Quantity) => readonly Fit[],
): QuotedPair | undefined {
  const { sentence, reading } = view;
  const before = sentence.quantities.filter(
    ({ noClaim, role, end }) => noClaim === undefined && role === 'value' && end <= quantity.start,
  );
  // `exceeds B (59.3) by 25.0 points`: of the value in brackets it is set against.
  const isOfOther = IN_BRACKETS_BY.test(reading.block.text.slice(sentence.start, quantity.start));
  const nearest = before.at(isOfOther ? -2 : -1);
  if (!nearest || significantDigits(nearest.text) < TELLING_DIGITS) return undefined;
  if (
    /[;]|,?\s(?:while|whereas|but|although|though)\s/iu.test(
      reading.block.text.slice(nearest.end, quantity.start),
    )
  )
    return undefined;
  const [cell, ...others] = fitsOf(nearest);
  // `The F1 of 75.7 is 1.5 higher than that of B`: whose it is the table says, where it has the number once.
  const isOnly = others.length === 0 && cell !== undefined && cell.column >= NAMED;
  if (!cell?.number.main || (cell.row < NAMED && !isOnly) || others.some(other => isAsWell(other, cell)))
    return undefined;
  const inBrackets = isOfOther ? rowInBrackets(before.at(-1), cell, fitsOf) : undefined;
  const row = comparandOf(view, quantity, cell) ?? inBrackets;
  if (row === undefined || row === cell.number.row) return undefined;
  const other = cell.scoped.numbers.inRow(row)[cell.number.column];
  if (!other) return undefined;
  const b = { scoped: cell.scoped, number: other };
  const wanted = readings(written(quantity));
  const lenient = { low: wanted.low - quantity.step * 0.5, high: wanted.high + quantity.step * 0.5 };
  return {
    isOfBoth: row === inBrackets,
    pair: { a: cell, b, named: 1 },
    gives: changeReadings(operand(cell), operand(b)).some(
      reading => isAllowed(reading, quantity) && overlap(reading.range, lenient),
    ),
  };
}

/** `outperforming the best baseline (B, 78.7) by`: the only row that has 78.7 in the column. */
function rowInBrackets(
  value: Quantity | undefined,
  { scoped, number }: CellNumberRef,
  fitsOf: (other: Quantity) => readonly Fit[],
): number | undefined {
  const fits = value ? fitsOf(value) : [];
  const rows = fits.filter(fit => fit.scoped === scoped && fit.number.column === number.column);
  return rows.length === 1 && fits.length === 1 ? rows[0]!.number.row : undefined;
}

/** Another cell that the number may quote as well: in another row, or in a column of its row that is named about as surely. */
const isAsWell = (other: Fit, cell: Fit): boolean =>
  other.number.row === cell.number.row && other.scoped === cell.scoped
    ? other.column >= cell.column * 0.6
    : other.row >= cell.row * 0.6;

const isAllowed = ({ kind }: PairReading, quantity: Quantity): boolean =>
  quantity.unit === '×'
    ? kind === 'ratio'
    : isPercent(quantity)
      ? kind !== 'ratio'
      : kind !== 'ratio' && kind !== 'change';

/** The only row that is named behind `than`, or as what is outperformed. */
export function comparandOf(
  view: SentenceView,
  quantity: Quantity,
  { scoped }: Pick<CellNumberRef, 'scoped'>,
): number | undefined {
  const { text } = view.reading.block;
  const rows = new Set<number>();
  for (const mention of view.naming(scoped.table).mentions) {
    const { label, quality, dominated } = mention;
    if (label.axis !== 'row' || dominated > 0 || label.ids.length > MOST_ROWS) continue;
    if (quality < IN_FULL && !(quality >= NAMED && isCoreNamed(view, scoped, mention))) continue;
    const { start, end } = view.spanOf(mention);
    // `1.44 over A and some 16 over B`: of B is the other number.
    const isOfOther = view.sentence.quantities.some(
      other => other.noClaim === undefined && other.start >= quantity.unitEnd && other.end <= start,
    );
    const isBehind =
      start >= quantity.unitEnd && !isOfOther && THAN.test(text.slice(quantity.unitEnd, start));
    const isBeaten =
      end <= quantity.start &&
      BY.test(text.slice(end, quantity.start)) &&
      (BEATS.test(text.slice(view.sentence.start, start)) ||
        ALSO_BEATS.test(text.slice(view.sentence.start, start)));
    if (isBehind || isBeaten) rows.add(label.ids[0]!);
  }
  return rows.size === 1 ? [...rows][0] : undefined;
}

import { isOfOthers, statedChanges } from './arithmetic.ts';
import { meantCell, NAMED } from './candidates.ts';
import {
  isOfBoth,
  isOfNoColumn,
  isOfOdds,
  isOfOtherMeasure,
  isOfOtherThings,
  isUnitOf,
} from './change-of-others.ts';
import { sentenceBefore, sentenceBehind } from './clause.ts';
import { columnStats, comparable } from './column-stats.ts';
import { isInOtherClause } from './comparand.ts';
import { isDecimalShift, overlap, readings, significantDigits, TELLING_DIGITS } from './compare.ts';
import { isOneOfGroup } from './compared-rows.ts';
import { operand, type Pair } from './derive.ts';
import { saysUnknownBehind } from './doubts/other-measure.ts';
import { restatesChange } from './doubts/said-again.ts';
import { isOfAnotherTime, saysElsewhere } from './elsewhere.ts';
import { columnScore, type Fit, writtenInTable } from './fit.ts';
import type { TableNumber } from './number-index.ts';
import { isListed } from './number-list.ts';
import { otherSubjectOf } from './other-subject.ts';
import { changeReadings, errorReadings, type PairReading } from './pair-readings.ts';
import { isPercent, type Quantity } from './quantity.ts';
import { followsFromOwn } from './quoted.ts';
import { comparandOf } from './quoted-pair.ts';
import { columnsSaid } from './said-column.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** The row and the column must be named as fully as this. */
const IN_FULL = 0.85;
const FEWEST_DIGITS = 2;
/** Then a share of the error may be meant. */
const ERRORS = /(?<!\p{L})(?:errors?|relative)(?!\p{L})/iu;
/** A number that is farther off than this is about something else. */
const AS_LARGE = 1.6;

/**
 * `The gain of A in F1 is 12.9`, and what A is compared with nobody says: the row's value of the column, and the one whose change from it
 * comes nearest, where no value of the column and none of the row makes that change. Undefined where any does.
 */
export function nearestOfNone(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
): Pair | undefined {
  const [scoped, ...others] = view.nearest;
  if (!scoped || others.length > 0 || scoped.table.format === 'gfm') return undefined;
  if (fits.length > 0 || !isTelling(view, quantity)) return undefined;
  const said = writtenInTable(quantity, scoped);
  const wanted = readings(said);
  let nearest: (Pair & { off: number }) | undefined;
  for (const own of valuesMeant(view, quantity, scoped)) {
    for (const other of comparedWith(scoped, own)) {
      const pair = { a: { scoped, number: own }, b: { scoped, number: other }, named: 0 };
      const ways = waysOf(view, quantity, pair);
      if (ways.some(({ range }) => overlap(range, wanted))) return undefined;
      for (const { value } of ways) {
        const factor = isDecimalShift(said, value) ? 1 : Math.max(value / said.size, said.size / value);
        if (value === 0 || factor > AS_LARGE) continue;
        // What stands below one another is compared more often than what stands in one row.
        const off = factor + (other.column === own.column ? 0 : 1);
        if (!nearest || off < nearest.off) nearest = { ...pair, off };
      }
    }
  }
  return nearest && !isOfElse(view, quantity, nearest) ? nearest : undefined;
}

/** It has digits enough that no change gives it by chance, and nothing else in its sentence says what it is the change of. */
function isTelling(view: SentenceView, quantity: Quantity): boolean {
  if (quantity.bound || quantity.aggregate || quantity.approximate) return false;
  if (significantDigits(quantity.text) < (quantity.decimals > 0 ? FEWEST_DIGITS : TELLING_DIGITS))
    return false;
  if (restatesChange(view, quantity) || isListed(view, quantity)) return false;
  // `an additional 1.45 (78.42 vs. 76.97)` is held to its own two numbers.
  const stated = statedChanges(view.reading.block.text, view.sentence.quantities);
  return (
    !stated.some(({ change }) => change === quantity) && !saysElsewhere(view) && !isOverTime(view, quantity)
  );
}

/** What the rows that are named in full have in the columns that are meant. */
function valuesMeant(view: SentenceView, quantity: Quantity, scoped: ScopedTable): TableNumber[] {
  const stats = columnStats(scoped.table);
  const columns = columnsMeant(view, quantity, scoped).filter(
    column => quantity.unit !== 'point' || MAY_BE_POINTS.has(stats[column]!.unit),
  );
  const comparand = comparandOf(view, quantity, { scoped });
  return [...view.naming(scoped.table).own.rows].flatMap(([row, { score }]) =>
    score >= IN_FULL &&
    view.mentionsOf(scoped.table, 'row', row, IN_FULL).length > 0 &&
    (comparand === undefined || comparand === row)
      ? columns.flatMap(column => scoped.numbers.inRow(row)[column] ?? [])
      : [],
  );
}

/** The changes between two values that the number's unit allows. */
function waysOf(view: SentenceView, quantity: Quantity, { a, b }: Pair): PairReading[] {
  const all = changeReadings(operand(a), operand(b));
  if (ERRORS.test(view.text)) all.push(...errorReadings(operand(a), operand(b)));
  if (quantity.unit === '×' || quantity.role === 'ratio')
    return all.filter(({ kind }) => kind === 'ratio' || kind === 'change');
  if (isPercent(quantity) || quantity.changeKind === 'relative') return all;
  return all.filter(({ kind }) => kind === 'difference' || kind === 'points');
}

/** The change is of another time, another measure, or somebody else's. */
const isOfElse = (view: SentenceView, quantity: Quantity, pair: Pair): boolean =>
  isOfAnotherTime(view, quantity, pair.a) ||
  isOneOfGroup(view, pair.a) ||
  isInOtherClause(view, quantity, meantCell(pair.a, { row: 1, column: 1 })) ||
  otherSubjectOf(view, quantity, meantCell(pair.a, { row: 1, column: 1 })) !== undefined ||
  isOfOtherThings(view, quantity, pair) ||
  isOfNoColumn(view, quantity, pair) ||
  isOfOdds(view, quantity) ||
  isOfBoth(view, quantity) ||
  isLevelOnly(view, pair) ||
  isOfOtherMeasure(view, quantity, pair) ||
  saysUnknownBehind(view, quantity, pair.a.scoped) ||
  isOfOthers(sentenceBefore(view, quantity), sentenceBehind(view, quantity)) ||
  followsFromOwn(view, quantity) ||
  !isUnitOf(view, quantity, pair);

const LEVEL_OF = /(?<!\p{L})(?:levels?|range|vicinity)\sof\s(?:the\s)?$/iu;

/** `declines by 1.1 points, back to the level of A`: not A declines. */
const isLevelOnly = (view: SentenceView, { a: { scoped, number } }: Pair): boolean =>
  view.isEachName({ scoped, axis: 'row', id: number.row }, IN_FULL, ({ start }) =>
    LEVEL_OF.test(view.reading.block.text.slice(view.sentence.start, start)),
  );

/** Of these units a difference is one in points. */
const MAY_BE_POINTS: ReadonlySet<string> = new Set(['', '%', 'point']);

const BY_ITSELF =
  /(?<!\p{L})(?:f[ae]ll(?:s|en|ing)?|r(?:ose|ises?|isen|ising)|gr[eo]w(?:s|n|ing|th)?|declin\p{L}*|dropp?(?:s|ed|ing)?|climb\p{L}*|increased|decreased|shr[aiu]nk\p{L}*|(?:went|gone|goes) (?:up|down))\s(?:again\s|further\s)?(?:by\s)?(?:about\s|[~≈])?[-+−]?$/iu;
const SETS_AGAINST =
  /(?<!\p{L})(?:than|over|compared|comparison|relative|versus|vs|against|without|with|when|after|from|if|using|remov\p{L}*|replac\p{L}*|add\p{L}*|ablat\p{L}*|drop\p{L}*ing)(?!\p{L})/iu;

/** `The breakage of Ochre fell by 2.4 points`: since when, nobody says. */
const isOverTime = (view: SentenceView, quantity: Quantity): boolean =>
  BY_ITSELF.test(sentenceBefore(view, quantity)) && !SETS_AGAINST.test(view.text);

/** The columns said right at the number, or the only ones that the sentence names in full. */
function columnsMeant(view: SentenceView, quantity: Quantity, scoped: ScopedTable): readonly number[] {
  const said = columnsSaid(view, quantity, scoped);
  if (said.length > 0) return said;
  const named = scoped.labels.measures.filter(column => columnScore(view, scoped, column) >= NAMED);
  if (named.length > 0) return named;
  return scoped.labels.measures.length === 1 ? scoped.labels.measures : [];
}

/** All that a value may be compared with: its column, and what its row has of the same kind. */
function comparedWith({ table, numbers }: ScopedTable, own: TableNumber): TableNumber[] {
  const stats = columnStats(table);
  const inRow = numbers
    .inRow(own.row)
    .filter(other => other !== undefined)
    .filter(other => other !== own && comparable(stats[other.column]!, stats[own.column]!));
  const inColumn = [...numbers.inColumn(own.column)].filter(other => other.row !== own.row);
  return [...inRow, ...inColumn];
}

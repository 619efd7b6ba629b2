import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { valuesOf } from '../tables/table-values.ts';
import { dimensionOf } from '../tables/units.ts';
import { mainNumber } from './number-index.ts';

/** What the numbers of a column have in common. */
export interface ColumnStats {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** The number of decimals that most cells have. */
  readonly decimals: number;
  readonly percent: boolean;
  /** All numbers are fractions of one. */
  readonly fractions: boolean;
  /** The unit in the header or in the cells; empty when there is none. */
  readonly unit: string;
  /** The last word of a header of several, in small letters: `m` of `Elevation m`. It is a unit where a number has the same. */
  readonly lastWord: string;
  /** Most numbers are too large for percentages. */
  readonly aboveHundred: boolean;
  /** All numbers are years. */
  readonly years: boolean;
  /** Some number is below zero. */
  readonly negatives: boolean;
}

export const columnStats = (table: Table): readonly ColumnStats[] => derived(table, allStats);

const allStats = (table: Table): readonly ColumnStats[] =>
  table.columns.map(column => statsOf(table, column.index));

function statsOf(table: Table, column: number): ColumnStats {
  const { unit, header } = table.columns[column]!;
  let count = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let percents = 0;
  let large = 0;
  let years = true;
  let negatives = false;
  let written = '';
  /** How often each number of decimals is written. */
  const decimals: number[] = [];
  for (const row of valuesOf(table)) {
    const value = row[column]!;
    if (written === '') written = value.unit;
    const number = mainNumber(value);
    if (!number) continue;
    const size = Math.abs(number.scaled);
    count++;
    if (number.scaled < 0) negatives = true;
    min = Math.min(min, size);
    max = Math.max(max, size);
    decimals[number.decimals] = (decimals[number.decimals] ?? 0) + 1;
    if (number.percent || unit === '%') percents++;
    if (size > 100.5) large++;
    if (number.decimals > 0 || size < 1700 || size > 2100) years = false;
  }
  return {
    count,
    min,
    max,
    decimals: mostCommon(decimals),
    percent: percents * 2 > count,
    fractions: count > 0 && max <= 1.0000001 && decimals.some((times, places) => times > 0 && places > 0),
    unit: unit || written,
    lastWord: LAST_WORD.exec(header)?.[1]?.toLowerCase() ?? '',
    aboveHundred: large * 2 > count,
    years: count > 0 && years,
    negatives,
  };
}

const LAST_WORD = /[\p{L})\].]\s([\p{L}µμ°²³]{1,4})$/u;

/** The place that counts most; of equals the last. */
function mostCommon(counts: readonly number[]): number {
  let best = 0;
  counts.forEach((times, place) => {
    if (times >= (counts[best] ?? 0)) best = place;
  });
  return best;
}

/** How well a number with this unit fits a column: 1 for the column's own unit, near 0 for another kind of thing. */
export function unitFit(unit: string, stats: ColumnStats, table: readonly ColumnStats[]): number {
  if (unit === '%') {
    if (stats.percent || stats.unit === '%') return 1;
    if (stats.max > 100.5)
      return table.some(other => other.percent || other.unit === '%')
        ? 0.25
        : stats.aboveHundred
          ? 0.35
          : 0.5;
    if (table.some(other => other.percent || other.unit === '%')) return 0.45;
    return stats.decimals > 0 ? 0.9 : 0.5;
  }
  if (unit === '' || unit === 'point') return 1;
  if (stats.unit === '' && stats.lastWord === unit.toLowerCase()) return 1;
  const dimension = dimensionOf(unit);
  if (dimension < 0) return stats.unit !== '' && !isSameUnit(unit, stats.unit) ? 0.2 : 0.9;
  const own = dimensionOf(stats.unit);
  if (own === dimension) return 1;
  if (own >= 0) return 0.1;
  // A column whose unit nobody says can't be told to measure in seconds or bytes.
  return unit === '×' ? 0.8 : table.some(other => dimensionOf(other.unit) === dimension) ? 0.2 : 0.35;
}

/** Degrees may be of any scale. */
const isSameUnit = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() || (/^degrees?$/.test(a) && b.startsWith('°'));

/** Two columns measure the same kind of thing: one unit, and sizes that meet. */
export const comparable = (a: ColumnStats, b: ColumnStats): boolean =>
  a.unit === b.unit &&
  a.percent === b.percent &&
  (a.decimals === 0) === (b.decimals === 0) &&
  a.min <= b.max * 3 &&
  b.min <= a.max * 3;

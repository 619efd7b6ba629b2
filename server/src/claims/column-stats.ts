import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { valuesOf } from '../tables/table-values.ts';
import { dimensionOf } from '../tables/units.ts';
import { numberIndex } from './number-index.ts';

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
  /** All numbers are years. */
  readonly years: boolean;
}

export const columnStats = (table: Table): readonly ColumnStats[] => derived(table, allStats);

const allStats = (table: Table): readonly ColumnStats[] =>
  table.columns.map(column => statsOf(table, column.index));

function statsOf(table: Table, column: number): ColumnStats {
  const numbers = numberIndex(table).cells.flatMap(row => row[column] ?? []);
  const sizes = numbers.map(number => number.size);
  const percents = numbers.filter(number => number.percent).length;
  const written =
    valuesOf(table)
      .map(row => row[column]!.unit)
      .find(unit => unit !== '') ?? '';
  // Not spread: a long column has more cells than a call takes arguments.
  const max = sizes.reduce((most, size) => Math.max(most, size), Number.NEGATIVE_INFINITY);
  return {
    count: numbers.length,
    min: sizes.reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY),
    max,
    decimals: mostCommon(numbers.map(number => number.decimals)),
    percent: percents * 2 > numbers.length,
    fractions: numbers.length > 0 && max <= 1.0000001 && numbers.some(number => number.decimals > 0),
    unit: table.columns[column]!.unit || written,
    years:
      numbers.length > 0 &&
      numbers.every(({ size, decimals }) => decimals === 0 && size >= 1700 && size <= 2100),
  };
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** How well a number with this unit fits a column: 1 for the column's own unit, near 0 for another kind of thing. */
export function unitFit(unit: string, stats: ColumnStats, table: readonly ColumnStats[]): number {
  if (unit === '%') {
    if (stats.percent || stats.unit === '%') return 1;
    if (stats.max > 100.5) return table.some(other => other.percent || other.unit === '%') ? 0.25 : 0.5;
    if (table.some(other => other.percent || other.unit === '%')) return 0.45;
    return stats.decimals > 0 ? 0.9 : 0.5;
  }
  if (unit === '' || unit === 'point') return 1;
  const dimension = dimensionOf(unit);
  if (dimension < 0) return 0.9;
  const own = dimensionOf(stats.unit);
  if (own === dimension) return 1;
  if (own >= 0) return 0.1;
  // A column whose unit nobody says can't be told to measure in seconds or bytes.
  return unit === '×' ? 0.8 : table.some(other => dimensionOf(other.unit) === dimension) ? 0.2 : 0.35;
}

/** Two columns measure the same kind of thing: one unit, and sizes that meet. */
export const comparable = (a: ColumnStats, b: ColumnStats): boolean =>
  a.unit === b.unit && a.percent === b.percent && a.min <= b.max * 3 && b.min <= a.max * 3;

import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { dimensionOf } from '../tables/units.ts';
import type { ColumnStats } from './column-tally.ts';
import { numberIndex } from './number-index.ts';

export type { ColumnStats };

export const columnStats = (table: Table): readonly ColumnStats[] => numberIndex(table).stats;

/** How well a number in a unit fits a column that says none, where no other column says this one. */
export const UNSAID = 0.35;
/** The same where the table says none at all, and no other table this one. */
export const UNSAID_ANYWHERE = 0.55;

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
  // `7.7 kWh` is no percentage.
  if (stats.percent || stats.unit === '%') return 0.1;
  // A column whose unit nobody says can't be told to measure in seconds or bytes.
  return unit === '×' ? 0.8 : table.some(other => dimensionOf(other.unit) === dimension) ? 0.2 : UNSAID;
}

/** What the columns of a table say of units. */
interface UnitsSaid {
  /** Some column says one, be it one that is not known here. */
  readonly any: boolean;
  /** What the units measure that are known; see `dimensionOf`. */
  readonly dimensions: ReadonlySet<number>;
}

/** Worked out once a table: each column of many asks for it. */
export const unitsSaid = (table: Table): UnitsSaid => derived(table, readUnits);

function readUnits(table: Table): UnitsSaid {
  const all = columnStats(table);
  const isSaid = ({ unit, percent, lastWord }: ColumnStats): boolean =>
    (unit !== '' && unit !== '%' && !percent) || dimensionOf(lastWord) >= 0;
  return {
    any: all.some(isSaid),
    dimensions: new Set(all.flatMap(({ unit, lastWord }) => [unit, lastWord].map(dimensionOf))),
  };
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

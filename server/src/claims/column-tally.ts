import type { Column } from '../tables/table.ts';

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
  /** Its cells write several units. */
  readonly unitsDiffer: boolean;
  /** The last word of a header of several, in small letters: `m` of `Elevation m`. It is a unit where a number has the same. */
  readonly lastWord: string;
  /** Most numbers are too large for percentages. */
  readonly aboveHundred: boolean;
  /** All numbers are years. */
  readonly years: boolean;
  /** Some number is below zero. */
  readonly negatives: boolean;
}

const LAST_WORD = /[\p{L})\].]\s([\p{L}µμ°²³]{1,4})$/u;

/** Counts a column's numbers while somebody goes through them. */
export class ColumnTally {
  private readonly column: Column;
  private count = 0;
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;
  private percents = 0;
  private large = 0;
  private years = true;
  private negatives = false;
  private unit = '';
  private unitsDiffer = false;
  /** How often each number of decimals is written. */
  private readonly decimals: number[] = [];

  constructor(column: Column) {
    this.column = column;
  }

  /** A cell writes a unit; the first one that does says it for the column. */
  addUnit(unit: string): void {
    if (this.unit === '') this.unit = unit;
    else if (unit !== '' && unit !== this.unit) this.unitsDiffer = true;
  }

  /** The number that a cell is. */
  add(scaled: number, decimals: number, percent: boolean): void {
    const size = Math.abs(scaled);
    this.count++;
    if (scaled < 0) this.negatives = true;
    this.min = Math.min(this.min, size);
    this.max = Math.max(this.max, size);
    this.decimals[decimals] = (this.decimals[decimals] ?? 0) + 1;
    if (percent || this.column.unit === '%') this.percents++;
    if (size > 100.5) this.large++;
    if (decimals > 0 || size < 1700 || size > 2100) this.years = false;
  }

  get stats(): ColumnStats {
    const { column, count, min, max, decimals, percents, large } = this;
    return {
      count,
      min,
      max,
      decimals: mostCommon(decimals),
      percent: percents * 2 > count,
      fractions: count > 0 && max <= 1.0000001 && decimals.some((times, places) => times > 0 && places > 0),
      unit: column.unit || this.unit,
      unitsDiffer: this.unitsDiffer,
      lastWord: LAST_WORD.exec(column.header)?.[1]?.toLowerCase() ?? '',
      aboveHundred: large * 2 > count,
      years: count > 0 && this.years,
      negatives: this.negatives,
    };
  }
}

/** The place that counts most; of equals the last. */
function mostCommon(counts: readonly number[]): number {
  let best = 0;
  counts.forEach((times, place) => {
    if (times >= (counts[best] ?? 0)) best = place;
  });
  return best;
}

import { BareNumber, type CellNumber, type CellValue } from '../tables/cell-value.ts';
import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { valuesOf } from '../tables/table-values.ts';
import { type ColumnStats, ColumnTally } from './column-tally.ts';
import { type Interval, overlap, printedInterval, readings, type Written } from './compare.ts';

/** A number that is printed in a table. */
export interface TableNumber {
  readonly row: number;
  readonly column: number;
  /** Without its sign; a suffix such as `K` counted in. */
  readonly size: number;
  readonly negative: boolean;
  /** One unit of the last digit printed. */
  readonly step: number;
  readonly decimals: number;
  readonly percent: boolean;
  /** True for the number that the cell begins with; the others (deviations, bracketed values) can only explain. */
  readonly main: boolean;
  readonly text: string;
}

interface RowNumbers {
  /** By column. */
  readonly main: readonly (TableNumber | undefined)[];
  /** From left to right, as `places` counts them. */
  readonly all: readonly TableNumber[];
}

/**
 * All numbers of a table, by size. A long table has thousands of which a text quotes few: only their sizes are sorted, and what
 * else is known of a number is made for the rows that somebody asks for.
 */
export class NumberIndex {
  // Not the table: what is derived from one must not hold on to its spans.
  private readonly values: readonly (readonly CellValue[])[];
  private readonly units: readonly string[];
  private readonly made: (RowNumbers | undefined)[] = [];
  private knownDigits: ReadonlySet<string> | undefined;
  /** Rising, but for differences too small to matter. */
  private readonly sizes: Float64Array;
  /** Of each size one unit of its last digit. */
  private readonly steps: Float64Array;
  /** Of each size the row, and which number of it. */
  private readonly rowAt: Int32Array;
  private readonly ordinalAt: Int32Array;
  /** What the main numbers of each column have in common. */
  readonly stats: readonly ColumnStats[];
  /** How many cells have a main number. */
  readonly count: number;

  constructor(table: Table) {
    this.values = valuesOf(table);
    this.units = table.columns.map(({ unit }) => unit);
    let held = 0;
    for (const values of this.values)
      for (const value of values) held += value instanceof BareNumber ? 1 : value.numbers.length;
    const sizes = new Float64Array(held);
    const steps = new Float64Array(held);
    const rows = new Int32Array(held);
    const ordinals = new Int32Array(held);
    const tallies = table.columns.map(column => new ColumnTally(column));
    let next = 0;
    for (let row = 0; row < this.values.length; row++) {
      const first = next;
      const add = (value: number, scaled: number, decimals: number): void => {
        sizes[next] = Math.abs(scaled);
        steps[next] = stepOf(value, scaled, decimals);
        rows[next] = row;
        ordinals[next] = next - first;
        next++;
      };
      const values = this.values[row]!;
      for (let column = 0; column < values.length; column++) {
        const cell = values[column]!;
        const tally = tallies[column]!;
        if (cell instanceof BareNumber) {
          const { value, decimals, percent } = cell;
          add(value, value, decimals);
          tally.add(value, decimals, percent);
          if (percent) tally.addUnit('%');
          continue;
        }
        for (const { value, scaled, decimals } of cell.numbers) add(value, scaled, decimals);
        const main = mainNumber(cell);
        if (main) tally.add(main.scaled, main.decimals, main.percent);
        tally.addUnit(cell.unit);
      }
    }
    this.stats = tallies.map(tally => tally.stats);
    const order = risingOrder(sizes);
    this.sizes = inOrder(sizes, order);
    this.steps = inOrder(steps, order);
    this.rowAt = inOrder(rows, order);
    this.ordinalAt = inOrder(ordinals, order);
    this.count = this.stats.reduce((sum, { count }) => sum + count, 0);
  }

  get rows(): number {
    return this.values.length;
  }

  /** The main number of each cell of a row, by column; empty for a row that is not there. */
  inRow(row: number): readonly (TableNumber | undefined)[] {
    return this.ofRow(row).main;
  }

  /** The main numbers of a column, from the first row on. */
  *inColumn(column: number): IterableIterator<TableNumber> {
    for (let row = 0; row < this.rows; row++) {
      const number = this.inRow(row)[column];
      if (number) yield number;
    }
  }

  /** Every number of a row, deviations and bracketed values too, from left to right. */
  allInRow(row: number): readonly TableNumber[] {
    return this.ofRow(row).all;
  }

  /** True where a cell of the row has a main number. */
  hasMain(row: number): boolean {
    return this.values[row]!.some(value => mainNumber(value) !== undefined);
  }

  /** The numbers whose printed value can lie in the interval, the smallest first; see `agreesWith`. */
  printedIn(wanted: Interval): TableNumber[] {
    const { sizes, steps } = this;
    const found: TableNumber[] = [];
    // Those printed coarser than it are let in at its edges: by half of their last digit, of which `COARSEST` bounds the size.
    const low = (wanted.low / (1 + COARSEST)) * (1 - 1e-9);
    const high = (wanted.high / (1 - COARSEST)) * (1 + 1e-9);
    for (let at = firstFrom(sizes, low); at < sizes.length && sizes[at]! <= high; at++) {
      const size = sizes[at]!;
      const step = steps[at]!;
      if (size + step < wanted.low || size - step > wanted.high) continue;
      if (agreesWith({ size, step }, wanted))
        found.push(this.ofRow(this.rowAt[at]!).all[this.ordinalAt[at]!]!);
    }
    return found;
  }

  /** True where a cell of the column is this number and nothing else. */
  holds(column: number, value: number): boolean {
    return this.values.some(row => row[column]?.numbers.length === 1 && row[column]!.main?.value === value);
  }

  /** True where a main number has these digits, points and zeros at the ends left out. */
  hasDigits(digits: string): boolean {
    this.knownDigits ??= new Set(
      this.values.flatMap(values =>
        values.flatMap(value => {
          const main = mainNumber(value);
          return main ? [digitsOf(main.text)] : [];
        }),
      ),
    );
    return this.knownDigits.has(digits);
  }

  private ofRow(row: number): RowNumbers {
    return (this.made[row] ??= numbersOfRow(this.values[row] ?? [], row, this.units));
  }
}

/** A copy whose places are in this order. */
function inOrder<List extends Float64Array | Int32Array>(list: List, order: Uint32Array): List {
  const sorted = list.slice() as List;
  for (let at = 0; at < order.length; at++) sorted[at] = list[order[at]!]!;
  return sorted;
}

/** Which half of a number's bits is the lower one: the processor decides. */
const LOWER = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;
/** So many numbers have a place in the bits; past them a table is sorted the slow way. */
const MOST_PLACES = 1 << 20;

/**
 * The places of sizes (none below zero) by their size. Each place is put into the last bits of its size, which is 10⁻⁹ of it at
 * most and less than any search looks at: plain numbers are sorted 20 times as fast as by a function that compares two.
 */
function risingOrder(sizes: Float64Array): Uint32Array {
  if (sizes.length > MOST_PLACES)
    return Uint32Array.from(sizes.keys()).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const keys = Float64Array.from(sizes);
  const halves = new Uint32Array(keys.buffer);
  const mask = MOST_PLACES - 1;
  for (let at = 0; at < keys.length; at++) {
    const lower = 2 * at + LOWER;
    halves[lower] = (halves[lower]! & ~mask) | at;
  }
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = halves[2 * at + LOWER]! & mask;
  return order;
}

/** One unit of the last digit that is printed, a suffix such as `K` counted in. */
const stepOf = (value: number, scaled: number, decimals: number): number =>
  (STEPS[decimals] ?? 10 ** -decimals) * (value === 0 ? 1 : Math.abs(scaled / value));

/** By the number of decimals. */
const STEPS = Array.from({ length: 16 }, (_, decimals) => 10 ** -decimals);

function numbersOfRow(values: readonly CellValue[], row: number, units: readonly string[]): RowNumbers {
  const all: TableNumber[] = [];
  const main = values.map((value, column) => {
    let own: TableNumber | undefined;
    const start = mainNumber(value)?.start;
    for (const number of value.numbers) {
      const isMain = number.start === start;
      const entry: TableNumber = {
        row,
        column,
        size: Math.abs(number.scaled),
        negative: number.value < 0,
        step: stepOf(number.value, number.scaled, number.decimals),
        decimals: number.decimals,
        percent: number.percent || (isMain && units[column] === '%'),
        main: isMain,
        text: number.text,
      };
      all.push(entry);
      if (isMain) own = entry;
    }
    return own;
  });
  return { main, all };
}

/** The number that a cell is, if it is one and exact. */
export const mainNumber = (value: CellValue): CellNumber | undefined =>
  value.kind === 'number' && !value.inexact ? value.main : undefined;

/** The digits of a number without sign, marks and zeros at the ends: `5451` for `54.510`. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+|0+$/g, '');

export const numberIndex = (table: Table): NumberIndex => derived(table, indexNumbers);

const indexNumbers = (table: Table): NumberIndex => new NumberIndex(table);

/** How a number in the text may differ from the cell it quotes and still be it. */
export type Scale = 1 | 100 | 0.01 | 1000 | 1e6 | 1e9;

export interface CellMatch {
  readonly number: TableNumber;
  readonly scale: Scale;
}

/**
 * The cells that a number in the text agrees with: it rounds or truncates to it at the coarser precision of the two, as it
 * stands, as percent against fraction, or in thousands, millions and billions.
 */
export function agreeing(index: NumberIndex, written: Written, percent: boolean): CellMatch[] {
  const found: CellMatch[] = [];
  const scales: Scale[] = [1, 100];
  if (written.size <= 1.5 && written.step < 1) scales.push(0.01);
  // Only a number of thousands can be a cell printed in thousands or millions.
  if (written.step >= 1 && written.size >= 1000 && !percent) scales.push(1000, 1e6, 1e9);
  for (const scale of scales) {
    const wanted = readings({
      size: written.size / scale,
      step: written.step / scale,
      approximate: written.approximate,
    });
    for (const number of index.printedIn(wanted)) {
      // A header may say % over shares of one: `.6157`.
      if (
        scale === 100 &&
        (number.size > 2.5 || (number.percent && !(number.size <= 1 && number.decimals >= 3)))
      )
        continue;
      // `0.85` may quote 85; `0.05` no count of 5.
      if (scale === 0.01 && !number.percent && number.size < (number.decimals > 0 ? 1 : 10)) continue;
      found.push({ number, scale });
    }
  }
  return found;
}

/** Half of its last digit may be no more than this share of a coarse cell. */
const COARSEST = 0.01;

/** A cell printed to fewer digits than the text has stands for everything that rounds to it. */
export function agreesWith(number: Pick<TableNumber, 'size' | 'step'>, wanted: Interval): boolean {
  if (wanted.low <= number.size && number.size <= wanted.high) return true;
  // A coarse cell is let stand for a finer number only where its last digit is a small part of it: 75 for `75.4`, not 8 for `7.53`.
  if (number.step > number.size * 2 * COARSEST) return false;
  const printed = printedInterval(number.size, number.step);
  return wanted.high - wanted.low < number.step && overlap(printed, wanted);
}

function firstFrom(sizes: Float64Array, size: number): number {
  let low = 0;
  let high = sizes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sizes[middle]! < size) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { valuesOf } from '../tables/table-values.ts';
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

/** All numbers of a table, by size. */
export interface NumberIndex {
  readonly bySize: readonly TableNumber[];
  /** The main number of each cell: `[row][column]`. */
  readonly cells: readonly (readonly (TableNumber | undefined)[])[];
  readonly count: number;
  /** The digits of all main numbers, points and zeros at the ends left out. */
  readonly digits: ReadonlySet<string>;
}

/** The digits of a number without sign, marks and zeros at the ends: `5451` for `54.510`. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+|0+$/g, '');

export const numberIndex = (table: Table): NumberIndex => derived(table, indexNumbers);

function indexNumbers(table: Table): NumberIndex {
  const all: TableNumber[] = [];
  let count = 0;
  const cells = valuesOf(table).map((values, row) =>
    values.map((value, column) => {
      let main: TableNumber | undefined;
      for (const number of value.numbers) {
        const isMain = value.kind === 'number' && number === value.main && !value.inexact;
        const scale = number.value === 0 ? 1 : Math.abs(number.scaled / number.value);
        const entry: TableNumber = {
          row,
          column,
          size: Math.abs(number.scaled),
          negative: number.value < 0,
          step: 10 ** -number.decimals * scale,
          decimals: number.decimals,
          percent: number.percent || (isMain && table.columns[column]!.unit === '%'),
          main: isMain,
          text: number.text,
        };
        all.push(entry);
        if (isMain) main = entry;
      }
      if (main) count++;
      return main;
    }),
  );
  all.sort((a, b) => a.size - b.size);
  const digits = new Set(all.filter(number => number.main).map(number => digitsOf(number.text)));
  return { bySize: all, cells, count, digits };
}

/** How a number in the text may differ from the cell it quotes and still be it. */
export type Scale = 1 | 100 | 0.01 | 1000 | 1e6;

export interface CellMatch {
  readonly number: TableNumber;
  readonly scale: Scale;
}

/**
 * The cells that a number in the text agrees with: it rounds or truncates to it at the coarser precision of the two, as it
 * stands, as percent against fraction, or in thousands and millions.
 */
export function agreeing(index: NumberIndex, written: Written, percent: boolean): CellMatch[] {
  const found: CellMatch[] = [];
  const scales: Scale[] = [1, 100];
  if (written.size <= 1.5 && written.step < 1) scales.push(0.01);
  // Only what is written in thousands, or a number with as many digits, can be a cell printed in thousands or millions.
  if (written.step >= 1000 && !percent) scales.push(1000, 1e6);
  for (const scale of scales) {
    const wanted = readings({
      size: written.size / scale,
      step: written.step / scale,
      approximate: written.approximate,
    });
    for (const number of between(index, wanted)) {
      if (scale === 100 && (number.percent || number.size > 2.5)) continue;
      if (scale === 0.01 && !number.percent && number.size < 1) continue;
      found.push({ number, scale });
    }
  }
  return found;
}

/** The numbers whose printed value can lie in the interval; those printed coarser than it are let in at its edges. */
function between(index: NumberIndex, wanted: Interval): TableNumber[] {
  const { bySize } = index;
  const found: TableNumber[] = [];
  // Nothing in a table is printed coarser than to a tenth of its size, but for single digits.
  const margin = Math.max(wanted.high * 0.05, 0.5);
  for (let at = lowerBound(bySize, wanted.low - margin); at < bySize.length; at++) {
    const number = bySize[at]!;
    if (number.size > wanted.high + margin) break;
    if (agreesWith(number, wanted)) found.push(number);
  }
  return found;
}

/** A cell printed to fewer digits than the text has stands for everything that rounds to it. */
export function agreesWith(number: TableNumber, wanted: Interval): boolean {
  if (wanted.low <= number.size && number.size <= wanted.high) return true;
  // A coarse cell is let stand for a finer number only where its last digit is a small part of it: 75 for `75.4`, not 8 for `7.53`.
  if (number.step > number.size * 0.02) return false;
  const printed = printedInterval(number.size, number.step);
  return wanted.high - wanted.low < number.step && overlap(printed, wanted);
}

function lowerBound(numbers: readonly TableNumber[], size: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]!.size < size) low = middle + 1;
    else high = middle;
  }
  return low;
}

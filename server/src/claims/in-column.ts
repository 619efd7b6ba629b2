import { conversion } from '../tables/units.ts';
import type { Candidate } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { isDecimalShift, isDigitSwap, readings } from './compare.ts';
import { saysScale, scaleOf } from './fit.ts';
import { agreesWith, type TableNumber } from './number-index.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';

/** A number as it would stand in a column: `91 %` is 0.91 among fractions, `0.37` 37 among percentages, `0.3 s` is 300 among milliseconds. */
interface InColumn {
  readonly size: number;
  readonly step: number;
  /** -1 where the unit is another one: then decimals tell nothing. */
  readonly decimals: number;
  readonly text: string;
}

export function inColumn(
  quantity: Quantity,
  scoped: ScopedTable,
  number: Pick<TableNumber, 'column' | 'size'>,
): InColumn {
  const { size, step, decimals, text, unit } = quantity;
  const stats = columnStats(scoped.table)[number.column]!;
  const suffix = step * 10 ** decimals;
  // `3.77 billion` where the column says that it is in millions.
  const scale = suffix >= 1000 ? scaleOf(scoped, number.column) : undefined;
  if (scale !== undefined && (scale === suffix || stats.max < suffix)) {
    const inScale = step / scale;
    return {
      size: size / scale,
      step: inScale,
      decimals: Math.max(0, -Math.round(Math.log10(inScale))),
      text,
    };
  }
  // `214M` where the column says that it is in `m`.
  if (suffix >= 1000 && stats.max < suffix && saysScale(scoped, number.column))
    return { size: size / suffix, step: step / suffix, decimals, text };
  // `8.11 million` where the column says 8.11 and not of what.
  if (suffix >= 1000 && decimals > 0 && stats.max < 1000 && isAbout(size / suffix, number.size))
    return { size: size / suffix, step: step / suffix, decimals, text };
  const factor = unit === '' ? 1 : (conversion(unit, stats.unit) ?? 1);
  if (factor !== 1) return { size: size * factor, step: step * factor, decimals: -1, text };
  const isShare =
    unit === '' && step < 1 && size <= 1 && (stats.percent || stats.unit === '%') && stats.min > 1.5;
  if (isShare) return { size: size * 100, step: step * 100, decimals: Math.max(0, decimals - 2), text };
  if (!stats.fractions || (unit !== '%' && size <= 1.5)) return { size, step, decimals, text };
  return { size: size / 100, step: step / 100, decimals: decimals + 2, text };
}

const AROUND = 2;
const isAbout = (a: number, b: number): boolean => a <= b * AROUND && b <= a * AROUND;

/** In the column's unit and scale the number is the cell after all. */
export const isWhatItSays = (quantity: Quantity, { scoped, number }: Candidate): boolean =>
  agreesWith(number, readings({ ...inColumn(quantity, scoped, number), approximate: quantity.approximate }));

const OTHER_SIZE = 20;

/** 655,360 beside a column of 1 and 2. A point in the wrong place is no other size. */
export function isFarOff(quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { size } = inColumn(quantity, scoped, number);
  const { min, max, decimals } = columnStats(scoped.table)[number.column]!;
  // `446 problems` beside scores of a hundred.
  const isCount = quantity.decimals === 0 && size > 100 && max <= 100 && decimals > 0;
  return size > max * OTHER_SIZE || size * OTHER_SIZE < min || isCount;
}

const FAR_FROM_CELL = 500;

/** 14.5 beside a cell of 884,391: the column may hold numbers of all sizes. */
export function isFarFromCell(quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { size } = inColumn(quantity, scoped, number);
  return size * FAR_FROM_CELL < number.size || size > number.size * FAR_FROM_CELL;
}

/** The number is far below or above all numbers of the candidate's column. */
export function isOutside(quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { size } = inColumn(quantity, scoped, number);
  const { min, max } = columnStats(scoped.table)[number.column]!;
  return size < min * 0.6 || size > max * 1.6;
}

/** The number is about as large as the cell. */
export const isClose = (quantity: Quantity, { number, scoped }: Candidate): boolean =>
  Math.abs(number.size - inColumn(quantity, scoped, number).size) <= 0.4 * number.size;

/** Digits swapped or the point moved. */
export const isSlip = (written: InColumn, number: TableNumber): boolean =>
  written.decimals >= 0 &&
  (isDecimalShift({ ...written, approximate: false }, number.size) ||
    (!isFiner(written, number) && isDigitSwap({ ...written, approximate: false }, number.size)));

/** Its digits are those of the cell, as its column writes them, swapped or with the point moved. */
export const isSlipOf = (quantity: Quantity, { scoped, number }: CellNumberRef): boolean =>
  isSlip(inColumn(quantity, scoped, number), number);

/** It says more digits than the cell has, not zeros: 10.5 is no swap of 15. */
function isFiner({ size, step }: InColumn, number: TableNumber): boolean {
  const steps = size / number.step;
  return step < number.step * 0.99 && Math.abs(steps - Math.round(steps)) > 0.01;
}

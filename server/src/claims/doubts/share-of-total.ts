import { columnStats } from '../column-stats.ts';
import { isPercent, type Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';

/** `A caught most beetles (28 %)`, where A has 5,468 of 19,339 in one of the columns: a share that no cell says. */
export function isShareOfColumnsTotal(quantity: Quantity, { scoped, number }: CellNumberRef): boolean {
  const stats = columnStats(scoped.table);
  const own = stats[number.column]!;
  if (!isPercent(quantity) || own.percent || own.unit === '%') return false;
  return scoped.numbers.inRow(number.row).some((cell, column) => {
    if (!cell || stats[column]!.percent || stats[column]!.unit === '%') return false;
    const all = [...scoped.numbers.inColumn(column)];
    const sum = all.reduce((total, { size }) => total + size, 0);
    // The last or the largest may be the total of all others.
    const largest = Math.max(...all.map(({ size }) => size));
    const whole = Math.abs(sum - 2 * largest) <= 0.02 * sum ? largest : sum;
    return whole > 0 && Math.abs((100 * cell.size) / whole - quantity.size) <= quantity.step;
  });
}

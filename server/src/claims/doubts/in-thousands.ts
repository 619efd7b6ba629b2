import type { Candidate } from '../candidates.ts';
import { readings, significantDigits, TELLING_DIGITS } from '../compare.ts';
import { saysScale } from '../fit.ts';
import { agreesWith } from '../number-index.ts';
import type { Quantity } from '../quantity.ts';

/** `104,600 kWh` where the column has 104.6, in MWh or in thousands; `203.5 million` where another column of the row has 203.5. */
export function isInThousands(
  { size, step, decimals, text, unit }: Quantity,
  { scoped, number }: Candidate,
): boolean {
  // Nobody says a thousand times as many percent.
  if (unit === '%') return false;
  const saysThousands = step * 10 ** decimals >= 1000 && significantDigits(text) >= TELLING_DIGITS;
  const cells = saysThousands
    ? [
        number,
        ...scoped.numbers.inRow(number.row),
        ...(saysScale(scoped, number.column) ? [] : scoped.numbers.inColumn(number.column)),
      ]
    : [number];
  return [1e3, 1e6, 1e-3, 1e-6].some(factor => {
    const wanted = readings({ size: size * factor, step: step * factor, approximate: false });
    return cells.some(cell => cell !== undefined && agreesWith(cell, wanted));
  });
}

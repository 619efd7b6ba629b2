import type { Candidate } from '../candidates.ts';
import { readings, significantDigits, TELLING_DIGITS } from '../compare.ts';
import { saysScale } from '../fit.ts';
import { agreesWith } from '../number-index.ts';
import { pairsWith } from '../number-pairs.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

/** 1000 for `4.9 thousand`. */
const suffixOf = ({ step, decimals }: Quantity): number => Math.round(step * 10 ** decimals);

/** `104,600 kWh` where the column has 104.6, in MWh or in thousands; `203.5 million` where another column of the row has 203.5. */
export function isInThousands(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean {
  const { size, step, decimals, text, unit } = quantity;
  // `9.8 vs. 4.9 thousand`: both are in thousands.
  if (suffixOf(quantity) === 1 && pairsWith(view, quantity).some(({ a, b }) => suffixOf(a) !== suffixOf(b)))
    return true;
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

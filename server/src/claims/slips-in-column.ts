import { columnScore } from './fit.ts';
import { agreeing, digitsOf } from './number-index.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** The point moved from a cell of a column that the sentence names, whatever its row. */
export function slipInColumn(view: SentenceView, quantity: Quantity): boolean {
  return view.nearest.some(scoped => {
    const said = scoped.labels.measures.filter(column => columnScore(view, scoped, column) >= 0.75);
    if (said.length === 0) return false;
    return [10, 0.1].some(power => {
      const moved = { size: quantity.size * power, step: quantity.step * power, approximate: false };
      return agreeing(scoped.numbers, moved, quantity.unit === '%').some(
        ({ number, scale }) => scale < 1000 && said.includes(number.column),
      );
    });
  });
}

/** Digits of which it is hardly chance that a cell has them in their order. */
export const FEWEST_MOVED = 4;

/** The digits of some cell in their order, enough of them besides zeros that it is hardly by chance. */
export function pointMoved(view: SentenceView, quantity: Quantity): boolean {
  // `458.9 thousand` is 458.9 in a table that leaves the thousands to its caption.
  if (quantity.step * 10 ** quantity.decimals >= 1000) return false;
  const digits = digitsOf(quantity.text);
  return digits.length >= FEWEST_MOVED && view.nearest.some(({ numbers }) => numbers.hasDigits(digits));
}

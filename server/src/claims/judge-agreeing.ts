import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Fit, isSaid } from './fit.ts';
import type { Judgement } from './judgement.ts';
import type { Quantity } from './quantity.ts';

/** Named no better than this a cell may agree by chance. */
const SAID_ROW = 0.6;
const SAID_COLUMN = 0.6;

/** A number that agrees with cells, best first: supported where the sentence says so much of one that it is meant. */
export const agreesWith = (quantity: Quantity, fits: readonly Fit[]): Judgement => {
  const telling = significantDigits(quantity.text) >= TELLING_DIGITS;
  const said = fits.find(
    fit =>
      isSaid(fit) ||
      (fit.row >= SAID_ROW && quantity.unit !== '' && fit.unit === 1) ||
      (telling && fit.unit >= 0.5 && (fit.row >= SAID_ROW || fit.column >= SAID_COLUMN)),
  );
  return { verdict: said ? 'supported' : 'let-pass', by: 'cell', fit: said ?? fits[0]! };
};

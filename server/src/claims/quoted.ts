import { operandOf } from './arithmetic.ts';
import type { Candidate } from './candidates.ts';
import { overlap, readings, significantDigits, TELLING_DIGITS } from './compare.ts';
import { derivationsOf } from './derive.ts';
import { agreesWith } from './number-index.ts';
import { changeReadings, type PairKind } from './pair-readings.ts';
import { type Quantity, written } from './quantity.ts';
import { type CellNumberRef, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * What the other numbers of a sentence say of one: the cells that they quote, and what they come to.
 */

/** What is said in percent, or as a change. */
const IN_PERCENT: ReadonlySet<PairKind> = new Set(['change', 'error-change', 'share']);

/** `1.3 points short of human agreement`: a difference to the cell that it would be held to, or to one that the sentence quotes. */
export function followsFromQuoted(view: SentenceView, quantity: Quantity, best: Candidate): boolean {
  return derivationsOf(view, quantity).some(
    ({ a, b, kind }) =>
      kind !== 'ratio' &&
      (quantity.unit === '%' || !IN_PERCENT.has(kind)) &&
      a.number.column === b.number.column &&
      [a, b].some(cell => sameCell(cell, best) || isQuoted(view, quantity, cell)),
  );
}

/** The other numbers of the sentence, of digits enough, that agree with the cell. */
const quotesOf = (view: SentenceView, quantity: Quantity, { number }: CellNumberRef): readonly Quantity[] =>
  view.sentence.quantities.filter(
    other =>
      other !== quantity &&
      significantDigits(other.text) >= TELLING_DIGITS &&
      agreesWith(number, readings(written(other))),
  );

export const isQuoted = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  quotesOf(view, quantity, cell).length > 0;

/** `2,596 out of 14,019 are matched, about 3,898 pairs`: the cell is quoted, in a number that claims nothing by itself. */
export const isQuotedAside = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  quotesOf(view, quantity, cell).some(({ noClaim }) => noClaim !== undefined);

const FEWEST_DIGITS = 2;

/** `137.2 kN, 33 % more than the LE-5 with 102.9 kN`. */
export function followsFromOwn({ sentence }: SentenceView, quantity: Quantity): boolean {
  const wanted = readings(written(quantity));
  const saysTimes = quantity.unit === '×' || quantity.role === 'ratio';
  const others = sentence.quantities.filter(
    other => other !== quantity && significantDigits(other.text) >= FEWEST_DIGITS,
  );
  const isTelling = ({ text }: Quantity): boolean => significantDigits(text) >= TELLING_DIGITS;
  return others.some((a, at) =>
    others
      .slice(at + 1)
      .filter(b => isTelling(a) || isTelling(b))
      .some(b =>
        changeReadings(operandOf(a), operandOf(b)).some(
          ({ range, kind }) => (kind !== 'ratio' || saysTimes) && overlap(range, wanted),
        ),
      ),
  );
}

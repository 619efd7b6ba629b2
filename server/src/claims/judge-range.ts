import { type Candidate, cellAsNamed, NAMED } from './candidates.ts';
import { columnStats, comparable } from './column-stats.ts';
import { significantDigits } from './compare.ts';
import { columnScore, type Fit, rowScore } from './fit.ts';
import { isClose, isSlipOf } from './in-column.ts';
import { otherEndOfInterval } from './judge-interval.ts';
import type { Siblings } from './judge-value.ts';
import { type Judgement, notInCell, unverified } from './judgement.ts';
import type { TableNumber } from './number-index.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

const FEWEST_DIGITS = 2;
const FEWEST_CELLS = 3;
const MOST_FITS = 4;

/**
 * `A gains 2.86 to 6.23`: the one end is the least or the most of a row or column that is named; then the other one is the most or the
 * least of it.
 */
export function judgeRange(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): Judgement {
  const open = unverified('one end of a range');
  const partner = otherEnd(view, quantity);
  const end =
    partner && !quantity.approximate ? otherEndOfInterval(view, quantity, partner, { fitsOf }) : undefined;
  if (end) {
    const slip = isSlipOf(quantity, end);
    return notInCell(end, [], { score: 0.8, slip, inList: true });
  }
  if (!partner || fits.length > 0 || quantity.approximate || quantity.bound) return open;
  if ([quantity, partner].some(({ text }) => significantDigits(text) < FEWEST_DIGITS)) return open;
  const ends = fitsOf(partner)
    .slice(0, MOST_FITS)
    .filter(({ scale, number, scoped }) => scale === 1 && number.main && view.nearest.includes(scoped))
    .flatMap(fit => linesOf(view, fit).flatMap(line => oppositeEnd(view, fit, line)));
  const meant = ends.filter(cell => isSlipOf(quantity, cell) || isClose(quantity, cell));
  const [first] = meant;
  if (!first || ends.some(({ number }) => number.size !== first.number.size)) return open;
  const slip = isSlipOf(quantity, first);
  return notInCell(first, [], { score: slip ? 0.8 : 0.6, slip, inList: true });
}

/** The other end of its range. */
function otherEnd({ sentence }: SentenceView, quantity: Quantity): Quantity | undefined {
  const ends = sentence.quantities.filter(({ role }) => role === 'range');
  const at = ends.indexOf(quantity);
  return ends[at % 2 === 0 ? at + 1 : at - 1];
}

/** The row and the column of a cell, as far as the sentence names them. */
function linesOf(view: SentenceView, { scoped, number }: Fit): TableNumber[][] {
  const { numbers, table, labels } = scoped;
  const stats = columnStats(table);
  const lines: TableNumber[][] = [];
  if (rowScore(view, scoped, number.row) >= NAMED)
    lines.push(
      numbers
        .inRow(number.row)
        .filter(cell => cell !== undefined)
        .filter(({ column }) => comparable(stats[column]!, stats[number.column]!)),
    );
  if (columnScore(view, scoped, number.column) >= NAMED || labels.measures.length === 1)
    lines.push([...numbers.inColumn(number.column)]);
  return lines.filter(line => line.length >= FEWEST_CELLS);
}

/** The most of the line where the cell is its least, the least where it is its most. */
function oppositeEnd(
  view: SentenceView,
  { scoped, number }: CellNumberRef,
  line: TableNumber[],
): Candidate[] {
  const least = line.reduce((a, b) => (b.size < a.size ? b : a));
  const most = line.reduce((a, b) => (b.size > a.size ? b : a));
  const end = number.size === least.size ? most : number.size === most.size ? least : undefined;
  if (!end || least.size === most.size || line.some(({ negative }) => negative)) return [];
  return [cellAsNamed(view, { scoped, number: end })];
}

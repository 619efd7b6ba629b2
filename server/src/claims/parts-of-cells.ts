import { overlap, printedInterval, readings } from './compare.ts';
import type { Pair } from './derive.ts';
import { rowScore } from './fit.ts';
import { type Quantity, written } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** A row that is named less than this is not asked. */
const FAINT = 0.3;
/** Rows with more numbers explain everything. */
const MOST_NUMBERS = 40;

/**
 * True where two numbers of one row differ by what the text says, and one of them is not what its cell is: `l 24 - 82`, or
 * `10.15 (75)` beside `23.21 (159)`. Such numbers can explain a margin, never contradict one.
 */
export function isDifferenceOfParts(view: SentenceView, quantity: Quantity): boolean {
  const wanted = readings(written(quantity));
  return view.tables.some(scoped => {
    for (let row = 0; row < scoped.numbers.rows; row++) {
      if (rowScore(view, scoped, row) < FAINT) continue;
      const all = scoped.numbers.allInRow(row);
      if (all.length > MOST_NUMBERS) continue;
      const gives = all.some(
        (x, at) =>
          !x.main &&
          all.some(
            (y, other) =>
              other !== at &&
              (!y.main || y.column === x.column) &&
              overlap(printedInterval(Math.abs(x.size - y.size), Math.max(x.step, y.step)), wanted),
          ),
      );
      if (gives) return true;
    }
    return false;
  });
}

/**
 * True for `A is more robust than B by 6.7 points` where A loses 2.9 from one column to another and B 9.6: by how much the changes of
 * two rows differ.
 */
export function isDifferenceOfChanges(quantity: Quantity, { a, b }: Pair): boolean {
  if (a.number.column !== b.number.column) return false;
  const wanted = readings(written(quantity));
  const { numbers } = a.scoped;
  const [x, y] = [numbers.inRow(a.number.row), numbers.inRow(b.number.row)];
  return x.some((one, column) => {
    const other = y[column];
    if (!one || !other || column === a.number.column) return false;
    const value = Math.abs(Math.abs(a.number.size - one.size) - Math.abs(b.number.size - other.size));
    return overlap(printedInterval(value, Math.max(a.number.step, one.step)), wanted);
  });
}

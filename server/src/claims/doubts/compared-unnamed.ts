import { NAMED } from '../candidates.ts';
import type { Judgement } from '../judgement.ts';
import { pairsWith } from '../number-pairs.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

/**
 * `Our model is far better than the others (79.5 % vs. 75.6 %)`: what names the row of the one number is all that names the row
 * of the other, which is of something else.
 */
export const isOfComparedUnnamed = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean =>
  pairsWith(view, quantity).some(({ a, b, kind }) => {
    const other = kind === 'versus' ? judged.get(a === quantity ? b : a) : undefined;
    if (other?.verdict !== 'supported' || other.by !== 'cell' || other.fit.scoped !== scoped) return false;
    const { row, column } = other.fit.number;
    if (column !== number.column) return false;
    return view
      .mentionsOf(scoped.table, 'row', number.row, NAMED)
      .every(({ label }) => label.ids.includes(row));
  });

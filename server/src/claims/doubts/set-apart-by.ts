import { operandOf } from '../arithmetic.ts';
import { NAMED } from '../candidates.ts';
import { overlap, readings, significantDigits } from '../compare.ts';
import { operand } from '../derive.ts';
import { changeReadings } from '../pair-readings.ts';
import { type Quantity, written } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const FEWEST_DIGITS = 2;

/** `leaps to 76.4 %, 6.3 points more than B`, where B has 70.1: B is what it is compared with. */
export const isSetApartBy = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  isNamedBehind(view, quantity, cell) &&
  // `A has 78.0, above B (78.0) by 5.9`: one of the two is B's.
  !view.sentence.quantities.some(other => other !== quantity && other.text === quantity.text) &&
  view.sentence.quantities.some(
    other =>
      other !== quantity &&
      other.role === 'change' &&
      significantDigits(other.text) >= FEWEST_DIGITS &&
      changeReadings(operandOf(quantity), operand(cell)).some(
        ({ kind, range }) => kind !== 'ratio' && overlap(range, readings(written(other))),
      ),
  );

/** By its own name, whatever the group is called that it stands in. */
function isNamedBehind(view: SentenceView, quantity: Quantity, { scoped, number }: CellNumberRef): boolean {
  const names = view
    .mentionsOf(scoped.table, 'row', number.row, NAMED)
    .filter(({ label }) => label.column >= 0);
  return names.length > 0 && names.every(({ words: at }) => view.reading.words[at[0]!]!.start > quantity.end);
}

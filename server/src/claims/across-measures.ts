import { sentenceBehind } from './clause.ts';
import type { Pair } from './derive.ts';
import { isQuoted } from './doubts.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { wordsOf } from './words.ts';

/** `an EX of 65.5 and a VES of 71.4, ahead of B by 5.9 and 3.7`: two values of one row, of which the sentence quotes each. */
export const isAcrossMeasures = (view: SentenceView, quantity: Quantity, { a, b }: Pair): boolean =>
  isAlong({ a, b }) &&
  ([a, b].every(cell => isQuoted(view, quantity, cell)) || isInOneOf(view, quantity, [a, b]));

export const isAlong = ({ a, b }: Pick<Pair, 'a' | 'b'>): boolean => a.number.row === b.number.row;

const IN = /^\s(?:in|on|for)\s(?:the\s)?([\p{L}\d@-]+)/u;

/** `EX` of `4.7 % in EX`. */
const saidIn = (view: SentenceView, quantity: Quantity): string | undefined =>
  wordsOf(IN.exec(sentenceBehind(view, quantity))?.[1] ?? '')[0]?.norm;

const isCalled = ({ table }: ScopedTable, column: number, norm: string): boolean =>
  wordsOf(table.columns[column]!.header).some(word => word.norm === norm);

/** `4.7 % in EX`, where one of the two columns is of EX and the other is not. */
function isInOneOf(view: SentenceView, quantity: Quantity, cells: readonly CellNumberRef[]): boolean {
  const said = saidIn(view, quantity);
  return (
    said !== undefined &&
    cells.filter(({ scoped, number }) => isCalled(scoped, number.column, said)).length === 1
  );
}

/** The same beside one cell: other columns are of EX, and its is not. */
export function isInOtherColumn(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const said = saidIn(view, quantity);
  return (
    said !== undefined &&
    !isCalled(scoped, number.column, said) &&
    scoped.labels.measures.some(column => isCalled(scoped, column, said))
  );
}

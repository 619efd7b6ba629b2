import { NAMED_AT_ALL } from './change-of-others.ts';
import { sentenceBehind } from './clause.ts';
import type { Pair } from './derive.ts';
import type { Quantity } from './quantity.ts';
import { isQuoted } from './quoted.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { wordsOf } from './words.ts';

/** `an EX of 65.5 and a VES of 71.4, ahead of B by 5.9 and 3.7`: two values of one row, of which the sentence quotes each. */
export const isAcrossMeasures = (view: SentenceView, quantity: Quantity, { a, b }: Pair): boolean =>
  isAlong({ a, b }) &&
  ([a, b].every(cell => isQuoted(view, quantity, cell)) ||
    isInOneOf(view, quantity, [a, b]) ||
    areListed(view, a, b));

const AND = /^\s?(?:,|,?\s(?:and|or|&)|\/)\s?(?:the\s)?$/iu;

/** `reduces MSE and MAE by 20 % and 10 %`: a word that only the one column has is listed with one that only the other has. */
function areListed(view: SentenceView, a: CellNumberRef, b: CellNumberRef): boolean {
  const { words, block } = view.reading;
  const wordsNaming = ({ scoped, number }: CellNumberRef): Set<number> =>
    new Set(
      view.mentionsOf(scoped.table, 'column', number.column, NAMED_AT_ALL).flatMap(({ words: at }) => at),
    );
  const ofA = wordsNaming(a);
  const ofB = wordsNaming(b);
  const onlyA = [...ofA].filter(word => !ofB.has(word));
  const onlyB = [...ofB].filter(word => !ofA.has(word));
  const areJoined = (first: number, second: number): boolean =>
    first < second && AND.test(block.text.slice(words[first]!.end, words[second]!.start));
  return onlyA.some(one => onlyB.some(other => areJoined(one, other) || areJoined(other, one)));
}

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

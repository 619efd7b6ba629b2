import { HALF_NAMED, NAMED } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { overlap, printedInterval, readings } from './compare.ts';
import { columnScore, rowScore } from './fit.ts';
import { isAnyRowNamed } from './naming.ts';
import type { TableNumber } from './number-index.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import { comparedColumns } from './table-pairs.ts';
import type { SentenceView } from './view.ts';

/*
 * What follows from numbers beside the one in question, though no pair of a column or of like columns gives it. Such a number is not
 * called right either.
 */

/** With more numbers than this two of them give anything. */
const MOST_NUMBERS = 6;

const RATIO =
  /(?<!\p{L})(?:ratios?|rates?|per|each|every|apiece|shares?|proportion|fraction|quotient)(?!\p{L})/iu;
const A_PIECE = /^\s\p{L}+\s(?:an?|the)\s\p{L}/iu;

/** How a number may come about, or undefined. */
export function explainedAside(view: SentenceView, quantity: Quantity): string | undefined {
  if (fromOwnNumbers(view, quantity)) return 'it may follow from other numbers of the sentence';
  for (const scoped of view.tables) {
    if (isSumOfNamed(view, scoped, quantity) || isSumOfRows(view, scoped, quantity))
      return 'it may be the sum of two values that are named';
    const stats = columnStats(scoped.table);
    for (let row = 0; row < scoped.numbers.rows; row++) {
      if (rowScore(view, scoped, row) < NAMED) continue;
      const numbers = scoped.numbers.inRow(row).filter(number => number !== undefined);
      const isShare = ({ column, percent }: TableNumber): boolean => percent || stats[column]!.unit === '%';
      if (numbers.some(number => isShare(number) && gives(quantity, 100 - number.size, number.step)))
        return 'it is what a percentage leaves of a hundred';
      if (isPartOf(quantity, numbers, isShare)) return 'it may be a percentage of another value';
      if (isSumOfSplits(scoped, quantity, numbers))
        return 'it may be the sum of a row over what its header names';
      if (saysRatio(view, quantity) && isQuotient(quantity, numbers))
        return 'it may be the ratio of two values of the row';
    }
  }
  return undefined;
}

/** `31 teachers and 388 pupils, 12.5 pupils a teacher`, `22 of 531, or 4.1 %`. */
function fromOwnNumbers({ sentence }: SentenceView, quantity: Quantity): boolean {
  const others = sentence.quantities.filter(other => other !== quantity && other.size > 0);
  if (others.length < 2 || others.length > MOST_NUMBERS) return false;
  return others.some(a =>
    others.some(
      b =>
        a !== b &&
        (gives(quantity, a.size / b.size, ratioStep(a, b)) ||
          (isPercent(quantity) && gives(quantity, (100 * a.size) / b.size, 100 * ratioStep(a, b)))),
    ),
  );
}

/** Counts that are added up: `2,000 for development and testing`, `344 are hard or extra hard`: two cells of one row whose columns are named. */
function isSumOfNamed(view: SentenceView, scoped: ScopedTable, quantity: Quantity): boolean {
  if (quantity.decimals > 0 || quantity.unit !== '') return false;
  const columns = comparedColumns(scoped.labels).filter(
    column => columnScore(view, scoped, column) >= HALF_NAMED,
  );
  if (columns.length < 2) return false;
  const isAnyNamed = isAnyRowNamed(view.naming(scoped.table).own, NAMED);
  for (let row = 0; row < scoped.numbers.rows; row++) {
    if (isAnyNamed && rowScore(view, scoped, row) < NAMED) continue;
    const cells = scoped.numbers.inRow(row);
    const named = columns.flatMap(column => cells[column] ?? []);
    if (
      named.some((a, at) =>
        named.slice(at + 1).some(b => gives(quantity, a.size + b.size, Math.max(a.step, b.step))),
      )
    )
      return true;
  }
  return false;
}

const TOGETHER = /(?<!\p{L})(?:together|combined|jointly|both|altogether|in total|sum)(?!\p{L})/iu;
/** Of more rows than this two give anything. */
const MOST_ROWS = 6;

/** `Text and person together take 59.7 % of it`: two cells of one column whose rows the sentence names. */
function isSumOfRows(view: SentenceView, scoped: ScopedTable, quantity: Quantity): boolean {
  if (!TOGETHER.test(view.text)) return false;
  const rows = [...view.naming(scoped.table).own.rows].flatMap(([row, { score }]) =>
    score >= NAMED ? [scoped.numbers.inRow(row)] : [],
  );
  if (rows.length > MOST_ROWS) return false;
  return rows.some((cells, at) =>
    rows.slice(at + 1).some(below =>
      cells.some((a, column) => {
        const b = below[column];
        return (
          a !== undefined && b !== undefined && gives(quantity, a.size + b.size, Math.max(a.step, b.step))
        );
      }),
    ),
  );
}

/** How far a quotient may be off for the rounding of its two numbers. */
const ratioStep = (
  a: { readonly size: number; readonly step: number },
  b: { readonly size: number; readonly step: number },
): number => (a.size / b.size) * (a.step / a.size + b.step / b.size);

/** `of the 412 pupils 325 passed`, where the table has 412 and 78.9 %. */
function isPartOf(
  quantity: Quantity,
  numbers: readonly TableNumber[],
  isShare: (number: TableNumber) => boolean,
): boolean {
  if (quantity.decimals > 0 || quantity.unit !== '') return false;
  return numbers.some(
    share =>
      isShare(share) &&
      numbers.some(
        whole =>
          whole !== share &&
          whole.decimals === 0 &&
          gives(quantity, (whole.size * share.size) / 100, (whole.size * share.step) / 100),
      ),
  );
}

/** `158k questions`, where the row has them by `Questions Train`, `Questions Val` and `Questions Test`. */
function isSumOfSplits({ table }: ScopedTable, quantity: Quantity, numbers: readonly TableNumber[]): boolean {
  const groups = new Map<string, TableNumber[]>();
  for (const number of numbers) {
    const name = ALL_BUT_LAST.exec(table.columns[number.column]!.header)?.[1];
    if (name !== undefined && number.main) groups.set(name, [...(groups.get(name) ?? []), number]);
  }
  return [...groups.values()].some(
    group =>
      group.length >= FEWEST_SPLITS &&
      gives(
        quantity,
        group.reduce((sum, { size }) => sum + size, 0),
        Math.max(...group.map(({ step }) => step)),
      ),
  );
}

const FEWEST_SPLITS = 2;
const ALL_BUT_LAST = /^(.+)\s\S+$/u;

function saysRatio({ sentence, text, reading }: SentenceView, quantity: Quantity): boolean {
  const after = reading.block.text.slice(quantity.unitEnd, Math.min(sentence.end, quantity.unitEnd + 40));
  return quantity.unit === '' && (RATIO.test(text) || A_PIECE.test(after));
}

const isQuotient = (quantity: Quantity, numbers: readonly TableNumber[]): boolean =>
  numbers.some(a =>
    numbers.some(
      b => a !== b && a.size > 0 && b.size > 0 && gives(quantity, a.size / b.size, ratioStep(a, b) / 2),
    ),
  );

/** True where a value known to one `step` is what the number says. */
const gives = (quantity: Quantity, value: number, step: number): boolean =>
  overlap(printedInterval(value, Math.min(step, quantity.step)), readings(written(quantity)));

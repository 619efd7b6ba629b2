import type { FragmentValue } from '../tables/expression.ts';
import { numberAt } from '../tables/printed-number.ts';
import type { Table } from '../tables/table.ts';
import { commaOf, valueAt } from '../tables/table-values.ts';
import { conversion } from '../tables/units.ts';
import { overlap, printedInterval, readings } from './compare.ts';
import { formatLike } from './format-like.ts';
import type { Quantity } from './quantity.ts';

/** How a bound number stands to what it is bound to. */
export type BoundVerdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly says: string; readonly expected: string }
  /** The cell holds no number: it is blank, or text. */
  | { readonly kind: 'no-number'; readonly says: string }
  | { readonly kind: 'cannot-tell' };

/** One value that the number may be held to. */
interface Target {
  readonly size: number;
  readonly half: number;
  readonly percent: boolean;
  readonly unit: string;
}

/** Holds a bound number to its cell or expression: rounding, truncation, percent against fraction, sign of a drop, hedges and bounds are let pass. */
export function boundVerdict(
  table: Table,
  value: Extract<FragmentValue, { kind: 'cell' | 'expression' }>,
  quantity: Quantity,
): BoundVerdict {
  if (value.kind === 'expression') {
    const target: Target = {
      size: Math.abs(value.value),
      half: expressionSlack(value),
      percent: value.name === 'change',
      unit: value.name === 'ratio' ? '×' : '',
    };
    if (agrees(quantity, target)) return { kind: 'agrees' };
    const says = trimmed(value.value, Math.max(quantity.decimals, 1));
    return {
      kind: 'differs',
      says: value.name === 'change' ? `${says} %` : says,
      expected: expectedText(quantity, value.value * scaleFor(quantity, target)),
    };
  }
  const cell = valueAt(table, value.place);
  const says = table.rows[value.place.row]![value.place.column]!.text;
  if (cell.numbers.length === 0) return { kind: 'no-number', says };
  const columnUnit = table.columns[value.place.column]!.unit;
  const targets = cell.numbers.map((number): Target => {
    const scale = number.value === 0 ? 1 : Math.abs(number.scaled / number.value);
    const percent = number.percent || columnUnit === '%';
    return {
      size: Math.abs(number.scaled),
      half: 0.5 * 10 ** -number.decimals * scale,
      percent,
      unit: cell.unit || columnUnit,
    };
  });
  const written = inComma(quantity, table);
  if (targets.some(target => written.some(reading => agrees(reading, target)))) return { kind: 'agrees' };
  const main =
    cell.kind === 'number'
      ? targets[cell.numbers.findIndex(({ start }) => start === cell.main!.start)]
      : undefined;
  if (!main || cell.inexact) return { kind: 'cannot-tell' };
  // As percent only where the percentage still reads as one: `0.01` gives no bare `1`.
  const expected = [scaleFor(quantity, main), 1].map(scale =>
    expectedText(quantity, cell.main!.scaled * scale),
  );
  return {
    kind: 'differs',
    says,
    expected: expected.find(text => reads(text, quantity, main)) ?? expected[0]!,
  };
}

/** True where a suggested text would agree. */
function reads(text: string, quantity: Quantity, target: Target): boolean {
  const number = numberAt(text, 0);
  const suffix = quantity.step * 10 ** quantity.decimals;
  if (!number) return false;
  return agrees({ ...quantity, size: Math.abs(number.value) * suffix }, target);
}

/** The digits that belong in place of the author's, whose suffix (`4.2M`) stays. */
const expectedText = (quantity: Quantity, value: number): string =>
  formatLike(quantity.text, value / (quantity.step * 10 ** quantity.decimals));

/** `3,14` and `1.234` are held to a table both ways: as English texts write numbers, and as the table does. */
function inComma(quantity: Quantity, table: Table): Quantity[] {
  if (!/[.,]/.test(quantity.text)) return [quantity];
  const other = numberAt(quantity.text, 0, commaOf(table));
  if (other?.end !== quantity.text.length) return [quantity];
  return [
    quantity,
    { ...quantity, size: Math.abs(other.value), step: 10 ** -other.decimals, decimals: other.decimals },
  ];
}

function agrees(quantity: Quantity, target: Target): boolean {
  const scale = scaleFor(quantity, target);
  const size = target.size * scale;
  const half = target.half * scale;
  if (quantity.bound === 'least' && size >= quantity.size - half) return true;
  if (quantity.bound === 'most' && size <= quantity.size + half) return true;
  const wanted = readings(quantity);
  if (wanted.low <= size && size <= wanted.high) return true;
  // A number written more finely than its source is held to the source's precision.
  return half * 2 > quantity.step && overlap(printedInterval(size, half * 2), wanted);
}

/** By what a table value is multiplied to stand where the author's number stands. */
function scaleFor(quantity: Quantity, target: Target): number {
  if (quantity.unit === '%' && !target.percent && target.size <= 1.5 && isNearer(quantity, target.size, 100))
    return 100;
  if (
    quantity.unit !== '%' &&
    target.percent &&
    // A fraction without decimals would say nothing.
    quantity.decimals > 0 &&
    quantity.size <= 1.5 &&
    target.size > 1.5 &&
    isNearer(quantity, target.size, 0.01)
  )
    return 0.01;
  if (
    quantity.unit === '' &&
    !target.percent &&
    target.size <= 1 &&
    quantity.size > 1.5 &&
    isNearer(quantity, target.size, 100)
  )
    return 100;
  if (quantity.unit !== '' && target.unit !== '' && quantity.unit !== target.unit)
    return conversion(target.unit, quantity.unit) ?? 1;
  return 1;
}

const isNearer = (quantity: Quantity, size: number, scale: number): boolean =>
  Math.abs(quantity.size - size * scale) < Math.abs(quantity.size - size);

/** Half a unit of the cells' last digits, as it comes through the expression; coarse, never too small. */
function expressionSlack(value: Extract<FragmentValue, { kind: 'expression' }>): number {
  const half = 0.5 * 10 ** -value.decimals;
  switch (value.name) {
    case 'difference':
      return half * 2;
    case 'sum':
      return half * value.places.length;
    case 'count':
      return 0;
    case 'change':
    case 'ratio':
      return Math.abs(value.value) * 1e-9;
    default:
      return half;
  }
}

const trimmed = (value: number, decimals: number): string =>
  String(Number(value.toFixed(Math.min(decimals + 1, 6))));

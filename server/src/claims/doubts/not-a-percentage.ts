import type { Candidate } from '../candidates.ts';
import { isPercent, type Quantity } from '../quantity.ts';

/** Of so many of a column's cells on, a sign that stands in them tells what those are that have none. */
const MOST = 0.5;

/** `57.8 %` beside `57.3 (SD = 14.3)`, where the other cells of the column say `42.4 %`. */
export function isNoPercentage(
  quantity: Quantity,
  { scoped, number }: Pick<Candidate, 'scoped' | 'number'>,
): boolean {
  if (!isPercent(quantity)) return false;
  const texts = scoped.table.rows.map(row => row[number.column]?.text ?? '').filter(text => /\d/.test(text));
  const signed = texts.filter(text => text.includes('%')).length;
  return signed >= MOST * texts.length && !scoped.table.rows[number.row]![number.column]!.text.includes('%');
}

import { anchorOfCell } from '../tables/cell-anchor.ts';
import { readFragment } from '../tables/expression.ts';
import type { Table } from '../tables/table.ts';
import type { CellPlace } from '../tables/table-values.ts';
import { boundVerdict } from './bound-value.ts';
import type { Quantity } from './quantity.ts';

/**
 * The expression over a table's cells that a number agrees with, as it stands in a fragment before any encoding:
 * `change(vanilla/total,severe-medical/total)` of two cells, a mean and the like over the column of more. What the sentence
 * makes of the number decides what is tried first. Undefined where none agrees.
 */
export function expressionFor(
  table: Table,
  places: readonly CellPlace[],
  quantity: Quantity,
): string | undefined {
  return expressionsOf(table, places, quantity).find(expression => {
    const value = readFragment(table, expression);
    return value.kind === 'expression' && boundVerdict(table, value, quantity).kind === 'agrees';
  });
}

function expressionsOf(table: Table, places: readonly CellPlace[], quantity: Quantity): string[] {
  const [a, b] = places;
  if (!a || !b) return [];
  if (places.length > 2) return columnExpressions(table, places);
  const anchors = [a, b].map(({ row, column }) => anchorOfCell(table, row, column));
  const [first, second] = anchors;
  if (first === undefined || second === undefined) return [];
  return functionsFor(quantity).flatMap(name => [
    `${name}(${first},${second})`,
    `${name}(${second},${first})`,
  ]);
}

function functionsFor({ unit, role, changeKind }: Quantity): readonly string[] {
  if (unit === '×' || role === 'ratio') return ['ratio', 'change', 'difference'];
  if (unit === '%' && changeKind !== 'points') return ['change', 'difference', 'ratio'];
  return ['difference', 'change', 'ratio'];
}

function columnExpressions(table: Table, places: readonly CellPlace[]): string[] {
  const columns = new Set(places.map(({ column }) => column));
  const [column] = columns;
  if (columns.size !== 1 || column === undefined) return [];
  return ['mean', 'sum', 'max', 'min', 'count'].map(name => `${name}(*/${table.columns[column]!.slug})`);
}

import type { Table } from '../tables/table.ts';
import { boundVerdict } from './bound-value.ts';
import type { CellRef } from './claim.ts';
import type { Quantity } from './quantity.ts';

/** The cells of a table that a number, if a link bound it to them, would agree with; in the table's order. */
export function cellsSaying(path: string, table: Table, quantity: Quantity): readonly CellRef[] {
  return table.rows.flatMap((cells, row) =>
    cells.flatMap((_, column): CellRef[] => {
      if (table.columns[column]!.isText) return [];
      const verdict = boundVerdict(table, { kind: 'cell', place: { row, column } }, quantity);
      return verdict.kind === 'agrees' ? [{ path, table, row, column }] : [];
    }),
  );
}

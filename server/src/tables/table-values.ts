import { type CellValue, readCell } from './cell-value.ts';
import { derived } from './derived.ts';
import type { Selection } from './fragment.ts';
import type { CommaReading } from './printed-number.ts';
import type { Table } from './table.ts';

/** A cell's place in a table. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface Values {
  readonly comma: CommaReading;
  readonly cells: readonly (readonly CellValue[])[];
}

/** What every cell of a table holds, read once a table. */
export function valuesOf(table: Table): readonly (readonly CellValue[])[] {
  return derived(table, readValues).cells;
}

/** Whether the table writes `3,14` for what English texts write `3.14`. */
export const commaOf = (table: Table): CommaReading => derived(table, readValues).comma;

const NOTHING: CellValue = { kind: 'blank', numbers: [], unit: '', inexact: false };

export const valueAt = (table: Table, place: CellPlace): CellValue =>
  valuesOf(table)[place.row]?.[place.column] ?? NOTHING;

/** All cells of a selection; an open side means every row, or every column that holds no labels. */
export function placesOf(table: Table, selection: Selection): readonly CellPlace[] {
  const rows = selection.rows ?? table.rows.map((_, row) => row);
  const columns =
    selection.columns ?? table.columns.filter(column => !column.isLabel).map(column => column.index);
  return rows.flatMap(row => columns.map(column => ({ row, column })));
}

function readValues(table: Table): Values {
  const comma = commaReading(table);
  return { comma, cells: table.rows.map(row => row.map(cell => readCell(cell.text, comma))) };
}

const COMMA_MUST_BE_DECIMAL = /^[-+−]?(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})(?!\d)/;
const POINT_IS_DECIMAL = /^[-+−]?(?:\d{1,3}(?:,\d{3})*|\d+)\.(?:\d{1,2}|\d{4,})(?!\d)/;

/** Decimal commas hold for a whole table: some cell has a comma that can be nothing else, and none has such a point. */
function commaReading(table: Table): CommaReading {
  let decimal = false;
  for (const row of table.rows) {
    for (const { text } of row) {
      if (POINT_IS_DECIMAL.test(text)) return 'thousands';
      if (!decimal && COMMA_MUST_BE_DECIMAL.test(text)) decimal = true;
    }
  }
  return decimal ? 'decimal' : 'thousands';
}

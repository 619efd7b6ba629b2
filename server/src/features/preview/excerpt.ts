import type { CellRef, Claim } from '../../claims/claim.ts';
import { tableName } from '../../claims/scoped.ts';
import { cellText, columnLabel } from '../../claims/wording.ts';
import { columnsAround } from '../number-card.ts';
import { shorten } from '../page-card.ts';

/** The rows of a table that a number speaks of. */
export interface Excerpt {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExcerptCell[])[];
}

export interface ExcerptCell {
  readonly text: string;
  /** The number speaks of this cell. */
  readonly meant: boolean;
}

/** A change has two rows; a mean over more is shown by its first. */
const MOST_ROWS = 3;
/** Longest text of a cell, in UTF-16 units. */
const LONGEST = 40;

/** The rows of the first table that the number's cells stand in; undefined for a number without cells. */
export function excerptOf({ cells }: Claim): Excerpt | undefined {
  const [first] = cells;
  if (!first) return undefined;
  const { table, path } = first;
  const own = cells.filter(cell => cell.table === table);
  const columns = columnsAround(table, own);
  const rows = [...new Set(own.map(({ row }) => row))].sort((a, b) => a - b).slice(0, MOST_ROWS);
  return {
    table: tableName(path, table),
    columns: columns.map(column => shorten(columnLabel(table, column), LONGEST)),
    rows: rows.map(row =>
      columns.map(column => ({
        text: shorten(cellText(table, row, column), LONGEST),
        meant: isAmong(own, row, column),
      })),
    ),
  };
}

const isAmong = (cells: readonly CellRef[], row: number, column: number): boolean =>
  cells.some(cell => cell.row === row && cell.column === column);

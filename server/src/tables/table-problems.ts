import { readCell } from './cell-value.ts';
import { columnLabel } from './labels.ts';
import type { Table, TableProblem } from './table.ts';
import { conversion } from './units.ts';

/**
 * All that is wrong in a table: what its reader met, rows that no anchor can tell apart, columns that mix units. Looked for when
 * somebody asks, since most who need a table need its numbers. Of a table in a page nobody is told.
 */
export const problemsOf = (table: Table): readonly TableProblem[] =>
  table.format === 'gfm'
    ? table.problems
    : [...table.problems, ...duplicateRows(table), ...mixedUnits(table)];

function duplicateRows(table: Table): TableProblem[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap((cells, row) => {
    const filled = new Set(cells.map(cell => cell.text).filter(text => text !== ''));
    if (filled.size < 2) return [];
    const key = cells.map(cell => cell.text.toLowerCase()).join('\0');
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, row);
      return [];
    }
    const message = `this row says the same as row ${other + 1}; no anchor can tell them apart`;
    return [
      {
        rule: 'tables/ambiguous-row' as const,
        span: { start: cells[0]!.span.start, end: cells.at(-1)!.span.end },
        message,
      },
    ];
  });
}

/**
 * Two units of one kind in one column (`1.06 sec`, `3 days`), unless every row has one unit of its own: then the
 * table is turned on its side.
 */
function mixedUnits(table: Table): TableProblem[] {
  const suspects = table.columns.flatMap(column => mixtureIn(table, column.index));
  if (suspects.length === 0) return [];
  const byRow = table.rows.every(row => new Set(row.flatMap(cell => unitIn(cell.text) ?? [])).size <= 1);
  return byRow ? [] : suspects;
}

function mixtureIn(table: Table, column: number): TableProblem[] {
  let first: string | undefined;
  for (const row of table.rows) {
    const cell = row[column]!;
    const unit = unitIn(cell.text);
    if (unit === undefined || unit === first) continue;
    if (first !== undefined && conversion(unit, first) !== undefined && conversion(unit, first) !== 1) {
      const message = `"${columnLabel(table, column)}" has values in "${first}" and in "${unit}"`;
      return [{ rule: 'tables/mixed-units', span: cell.span, message }];
    }
    first ??= unit;
  }
  return [];
}

const ENDS_IN_UNIT = /\d\s*[^\d\s.,)]+$/;

/** The unit that a cell writes behind its number, if any. */
function unitIn(text: string): string | undefined {
  if (!ENDS_IN_UNIT.test(text)) return undefined;
  const value = readCell(text);
  return value.kind === 'number' && value.unit !== '' ? value.unit : undefined;
}

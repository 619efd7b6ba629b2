import { columnStats, unitFit } from './column-stats.ts';
import { columnScore, rowScore } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** A cell that a number may speak of, judged by names and unit alone, not by its value. */
export interface Candidate extends CellNumberRef {
  /** How surely row and column are named; 0 where nothing names them. */
  readonly row: number;
  readonly column: number;
  readonly unit: number;
  /** Of how many columns the number may be told by its unit alone. */
  readonly openColumns: number;
  readonly score: number;
}

/** From here on a row or column counts as named. */
export const NAMED = 0.6;
/** Below this a name may be there by chance. */
export const FAINT = 0.3;

const UNNAMED_ROW = 0.35;
const FEWEST_FOR_ALL_ROWS = 80;

/** The cells that a number may speak of, best first. */
export function candidatesOf(view: SentenceView, quantity: Quantity): Candidate[] {
  return view.nearest.flatMap(scoped => inTable(view, quantity, scoped)).sort((a, b) => b.score - a.score);
}

function inTable(view: SentenceView, quantity: Quantity, scoped: ScopedTable): Candidate[] {
  const rows = rowsFor(view, scoped);
  const columns = columnsFor(view, quantity, scoped);
  return rows.flatMap(row =>
    columns.flatMap(({ column, score, unit, open }): Candidate[] => {
      const number = scoped.numbers.cells[row.row]?.[column];
      if (!number) return [];
      const columnWorth = score >= FAINT ? score : open === 1 ? 0.9 : 0.5;
      const rowWorth = row.score >= FAINT ? row.score : UNNAMED_ROW;
      return [
        {
          scoped,
          number,
          row: row.score,
          column: score,
          unit,
          openColumns: open,
          score: rowWorth * columnWorth * unit,
        },
      ];
    }),
  );
}

function rowsFor(view: SentenceView, scoped: ScopedTable): { row: number; score: number }[] {
  const naming = view.naming(scoped.table);
  const named = [...new Set([...naming.own.rows.keys(), ...naming.wide.rows.keys()])]
    .map(row => ({ row, score: rowScore(view, scoped, row) }))
    .filter(({ score }) => score >= FAINT);
  if (named.some(({ score }) => score >= NAMED) || scoped.table.rows.length > FEWEST_FOR_ALL_ROWS)
    return named;
  const others = scoped.table.rows
    .map((_, row) => row)
    .filter(row => !named.some(other => other.row === row));
  return [...named, ...others.map(row => ({ row, score: 0 }))];
}

function columnsFor(view: SentenceView, quantity: Quantity, scoped: ScopedTable) {
  const stats = columnStats(scoped.table);
  const open = scoped.labels.measures
    .map(column => ({
      column,
      score: columnScore(view, scoped, column),
      unit: unitFit(quantity.unit, stats[column]!, stats),
    }))
    .filter(({ column, unit }) => unit >= 0.3 && stats[column]!.count > 0);
  const named = open.filter(({ score }) => score >= FAINT);
  if (named.some(({ score }) => score >= 0.45))
    return named.map(column => ({ ...column, open: open.length }));
  const best = Math.max(...open.map(({ unit }) => unit));
  const fitting = open.filter(({ unit }) => unit >= best * 0.7);
  return fitting.map(column => ({ ...column, open: fitting.length }));
}

import { columnStats, unitFit } from './column-stats.ts';
import { agreeing, type CellMatch, type Scale } from './number-index.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** A cell that agrees with a number, with how well the sentence names it. */
export interface Fit extends CellNumberRef {
  readonly scale: Scale;
  /** How surely the sentence, or what is around it, names the cell's row; 0 to 1. */
  readonly row: number;
  readonly column: number;
  readonly unit: number;
}

/** What a name in the words around a sentence is worth beside one in the sentence. */
const WIDE = 0.8;

export function rowScore(view: SentenceView, scoped: ScopedTable, row: number): number {
  const naming = view.naming(scoped.table);
  return Math.max(naming.own.rows.get(row)?.score ?? 0, WIDE * (naming.wide.rows.get(row)?.score ?? 0));
}

export function columnScore(view: SentenceView, scoped: ScopedTable, column: number): number {
  const naming = view.naming(scoped.table);
  return Math.max(
    naming.own.columns.get(column)?.score ?? 0,
    WIDE * (naming.wide.columns.get(column)?.score ?? 0),
  );
}

/** The cells of all tables in scope that a number agrees with, best named first. */
export function fitsOf(view: SentenceView, quantity: Quantity): Fit[] {
  const fits = view.tables.flatMap(scoped => {
    const stats = columnStats(scoped.table);
    const matches = agreeing(scoped.numbers, written(quantity), isPercent(quantity));
    return matches
      .filter(match => isScaleSaid(scoped, match))
      .map(
        ({ number, scale }): Fit => ({
          scoped,
          number,
          scale,
          row: rowScore(view, scoped, number.row),
          column: columnScore(view, scoped, number.column),
          unit: unitFit(quantity.unit, stats[number.column]!, stats),
        }),
      );
  });
  return fits.sort((a, b) => worth(b) - worth(a));
}

/** A cell is in thousands or millions only where its header says so. */
const isScaleSaid = ({ table }: ScopedTable, { number, scale }: CellMatch): boolean =>
  scale < 1000 ||
  (!number.percent &&
    /thousand|million|\bm(?:n|illions?)?\b|\bk\b|'?000s?\b/i.test(table.columns[number.column]!.header));

const worth = (fit: Fit): number =>
  (0.2 + fit.row) * (0.3 + fit.column) * fit.unit * (fit.scale === 1 ? 1 : 0.9) * (fit.number.main ? 1 : 0.8);

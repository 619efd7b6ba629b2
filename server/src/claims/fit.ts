import { numberAt } from '../tables/printed-number.ts';
import { commaOf } from '../tables/table-values.ts';
import { conversion, dimensionOf, isPhysical } from '../tables/units.ts';
import {
  type ColumnStats,
  columnStats,
  UNSAID,
  UNSAID_ANYWHERE,
  unitFit,
  unitsSaid,
} from './column-stats.ts';
import { significantDigits, type Written } from './compare.ts';
import type { Mention } from './mentions.ts';
import { agreeing, type CellMatch, type Scale, type TableNumber } from './number-index.ts';
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
  /** How many of the column's unit one of the number's is. */
  readonly factor: number;
}

/** What a name in the words around a sentence is worth beside one in the sentence. */
const WIDE = 0.8;

export function rowScore(view: SentenceView, scoped: ScopedTable, row: number): number {
  const naming = view.naming(scoped.table);
  const own = naming.own.row(row)?.score ?? 0;
  return own >= WIDE ? own : Math.max(own, WIDE * (naming.wide.row(row)?.score ?? 0));
}

export function columnScore(view: SentenceView, scoped: ScopedTable, column: number): number {
  const naming = view.naming(scoped.table);
  const own = naming.own.columns.get(column)?.score ?? 0;
  return own >= WIDE ? own : Math.max(own, WIDE * (naming.wide.columns.get(column)?.score ?? 0));
}

/** How well the number's unit fits a column: 1 for the column's own, near 0 for another kind of thing. */
export function unitIn(
  view: SentenceView,
  { table }: ScopedTable,
  { unit }: Quantity,
  column: number,
): number {
  const stats = columnStats(table);
  const fit = unitFit(unit, stats[column]!, stats);
  if (fit !== UNSAID || !isPhysical(unit) || unitsSaid(table).any) return fit;
  const dimension = dimensionOf(unit);
  return view.tables.some(other => unitsSaid(other.table).dimensions.has(dimension)) ? fit : UNSAID_ANYWHERE;
}

const NAMED = 0.6;

/**
 * `A scores 35.3 on B`, where rows and columns have the same names: what names the column names no row as well, where another row is
 * named.
 */
export function isNamedAsColumn(
  view: SentenceView,
  { table }: ScopedTable,
  { row, column }: Pick<TableNumber, 'row' | 'column'>,
): boolean {
  const { mentions } = view.naming(table);
  const ofColumn = mentions.filter(
    ({ label, quality }) => label.axis === 'column' && label.ids[0] === column && quality >= NAMED,
  );
  if (ofColumn.length === 0) return false;
  const isOfColumn = ({ words }: Mention): boolean =>
    ofColumn.some(header => words.every(word => header.words.includes(word)));
  const ofRows = mentions.filter(
    ({ label, quality, dominated }) => label.axis === 'row' && quality >= NAMED && dominated === 0,
  );
  const own = ofRows.filter(({ label }) => label.ids.includes(row));
  return (
    own.length > 0 &&
    own.every(isOfColumn) &&
    ofRows.some(mention => !mention.label.ids.includes(row) && !isOfColumn(mention))
  );
}

/** The cells of all tables in scope that a number agrees with, best named first. */
export function fitsOf(view: SentenceView, quantity: Quantity): Fit[] {
  const fits = view.tables.flatMap(scoped => {
    const stats = columnStats(scoped.table);
    // What has a unit is no percentage of anything.
    const mayScale = quantity.unit === '' || quantity.unit === '%' || quantity.unit === 'point';
    const matches = agreeing(scoped.numbers, written(quantity), isPercent(quantity)).filter(
      ({ scale }) => mayScale || scale === 1 || scale >= 1000,
    );
    const all: InUnit[] = [
      ...matches,
      // `1,415 ft 431 m` says itself what it is in metres.
      ...converted(scoped, quantity, stats).filter(
        ({ number }) => !matches.some(match => !match.number.main && isInCellOf(match.number, number)),
      ),
      ...inTablesMarks(scoped, quantity),
    ];
    return all
      .filter(match => isScaleSaid(scoped, match))
      .map(
        ({ number, scale, factor = 1 }): Fit => ({
          scoped,
          number,
          scale,
          row: isNamedAsColumn(view, scoped, number) ? 0 : rowScore(view, scoped, number.row),
          column: columnScore(view, scoped, number.column),
          // In a table of which each row has its own unit the cell says it.
          unit:
            number.percent && quantity.unit === '%'
              ? 1
              : number.main && isOtherSize(quantity, stats[number.column]!, factor)
                ? OTHER_SIZE
                : unitIn(view, scoped, quantity, number.column),
          factor,
        }),
      );
  });
  return fits
    .filter(fit => (!isCoarse(fit, quantity) && !isByHedge(fit, quantity)) || isSaid(fit))
    .sort((a, b) => worth(b) - worth(a));
}

/** The digits agree, and the unit is another one of the kind: `48 m` is no 48 km. */
const OTHER_SIZE = 0.2;
function isOtherSize({ unit }: Quantity, stats: ColumnStats, factor: number): boolean {
  if (factor !== 1 || !isPhysical(unit) || stats.unitsDiffer) return false;
  const times = conversion(unit, stats.unit);
  return times !== undefined && times !== 1;
}

const EXACTLY_SAID = 3;

/** `about 3.36 million` beside 3.39: said to so many digits a number is near many cells by chance. */
const isByHedge = ({ number, scale, factor }: Fit, { approximate, text, size, step }: Quantity): boolean => {
  if (!approximate || significantDigits(text) < EXACTLY_SAID) return false;
  const off = Math.abs(number.size * scale - size * factor);
  return off > step * factor + (number.step * scale) / 2;
};

/** The cell is printed to fewer digits than the text has: it may be meant, but does not explain a number by chance. */
const isCoarse = ({ number, scale, factor }: Fit, quantity: Quantity): boolean =>
  number.step * scale > quantity.step * factor * 1.01 &&
  !(
    (scale === 1 || scale >= 1000) &&
    number.decimals > 0 &&
    isSame(number.size * scale, quantity.size * factor)
  );

/** Programs leave out zeros at the end: 1906.1 is 1,906.10. In thousands 281.3 is all that there is of 281,300. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(a);

/** The sentence says so much of a cell that it may well be meant. */
export const isSaid = ({ row, column }: Fit): boolean => row >= 0.3 && column >= 0.45;

const IN_FULL = 0.85;
/** Of a column that says no unit, where another one does. */
const UNSAID_UNIT = 0.15;

/** Row and column are said in full, and the column has no unit that is another one. */
export const isNamedInFull = ({ row, column, unit }: Pick<Fit, 'row' | 'column' | 'unit'>): boolean =>
  row >= IN_FULL && column >= IN_FULL && unit >= UNSAID_UNIT;

/** `1.234`, copied from a table with decimal commas, is the 1234 that the table means. */
function inTablesMarks({ table, numbers }: ScopedTable, quantity: Quantity): CellMatch[] {
  if (!quantity.text.includes('.') || commaOf(table) !== 'decimal') return [];
  const number = numberAt(quantity.text, 0, 'decimal');
  if (number?.end !== quantity.text.length) return [];
  const { value, decimals } = number;
  const written = { size: Math.abs(value), step: 10 ** -decimals, approximate: quantity.approximate };
  return agreeing(numbers, written, isPercent(quantity));
}

const isInCellOf = (a: TableNumber, b: TableNumber): boolean => a.row === b.row && a.column === b.column;

/** A cell that agrees with a number, with how many of its unit one of the number's is. */
type InUnit = CellMatch & { readonly factor?: number };

/** `0.3 s` agrees with 300 in a column of milliseconds. */
function converted(scoped: ScopedTable, quantity: Quantity, stats: readonly ColumnStats[]): InUnit[] {
  if (quantity.unit === '') return [];
  const factors = new Set(stats.map(({ unit }) => conversion(quantity.unit, unit) ?? 1));
  factors.delete(1);
  return [...factors].flatMap(factor => {
    const { size, step, approximate } = written(quantity);
    const inUnit = agreeing(scoped.numbers, { size: size * factor, step: step * factor, approximate }, false);
    return inUnit
      .filter(
        ({ number, scale }) =>
          scale === 1 && conversion(quantity.unit, stats[number.column]!.unit) === factor,
      )
      .map(match => ({ ...match, factor }));
  });
}

const SCALE = /thou(?:sand|\b)|million|\bm(?:n|illions?)?\b|\bk\b|'?000s?\b|10\s?\^\s?[36]|10[³⁶]/i;

/** The header, or what stands over the table, says that its numbers are in thousands or millions. */
export const saysScale = (scoped: ScopedTable, column: number): boolean =>
  SCALE.test(scoped.table.columns[column]!.header) || scaleOf(scoped, column) !== undefined;

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/billions?\b|\bbn\b|10\s?\^\s?9|10⁹/i, 1e9],
  [/millions?\b|\bmn\b|10\s?\^\s?6|10⁶/i, 1e6],
  [/thou(?:sands?)?\b|'000s?\b|10\s?\^\s?3|10³/i, 1e3],
];
/**
 * A number as it would be worked out from a table's cells: 47 for `47 million` where all that says a scale says millions. In ones where
 * the table says none.
 */
export function writtenInTable(quantity: Quantity, scoped: ScopedTable): Written {
  const { size, step, approximate } = written(quantity);
  const suffix = step * 10 ** quantity.decimals;
  if (suffix < 1000) return { size, step, approximate };
  // `Params (M)` is in what the number is in.
  const scales = new Set(
    scoped.labels.measures.flatMap(
      column => scaleOf(scoped, column) ?? (saysScale(scoped, column) ? suffix : []),
    ),
  );
  const [scale] = scales;
  if (scale === undefined || scales.size > 1) return { size, step, approximate };
  return { size: size / scale, step: step / scale, approximate };
}

const SCALE_OF_ALL = /\bin\s(?:\p{L}+\s)?(?:thousands?|millions?|billions?)(?!\p{L})/iu;

/** How many ones one unit of the column is, where that is said in a word: 1,000,000 for `Revenue in million euros`. */
export function scaleOf({ table, about }: ScopedTable, column: number): number | undefined {
  const { header } = table.columns[column]!;
  const said = SCALES.find(([word]) => word.test(header)) ?? ofAll(about);
  return said?.[1];
}

function ofAll(about: string): (typeof SCALES)[number] | undefined {
  const said = SCALE_OF_ALL.exec(about)?.[0];
  return said === undefined ? undefined : SCALES.find(([word]) => word.test(said));
}

/** A cell is in thousands or millions only where its header says so. */
const isScaleSaid = (scoped: ScopedTable, { number, scale }: CellMatch): boolean =>
  scale < 1000 || (!number.percent && saysScale(scoped, number.column));

const worth = (fit: Fit): number =>
  (0.2 + fit.row) * (0.3 + fit.column) * fit.unit * (fit.scale === 1 ? 1 : 0.9) * (fit.number.main ? 1 : 0.8);

import { conversion, dimensionOf, isPhysical } from '../tables/units.ts';
import { type Anchor, type Anchors, anchorScore, MANY_ANCHORS, NO_ANCHORS } from './anchors.ts';
import { type ColumnStats, columnStats, UNSAID, UNSAID_ANYWHERE } from './column-stats.ts';
import { columnScore, isNamedAsColumn, rowScore, unitIn } from './fit.ts';
import { moneyColumn } from './money.ts';
import { isAnyRowNamed } from './naming.ts';
import type { TableNumber } from './number-index.ts';
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
  /** Nothing but another number says that its row is meant. */
  readonly anchored: boolean;
}

/** A cell that is meant for another reason than its score. */
export const meantCell = (
  { scoped, number }: CellNumberRef,
  { row, column }: Pick<Candidate, 'row' | 'column'>,
): Candidate => ({
  scoped,
  number,
  row,
  column,
  unit: 1,
  openColumns: 1,
  score: 1,
  anchored: false,
});

/** From here on a row or column counts as named. */
export const NAMED = 0.6;
/** From here on it is named at least in part. */
export const HALF_NAMED = 0.45;
/** Below this a name may be there by chance. */
export const FAINT = 0.3;

/** A cell that other numbers say is meant: its row and column count as named, at least so surely. */
export const cellAsNamed = (
  view: SentenceView,
  { scoped, number }: CellNumberRef,
  least: number = NAMED,
): Candidate =>
  meantCell(
    { scoped, number },
    {
      row: Math.max(rowScore(view, scoped, number.row), least),
      column: Math.max(columnScore(view, scoped, number.column), least),
    },
  );

/** A column in another unit, or in none where the number has one, can't be meant. */
export const FITTING_UNIT = 0.4;
export const SAID_IN_FULL = 0.75;

/** One that says no unit, where no other says this one, can, if the sentence names it: `an isolation of 316.1 km`. */
export const mayBeInUnit = (fit: number, named: number): boolean =>
  fit >= FITTING_UNIT || (fit >= UNSAID && named >= SAID_IN_FULL);

const SHARED = 0.9;
const MUCH_BETTER_NAMED = 0.3;
const UNNAMED_ROW = 0.35;
const ANCHORED_ALONE = 0.45;
const FEWEST_FOR_ALL_ROWS = 80;

/** The cells that a number may speak of, best first. */
export function candidatesOf(
  view: SentenceView,
  quantity: Quantity,
  anchors: Anchors = NO_ANCHORS,
): Candidate[] {
  return view.nearest
    .flatMap(scoped => inTable(view, quantity, scoped, anchors))
    .sort((a, b) => b.score - a.score);
}

function inTable(view: SentenceView, quantity: Quantity, scoped: ScopedTable, anchors: Anchors): Candidate[] {
  const rows = rowsFor(view, scoped, anchors);
  const columns = columnsFor(view, quantity, scoped, anchors);
  return rows.flatMap(row => {
    const cells = scoped.numbers.inRow(row.row);
    return columns.flatMap(({ column, score, unit, open }): Candidate[] => {
      const number = cells[column];
      if (!number || isInPercentAlone(quantity, scoped, number)) return [];
      if (isNamedAsColumn(view, scoped, number)) return [];
      // `12 days`, where no column says a unit: nothing is meant that nothing names.
      if (unit === UNSAID_ANYWHERE && row.score < FAINT && score < FAINT) return [];
      const columnWorth = score >= FAINT ? score : open === 1 ? 0.9 : 0.5;
      // One number that stands in a row says little, unless a name says that the column is right.
      const rowScore = row.anchored && score < NAMED ? Math.min(row.score, ANCHORED_ALONE) : row.score;
      const rowWorth = rowScore >= FAINT ? rowScore : UNNAMED_ROW;
      return [
        {
          scoped,
          number,
          row: rowScore,
          column: score,
          unit,
          openColumns: open,
          score: rowWorth * columnWorth * unit,
          anchored: row.anchored,
        },
      ];
    });
  });
}

/** `+4.2%` in the last row of a column of fractions is a change of theirs: no plain number quotes it. */
const isInPercentAlone = ({ unit }: Quantity, { table }: ScopedTable, number: TableNumber): boolean =>
  number.percent && unit === '' && !columnStats(table)[number.column]!.percent;

interface RowChoice {
  readonly row: number;
  readonly score: number;
  /** Nothing but one other number says that this row is meant. */
  readonly anchored: boolean;
}

function rowsFor(view: SentenceView, scoped: ScopedTable, anchors: Anchors): RowChoice[] {
  // Where names say which row is meant, the other numbers are not asked.
  const isSaid = isAnyRowNamed(view.naming(scoped.table).own, NAMED);
  const anchored = isSaid ? [] : anchors.rows.filter(anchor => anchor.scoped === scoped);
  const said = view.once(scoped, saidRows);
  const named = withAnchors(view, scoped, said, anchored).filter(({ score }) => score >= FAINT);
  if (named.some(({ score }) => score >= NAMED) || scoped.table.rows.length > FEWEST_FOR_ALL_ROWS)
    return named;
  const others = scoped.table.rows
    .map((_, row) => row)
    .filter(row => !named.some(other => other.row === row));
  return [...named, ...others.map(row => ({ row, score: 0, anchored: false }))];
}

/** The rows that the sentence and what is around it name, however faintly. */
function saidRows(view: SentenceView, scoped: ScopedTable): readonly RowChoice[] {
  const { own, wide } = view.naming(scoped.table);
  const rows = new Set([...own.rows.keys(), ...wide.rows.keys()]);
  return [...rows].map(row => rowChoice(view, scoped, row));
}

const rowChoice = (view: SentenceView, scoped: ScopedTable, row: number): RowChoice => ({
  row,
  score: rowScore(view, scoped, row),
  anchored: false,
});

function withAnchors(
  view: SentenceView,
  scoped: ScopedTable,
  said: readonly RowChoice[],
  anchored: readonly Anchor[],
): readonly RowChoice[] {
  if (anchored.length === 0) return said;
  const others = anchored.filter(({ id }) => !said.some(({ row }) => row === id));
  return [...said, ...others.map(({ id }) => rowChoice(view, scoped, id))].map(choice => {
    const anchor = anchorScore(anchored, scoped, choice.row);
    if (anchor <= choice.score) return choice;
    return { row: choice.row, score: anchor, anchored: anchor < MANY_ANCHORS };
  });
}

/** `4.6×` says how many times, and no plain value. */
const TIMES_HEADER = /(?<!\p{L})(?:ratio|factor|speed-?up|times|fold|multiple|×|x)(?!\p{L})/iu;

/** A first column of numbers (a rank, a week) is quoted to name the row: no other number is held to it, unless there is no other column. */
const isRowKey = ({ labels }: ScopedTable, column: number): boolean =>
  column === 0 && labels.measures.some(other => other !== column);

/** `6,932 votes, or 13.6 percent of them`: of the only column of percentages, where it stands right beside that of the votes. */
function percentBeside<Choice extends { readonly column: number; readonly score: number }>(
  { table }: ScopedTable,
  all: readonly Choice[],
  open: readonly Choice[],
): (Choice & { readonly open: number })[] {
  const stats = columnStats(table);
  const [percent, ...more] = open.filter(
    ({ column }) => stats[column]!.percent || stats[column]!.unit === '%',
  );
  const isBeside = all.some(({ column, score }) => score >= SHARED && column + 1 === percent?.column);
  return percent && more.length === 0 && isBeside ? [{ ...percent, open: 1 }] : [];
}

/** `# of candidates` */
const COUNT_HEADER = /#|(?<!\p{L})(?:number|count|num|no\.?)\s?(?:of|\p{L})/iu;

const isOfOtherKind = ({ unit }: Quantity, stats: ColumnStats, header: string): boolean =>
  unit === '%' && !stats.percent && (dimensionOf(stats.unit) >= 0 || COUNT_HEADER.test(header));

const WITH_UNIT = 0.95;

/** The column is in the number's own unit, not in another one of the kind. */
const isInThatUnit = ({ unit }: Quantity, stats: ColumnStats): boolean =>
  isPhysical(unit) && conversion(unit, stats.unit) === 1;

function columnsFor(view: SentenceView, quantity: Quantity, scoped: ScopedTable, anchors: Anchors) {
  const stats = columnStats(scoped.table);
  const isSaid = [...view.naming(scoped.table).own.columns.values()].some(({ score }) => score >= NAMED);
  const anchored = isSaid ? [] : anchors.columns.filter(anchor => anchor.count > 1);
  const money = moneyColumn(view, quantity, scoped);
  const inUnit = scoped.labels.measures.filter(column => isInThatUnit(quantity, stats[column]!));
  const all = scoped.labels.measures.map(column => {
    const score = columnScore(view, scoped, column);
    const isExact = inUnit.includes(column);
    return {
      column,
      score: Math.max(
        // `Distance (miles)` is named in full by a distance in miles.
        isExact && score >= NAMED ? WITH_UNIT : score,
        anchorScore(anchored, scoped, column) * 0.8,
        column === money ? NAMED : 0,
      ),
      unit:
        // A percentage may be of what a column in hectares has, but is none of its values.
        isOfOtherKind(quantity, stats[column]!, scoped.table.columns[column]!.header) ||
        // Of `Area (ha)` and `Area (acres)` it is the one in acres that 326 acres are held to.
        (inUnit.length > 0 && !isExact && conversion(quantity.unit, stats[column]!.unit) !== undefined)
          ? 0
          : unitIn(view, scoped, quantity, column),
    };
  });
  const open = all.filter(
    ({ column, unit, score }) =>
      (quantity.unit === '%' ? unit >= FITTING_UNIT : mayBeInUnit(unit, score)) &&
      (quantity.unit !== '×' ||
        stats[column]!.unit === '×' ||
        TIMES_HEADER.test(scoped.table.columns[column]!.header)) &&
      (quantity.sign >= 0 || stats[column]!.negatives) &&
      stats[column]!.count > 0 &&
      !stats[column]!.years &&
      !scoped.labels.conditions.has(column) &&
      !isRowKey(scoped, column),
  );
  // `8.9 % of the assignments were rejected` beside a column of how many were: a share of it, and no cell of another column.
  const nearest = Math.max(0, ...open.map(({ score }) => score));
  if (
    quantity.unit === '%' &&
    all.some(({ score }) => score >= SHARED && score > nearest + MUCH_BETTER_NAMED)
  )
    return percentBeside(scoped, all, open);
  const named = open.filter(({ score }) => score >= FAINT);
  if (named.some(({ score }) => score >= 0.45))
    return named.map(column => ({ ...column, open: open.length }));
  const best = Math.max(...open.map(({ unit }) => unit));
  const fitting = open.filter(({ unit }) => unit >= best * 0.7);
  return fitting.map(column => ({ ...column, open: fitting.length }));
}

import type { Candidate } from '../candidates.ts';
import { columnStats } from '../column-stats.ts';
import { columnScore, type Fit, rowScore, unitIn } from '../fit.ts';
import { inColumn } from '../in-column.ts';
import type { Label } from '../label-index.ts';
import type { Named, Naming } from '../naming.ts';
import type { TableNumber } from '../number-index.ts';
import type { Quantity } from '../quantity.ts';
import { type CellNumberRef, type ScopedTable, sameCell } from '../scoped.ts';
import { isExtreme, isSaidToBeExtreme } from '../superlative.ts';
import type { SentenceView } from '../view.ts';
import { isInOrder, type NameAt, namesIn, nearestPlace } from './name-place.ts';
import {
  type AxisEvidence,
  COLUMN,
  type ColumnEvidence,
  EXTREME,
  flag,
  QUOTED,
  ROW,
  weigh,
} from './weights.ts';

/** A cell with how likely it is that a number speaks of it. */
export interface LikelyCell extends CellNumberRef {
  /** 0 to 1; those of all cells of the table come to 1. */
  readonly share: number;
}

/** The cell as one that may be meant, no surer than its share and its names make it. */
export const asCandidate = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number, share }: LikelyCell,
): Candidate => ({
  scoped,
  number,
  row: rowScore(view, scoped, number.row),
  column: columnScore(view, scoped, number.column),
  unit: unitIn(view, scoped, quantity, number.column),
  openColumns: scoped.labels.measures.length,
  score: share,
  anchored: false,
});

/** Of larger tables nothing is said: the weights come from such as papers print. */
const MOST_ROWS = 80;
const MOST_COLUMNS = 40;

/**
 * The cells of a table that a number may speak of, likeliest first, by where their names and the other numbers stand in the
 * sentence. A conditional logit (McFadden, 1974): the evidence for a row, a column and a cell is added up, and its exponential shared
 * out over all cells. Empty where the table is too large.
 */
export function likelyCells(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  fitsOf: (other: Quantity) => readonly Fit[],
): readonly LikelyCell[] {
  const { table, labels } = scoped;
  if (table.rows.length > MOST_ROWS || labels.measures.length > MOST_COLUMNS) return [];
  const number = new NumberAmongCells(view, quantity, scoped, fitsOf);
  const rows = number.rows();
  const columns = number.columns();
  const cells: { readonly cell: TableNumber; readonly worth: number }[] = [];
  let most = -Infinity;
  table.rows.forEach((_, row) => {
    const inRow = scoped.numbers.inRow(row);
    labels.measures.forEach((column, at) => {
      const cell = inRow[column];
      if (!cell) return;
      const worth = rows[row]! + columns[at]! + number.ofCell(cell);
      most = Math.max(most, worth);
      cells.push({ cell, worth });
    });
  });
  const all = cells.reduce((sum, { worth }) => sum + Math.exp(worth - most), 0);
  return cells
    .map(({ cell, worth }) => ({ scoped, number: cell, share: Math.exp(worth - most) / all }))
    .sort((a, b) => b.share - a.share);
}

/** One number and the cells of one table. A class only to hold what all rows and columns are asked with. */
class NumberAmongCells {
  private readonly view: SentenceView;
  private readonly quantity: Quantity;
  private readonly scoped: ScopedTable;
  private readonly claims: readonly Quantity[];
  private readonly values: readonly Quantity[];
  /** What the other numbers agree with. */
  private readonly others: readonly (readonly Fit[])[];
  private readonly quoted: readonly Fit[];

  constructor(
    view: SentenceView,
    quantity: Quantity,
    scoped: ScopedTable,
    fitsOf: (other: Quantity) => readonly Fit[],
  ) {
    this.view = view;
    this.quantity = quantity;
    this.scoped = scoped;
    this.claims = view.sentence.quantities.filter(({ noClaim }) => noClaim === undefined);
    this.values = this.claims.filter(({ role }) => role === 'value');
    this.others = this.claims.flatMap(other => (other === quantity ? [] : [fitsOf(other)]));
    this.quoted = this.others.flatMap(([first]) =>
      first && first.scoped === scoped && first.row >= QUOTED_ROW ? [first] : [],
    );
  }

  /** What speaks for each row. */
  rows(): readonly number[] {
    return this.along({
      ids: this.scoped.table.rows.map((_, row) => row),
      names: this.view.once(this.scoped, namesIn).row,
      named: (naming, row) => naming.row(row),
      idOf: fit => fit.number.row,
    }).map(evidence => weigh(evidence, ROW));
  }

  /** What speaks for each column of numbers. */
  columns(): readonly number[] {
    const ids = this.scoped.labels.measures;
    const all = this.along({
      ids,
      names: this.view.once(this.scoped, namesIn).column,
      named: (naming, column) => naming.columns.get(column),
      idOf: fit => fit.number.column,
    });
    return ids.map((column, at) =>
      weigh<AxisEvidence & ColumnEvidence>({ ...all[at]!, ...this.ofColumn(column) }, COLUMN),
    );
  }

  /** What speaks for a cell beyond its row and column. */
  ofCell(number: TableNumber): number {
    const { view, quantity, scoped } = this;
    const cell = { scoped, number };
    const quotes = this.quoted.filter(fit => sameCell(fit, cell)).length;
    const isMost = isExtreme(cell) && isSaidToBeExtreme(view, quantity, cell);
    return quotes * QUOTED + (isMost ? EXTREME : 0);
  }

  private along(axis: Axis): AxisEvidence[] {
    const { own, wide } = this.view.naming(this.scoped.table);
    const scores = axis.ids.map(id => axis.named(own, id)?.score ?? 0);
    const best = Math.max(...scores);
    return axis.ids.map((id, at) => {
      const score = scores[at]!;
      return this.ofLine(axis, id, score, axis.named(wide, id)?.score ?? 0, Math.min(0, score - best));
    });
  }

  private ofLine(
    { names, idOf }: Axis,
    id: number,
    own: number,
    wide: number,
    behindOther: number,
  ): AxisEvidence {
    const isOwn = (label: Label): boolean => label.ids.includes(id);
    const place = nearestPlace(this.view, this.quantity, this.claims, names, isOwn);
    const anchors = this.others.filter(
      fits => fits.length > 0 && fits.every(fit => fit.scoped === this.scoped && idOf(fit) === id),
    ).length;
    const isQuoted = this.quoted.some(fit => idOf(fit) === id);
    return {
      own,
      isOwnPlain: flag(own >= PLAIN),
      wide,
      isNamed: flag(place !== undefined),
      isBefore: flag(place?.isBefore),
      words: (place?.words ?? 0) / 10,
      fewWords: Math.min((place?.words ?? 0) / 10, 0.5),
      isBehindNumber: flag(place && !place.isBefore && place.numbers > 0),
      clauses: place?.clauses ?? 0,
      isComparand: flag(place?.isComparand),
      isRightBehind: flag(place?.isRightBehind),
      isLastBefore: flag(place?.isLastBefore),
      isBeforeOther: flag(place?.isBeforeOther),
      isBehindOther: flag(place?.isBehindOther),
      isInOrder: flag(place && isInOrder(this.quantity, this.values, names, isOwn)),
      shared: Math.log(place?.rows ?? 1),
      anchors: Math.min(anchors, MOST_ANCHORS),
      isAnchored: flag(anchors > 0),
      behindOther,
      isQuoted: flag(isQuoted),
      ownQuoted: isQuoted ? own : 0,
    };
  }

  private ofColumn(column: number): ColumnEvidence {
    const { view, quantity, scoped } = this;
    const stats = columnStats(scoped.table)[column]!;
    const unit = Math.min(1, unitIn(view, scoped, quantity, column));
    // Only the column of a cell is asked for.
    const { size, decimals } = inColumn(quantity, scoped, { column, size: Number.NaN });
    return {
      unit,
      isOtherUnit: flag(unit < OTHER_UNIT),
      sameDecimals: flag(decimals === stats.decimals),
      moreDecimals: flag(decimals > stats.decimals),
      isInside: flag(size >= stats.min * 0.8 && size <= stats.max * 1.2),
      isNegativeAmongPositive: flag(quantity.sign < 0 && !stats.negatives),
    };
  }
}

/** The rows of a table, or its columns of numbers. */
interface Axis {
  readonly ids: readonly number[];
  /** Where the sentence names them. */
  readonly names: readonly NameAt[];
  readonly named: (naming: Naming, id: number) => Named | undefined;
  readonly idOf: (fit: Fit) => number;
}

const QUOTED_ROW = 0.3;
const MOST_ANCHORS = 3;
const OTHER_UNIT = 0.4;

/** From here on a name is no chance. */
const PLAIN = 0.6;

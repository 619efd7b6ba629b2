import type { Candidate } from './candidates.ts';
import { columnStats, unitFit } from './column-stats.ts';
import { significantDigits } from './compare.ts';
import { columnScore } from './fit.ts';
import { isClose, isSlipOf } from './in-column.ts';
import { CHANGE_NOUNS } from './lexicon.ts';
import type { Quantity } from './quantity.ts';
import { columnsSaid } from './said-column.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SAYS_CHANGE = new RegExp(`[Δ∆]|(?<!\\p{L})(?:${CHANGE_NOUNS}|diff|improv)(?!\\p{L})`, 'iu');
const IN_FULL = 0.9;
const FEWEST_DIGITS = 3;

const isOfChanges = ({ table }: ScopedTable, column: number): boolean =>
  SAYS_CHANGE.test(table.columns[column]!.header);

/** The cell stands in a column such as `Δ` or `Change`. */
export const saysChange = ({ scoped, number }: CellNumberRef): boolean => isOfChanges(scoped, number.column);

/** `The percentage change of A is 7.5 %`, where a column is called so in several words: what reads as a change is that column's value. */
export const isOfSaidChanges = (view: SentenceView, quantity: Quantity): boolean =>
  view.nearest.some(scoped =>
    columnsSaid(view, quantity, scoped).some(
      column =>
        isOfChanges(scoped, column) &&
        view
          .mentionsOf(scoped.table, 'column', column, IN_FULL)
          .some(({ telling, words }) => telling > 1 && view.reading.words[words[0]!]!.end <= quantity.start),
    ),
  );

/** A cell that says how much something changed, and whether a number is a slip of it. */
export interface ChangeCell {
  readonly cell: Candidate;
  readonly isSlip: boolean;
}

/**
 * The cell of a column such as `Δ` or `Change` that a stated change is held to, in the only row that is named in full. Undefined
 * where several may be meant, and where the number is too far from them to be one.
 */
export function changeCell(view: SentenceView, quantity: Quantity): ChangeCell | undefined {
  if (significantDigits(quantity.text) < FEWEST_DIGITS) return undefined;
  const cells = changeCells(view, quantity);
  const slips = cells.filter(cell => isSlipOf(quantity, cell));
  const meant = slips.length > 0 ? slips : cells.filter(cell => isClose(quantity, cell));
  if (meant.length !== 1 || (slips.length === 0 && cells.length > 1)) return undefined;
  return { cell: meant[0]!, isSlip: slips.length > 0 };
}

const changeCells = (view: SentenceView, quantity: Quantity): Candidate[] =>
  view.nearest.flatMap((scoped): Candidate[] => {
    const named = [...view.naming(scoped.table).own.rows].filter(([, { score }]) => score >= IN_FULL);
    if (named.length !== 1) return [];
    const [row, { score }] = named[0]!;
    const stats = columnStats(scoped.table);
    const columns = scoped.labels.measures.filter(
      column => isOfChanges(scoped, column) && unitFit(quantity.unit, stats[column]!, stats) >= IN_FULL,
    );
    return columns.flatMap(column => {
      const number = scoped.numbers.inRow(row)[column];
      const unit = unitFit(quantity.unit, stats[column]!, stats);
      const named = columnScore(view, scoped, column);
      return number
        ? [
            {
              scoped,
              number,
              row: score,
              column: named,
              unit,
              openColumns: columns.length,
              score: 1,
              anchored: false,
            },
          ]
        : [];
    });
  });

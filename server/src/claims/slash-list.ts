import type { Candidate } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { significantDigits } from './compare.ts';
import { columnScore, type Fit, rowScore } from './fit.ts';
import { inColumn, isClose, isSlip } from './judge-value.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SLASH = /^\s?\/\s?$/;
const NAMED_AT_ALL = 0.3;
const TELLING_DIGITS = 3;

/** `44.93/21.47/41.62`: numbers with slashes between them, and where one stands among them. */
export interface SlashList {
  readonly members: readonly Quantity[];
  readonly at: number;
}

/** The list with slashes that a number stands in, if any. */
export function slashListOf({ reading, sentence }: SentenceView, quantity: Quantity): SlashList | undefined {
  const all = sentence.quantities;
  const isJoined = (left: number): boolean =>
    left >= 0 &&
    left + 1 < all.length &&
    SLASH.test(reading.block.text.slice(all[left]!.unitEnd, all[left + 1]!.start));
  let first = all.indexOf(quantity);
  let last = first;
  while (isJoined(first - 1)) first--;
  while (isJoined(last)) last++;
  if (first === last) return undefined;
  return { members: all.slice(first, last + 1), at: all.indexOf(quantity) - first };
}

/** The cell that a member of a list is held to, and whether it is a slip of it. */
export interface CellInList {
  readonly cell: Candidate;
  readonly isSlip: boolean;
}

/**
 * The cell that a member of a list with slashes must be: the others stand in one row, each as far from it as in the list.
 * Undefined where more than one row has them, and where the number is not about as large as the cell.
 */
export function cellInList(
  view: SentenceView,
  quantity: Quantity,
  { members, at }: SlashList,
  fitsOf: (other: Quantity) => readonly Fit[],
): CellInList | undefined {
  const places = members.flatMap((member, index) =>
    index === at ? [] : [placesOf(view, member, fitsOf(member), at - index, members.length > 2)],
  );
  const [first, ...others] = places;
  const common = first!.filter(place => others.every(list => list.some(other => isSame(other, place))));
  if (common.length !== 1) return undefined;
  const { scoped, row, column } = common[0]!;
  const number = scoped.numbers.inRow(row)[column];
  if (!number || columnStats(scoped.table)[column]!.count === 0) return undefined;
  const cell: Candidate = {
    scoped,
    number,
    row: Math.max(rowScore(view, scoped, row), NAMED_BY_OTHERS),
    column: Math.max(columnScore(view, scoped, column), NAMED_BY_OTHERS),
    unit: 1,
    openColumns: 1,
    score: 1,
    anchored: false,
  };
  const slip = isSlip(inColumn(quantity, scoped, number), number);
  return slip || isClose(quantity, cell) ? { cell, isSlip: slip } : undefined;
}

const NAMED_BY_OTHERS = 0.9;

interface Place {
  readonly scoped: CellNumberRef['scoped'];
  readonly row: number;
  readonly column: number;
}

const isSame = (a: Place, b: Place): boolean =>
  a.scoped === b.scoped && a.row === b.row && a.column === b.column;

/** Where the number would stand that is so many columns from one that `member` agrees with. */
function placesOf(
  view: SentenceView,
  member: Quantity,
  fits: readonly Fit[],
  distance: number,
  mayBeUnnamed: boolean,
): readonly Place[] {
  if (significantDigits(member.text) < TELLING_DIGITS && !fits.some(({ row }) => row >= NAMED_AT_ALL))
    return [];
  return fits
    .filter(({ scoped, scale, row, number }) => {
      const column = number.column + distance;
      return (
        scale === 1 &&
        number.main &&
        (row >= NAMED_AT_ALL || (mayBeUnnamed && isRowAlone(fits, number.row))) &&
        scoped.labels.measures.includes(column) &&
        view.nearest.includes(scoped)
      );
    })
    .map(({ scoped, number }) => ({ scoped, row: number.row, column: number.column + distance }));
}

/** All cells that the number agrees with stand in this row. */
const isRowAlone = (fits: readonly Fit[], row: number): boolean =>
  fits.every(({ number }) => number.row === row);

import { type Candidate, cellAsNamed, NAMED } from './candidates.ts';
import { sentenceBehind } from './clause.ts';
import { columnStats } from './column-stats.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { columnScore, type Fit } from './fit.ts';
import { isClose, isSlipOf } from './in-column.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SLASH = /^\s?\/\s?$/;
const COMMA = /^(?:,|,?\s(?:and|or|&))\s$/;
const FEWEST_WITH_COMMAS = 3;
const NAMED_AT_ALL = 0.3;

/** `44.93/21.47/41.62`, `71.4, 53.5 and 48.6`: numbers in a row, and where one stands among them. */
export interface NumberList {
  readonly members: readonly Quantity[];
  readonly at: number;
}

/** The list with slashes that a number stands in, if any. */
export const slashListOf = (view: SentenceView, quantity: Quantity): NumberList | undefined =>
  listOf(view, quantity, SLASH);

/** The list of two numbers or more with commas or `and` that one stands in, if any. */
export const andListOf = (view: SentenceView, quantity: Quantity): NumberList | undefined =>
  listOf(view, quantity, COMMA);

/** The list of three numbers or more with commas that one stands in, if any. */
export function commaListOf(view: SentenceView, quantity: Quantity): NumberList | undefined {
  const list = listOf(view, quantity, COMMA);
  if (!list || list.members.length < FEWEST_WITH_COMMAS) return undefined;
  return list.members.every(isPlain) || list.members.every(isPlainChange) ? list : undefined;
}

/** One of several numbers in a row, of which each is of something else. */
export const isListed = (view: SentenceView, quantity: Quantity): boolean =>
  slashListOf(view, quantity) !== undefined ||
  (listOf(view, quantity, COMMA)?.members.length ?? 0) >= FEWEST_WITH_COMMAS;

/** `by 0.051, 0.036 and 0.028, respectively`, `by 3.1 and 4.2, respectively`. */
export const isOneOfRespective = (view: SentenceView, quantity: Quantity): boolean => {
  const list = listOf(view, quantity, COMMA);
  const last = list?.members.at(-1);
  return last !== undefined && /^[^.;()\d]{0,40}respectively/iu.test(sentenceBehind(view, last));
};

/** Of `102, 131 and 148 MPa` the last one, behind which the unit of all stands; the number itself where it stands alone. */
export const lastOfList = (view: SentenceView, quantity: Quantity): Quantity =>
  listOf(view, quantity, COMMA)?.members.at(-1) ?? quantity;

/** `rises by 22.65, 14.03 and 9.70 %`, where the table has the changes. */
const isPlainChange = ({ role, noClaim, bound }: Quantity): boolean =>
  role === 'change' && noClaim === undefined && bound === undefined;

const isPlain = ({ role, noClaim, bound }: Quantity): boolean =>
  role === 'value' && noClaim === undefined && bound === undefined;

function listOf(
  { reading, sentence }: SentenceView,
  quantity: Quantity,
  separator: RegExp,
): NumberList | undefined {
  const all = sentence.quantities;
  const isJoined = (left: number): boolean =>
    left >= 0 &&
    left + 1 < all.length &&
    separator.test(reading.block.text.slice(all[left]!.unitEnd, all[left + 1]!.start));
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

/** How a list goes: along a row of its table or down a column, by so many at a time; every second column has an F1. */
interface Way {
  readonly goes: 'along' | 'down';
  readonly by: number;
}

const ALONG: Way = { goes: 'along', by: 1 };
const WAYS: readonly Way[] = [
  ALONG,
  ...[2, 3, 4].map((by): Way => ({ goes: 'along', by })),
  { goes: 'down', by: 1 },
];

/**
 * The cell that a member of a list must be: the others stand in one row, each as far from it as in the list; of three or more
 * they may stand in one column. Undefined where more than one row has them, and where the number is not about as large as the cell.
 */
export function cellInList(
  view: SentenceView,
  quantity: Quantity,
  { members, at }: NumberList,
  fitsOf: (other: Quantity) => readonly Fit[],
): CellInList | undefined {
  const ways = members.length > 2 ? WAYS : [ALONG];
  const common = ways.flatMap(way => {
    const places = members.flatMap((member, index) =>
      index === at ? [] : [placesOf(view, member, fitsOf(member), at - index, members.length > 2, way)],
    );
    const [first, ...others] = places;
    return first!.filter(place => others.every(list => list.some(other => isSame(other, place))));
  });
  if (common.length !== 1) return undefined;
  const { scoped, row, column } = common[0]!;
  const number = scoped.numbers.rows > row ? scoped.numbers.inRow(row)[column] : undefined;
  if (members.length === 2 && runsDown(view, scoped, column, at)) return undefined;
  if (!number || columnStats(scoped.table)[column]!.count === 0) return undefined;
  const cell = cellAsNamed(view, { scoped, number }, NAMED_BY_OTHERS);
  const slip = isSlipOf(quantity, { scoped, number });
  return slip || isClose(quantity, cell) ? { cell, isSlip: slip } : undefined;
}

const NAMED_BY_OTHERS = 0.9;

/** `R@1 0.826/0.671`: of two numbers the first one's column is named and the one beside it is not: both are of that column. */
const runsDown = (view: SentenceView, scoped: CellNumberRef['scoped'], column: number, at: number): boolean =>
  columnScore(view, scoped, column) < NAMED_AT_ALL &&
  columnScore(view, scoped, at === 0 ? column + 1 : column - 1) >= NAMED;

interface Place {
  readonly scoped: CellNumberRef['scoped'];
  readonly row: number;
  readonly column: number;
}

const isSame = (a: Place, b: Place): boolean =>
  a.scoped === b.scoped && a.row === b.row && a.column === b.column;

/** Where the number would stand that is so many columns, or rows, from one that `member` agrees with. */
function placesOf(
  view: SentenceView,
  member: Quantity,
  fits: readonly Fit[],
  distance: number,
  mayBeUnnamed: boolean,
  { goes, by }: Way,
): readonly Place[] {
  if (significantDigits(member.text) < TELLING_DIGITS && !fits.some(({ row }) => row >= NAMED_AT_ALL))
    return [];
  const line = ({ row, column }: CellNumberRef['number']): number => (goes === 'along' ? row : column);
  // All cells that the number agrees with stand in this row, or in this column.
  const isAlone = (number: CellNumberRef['number']): boolean =>
    fits.every(other => line(other.number) === line(number));
  return fits
    .filter(
      ({ scoped, scale, row, column, number }) =>
        scale === 1 &&
        number.main &&
        ((goes === 'along' ? row : column) >= NAMED_AT_ALL || (mayBeUnnamed && isAlone(number))) &&
        view.nearest.includes(scoped),
    )
    .map(({ scoped, number }) => ({
      scoped,
      row: number.row + (goes === 'along' ? 0 : distance * by),
      column: number.column + (goes === 'along' ? distance * by : 0),
    }))
    .filter(({ scoped, row, column }) => row >= 0 && scoped.labels.measures.includes(column));
}

import { type Candidate, NAMED } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { isComparand } from './comparand.ts';
import { readings, significantDigits, TELLING_DIGITS, touches } from './compare.ts';
import type { Fit } from './fit.ts';
import { formatLike } from './format-like.ts';
import { inColumn, isClose, isSlip, isSlipOf } from './in-column.ts';
import { ownerOf } from './owner.ts';
import type { Quantity } from './quantity.ts';
import { sameCell } from './scoped.ts';
import { meansUnnamed } from './unnamed.ts';
import type { SentenceView } from './view.ts';

/** A percentage fits a column of decimals, and no column of whole numbers. */
const FITTING = 0.6;
/** A name in full. */
const FULL = 0.9;
const WELL = 0.75;

/**
 * The cell that a contradicted number is surely meant to quote: the only one that it is a slip of, or that of the only row and
 * the only column that the sentence names. Undefined in every doubt.
 */
export function sureCell(
  view: SentenceView,
  candidates: readonly Candidate[],
  quantity: Quantity,
  taken: readonly Fit[],
  slip: boolean,
): Candidate | undefined {
  // Two digits are those of a cell in another order by chance.
  const isTelling = significantDigits(quantity.text) >= TELLING_DIGITS;
  const slips = candidates.filter(
    candidate => isSlipAsRead(quantity, candidate) && (isTelling || isNamedWell(candidate)),
  );
  if (slips.length > 0 && sameValue(slips)) return slips[0];
  const free = candidates.filter(candidate => !taken.some(fit => sameCell(fit, candidate)));
  const [best] = free;
  if (!best || best.row < FULL || (best.column < FULL && best.openColumns > 1)) return undefined;
  // `67.1 %` beside a column of whole numbers, a number with the digits of another cell: something else may be meant.
  if (quantity.approximate || isNamedBehind(view, quantity, best)) return undefined;
  if (best.unit < FITTING || slip || !isClose(quantity, best) || isComparand(view, quantity, best))
    return undefined;
  // Of cells such as `11.18 (6.95)` the sentence quotes the second numbers.
  if (taken.some(({ scoped, number }) => scoped === best.scoped && !number.main)) return undefined;
  const isOwned = view.narrowed || ownerOf(view, quantity) !== undefined;
  if (!isOwned && (rowsNamed(view, best) > 1 || meansUnnamed(view, quantity, best))) return undefined;
  const rivals = free.filter(candidate => candidate.score >= best.score * 0.75);
  return sameValue(rivals) ? best : undefined;
}

const isNamedWell = ({ row, column, openColumns }: Candidate): boolean =>
  row >= WELL && (column >= NAMED || openColumns === 1);

/** In characters: `27.4 for A`. */
const RIGHT_BEHIND = 16;

/** What names the row stands well behind the number: `(0.86), at the price of more strokes`. */
const isNamedBehind = (view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean =>
  view.isEachName(
    { scoped, axis: 'row', id: number.row },
    NAMED,
    ({ start }) => start > quantity.unitEnd + RIGHT_BEHIND,
  );

const rowsNamed = (view: SentenceView, { scoped }: Candidate): number =>
  [...view.naming(scoped.table).own.rows.values()].filter(({ score }) => score >= NAMED).length;

/** Read as it stands, or as percent among fractions. */
const isSlipAsRead = (quantity: Quantity, cell: Candidate): boolean =>
  isSlip(quantity, cell.number) || isSlipOf(quantity, cell);

const sameValue = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ number }) => number.size === candidates[0]!.number.size);

const FRACTION_DECIMALS = 3;

/** The cell's value in the author's own format; where the point was moved, the author's digits with the point in its place. */
export function inAuthorsFormat(quantity: Quantity, cell: Candidate): string {
  const suffix = quantity.step * 10 ** quantity.decimals;
  // Among fractions a number above one is a percentage, wherever its point stands.
  // To three decimals or more people write fractions, not percentages.
  const isFraction = quantity.decimals >= FRACTION_DECIMALS && isSlip(quantity, cell.number);
  const isShare =
    quantity.size > 1.5 && columnStats(cell.scoped.table)[cell.number.column]!.fractions && !isFraction;
  const isInColumn = quantity.unit === '%' || suffix > 1 || isShare || !isSlip(quantity, cell.number);
  const { size } = isInColumn ? inColumn(quantity, cell.scoped, cell.number) : quantity;
  const scale = size === 0 || quantity.size === 0 ? 1 : quantity.size / size;
  // `472 million` beside 742 in a column that does not say of what it is.
  const written = scale === 1 && cell.number.size < suffix ? 1 : suffix;
  const value = ((cell.number.negative ? -1 : 1) * cell.number.size * scale) / written;
  // Moving the point of what has all the cell's decimals would leave out the last one.
  if (quantity.decimals === cell.number.decimals && scale === 1) return formatLike(quantity.text, value);
  const moved = [10, 0.1].find(power => agreesIn(quantity, cell.number.size * scale, power));
  return formatLike(moved === undefined ? quantity.text : movedPoint(quantity.text, moved), value);
}

const agreesIn = (quantity: Quantity, value: number, power: number): boolean =>
  touches(readings({ size: quantity.size * power, step: quantity.step * power, approximate: false }), value);

/** `5.451` with one decimal less, `54.5` with one more; only how many decimals there are matters. */
function movedPoint(text: string, power: number): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  const wanted = power === 10 ? decimals - 1 : decimals + 1;
  const whole = text.split('.')[0]!;
  return wanted > 0 ? `${whole}.${'0'.repeat(wanted)}` : whole;
}

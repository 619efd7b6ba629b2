import { type Candidate, FITTING_UNIT, HALF_NAMED, NAMED } from './candidates.ts';
import { isComparand, isInOtherClause } from './comparand.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { isFromEnd } from './doubts/steps.ts';
import { type Fit, isNamedAsColumn, unitIn } from './fit.ts';
import { inColumn, isFarOff, isSlipOf } from './in-column.ts';
import { NO_SUSPICION, type Siblings, type Suspicion } from './judge-value.ts';
import { asCandidate, type LikelyCell, likelyCells } from './likely/likely-cells.ts';
import { meantInstead } from './meant-instead.ts';
import {
  belongsToName,
  countsThings,
  countsUnknownThings,
  measuresSomethingElse,
  saysOtherMeasure,
} from './measure.ts';
import { isListed, isOneOfRespective } from './number-list.ts';
import { pairsWith } from './number-pairs.ts';
import { extendsName } from './other-row.ts';
import { ownerOf } from './owner.ts';
import type { Quantity } from './quantity.ts';
import { isColumnSaid } from './said-column.ts';
import { sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/**
 * From here on another cell is meant: the logarithm of its odds, less that of the share of the cells in which the number stands. On passages
 * that were left out when the shares were weighed, true numbers that the rest of this file lets through hardly ever come so far.
 */
const SURE = 5.8;
/** What the cells in which it stands weigh; the weight is that of a logistic regression on both. */
const OWN_SHARE = 1.15;
/** No cell is ever ruled out. */
const LEAST_SHARE = 0.003;
const FEWEST_DIGITS = 2;
/** How much more is asked for where there are two digits, which stand in another cell by chance more often than three. */
const FEW_DIGITS = 0.7;
/** The same where nothing names the column, and the number stands in it, in another row. */
const IN_UNNAMED_COLUMN = 1.1;
/** The same where it stands in another column as well. */
const UNNAMED_COLUMN = 2.2;
/** The same where the cell is several times as large, or as small. */
const OTHER_SIZE = 1.5;
const TIMES = 3.3;

/**
 * How suspicious a number is that stands in the table, where by far the likeliest cell that it may speak of, by where names and
 * numbers stand in the sentence, says something else.
 */
export function suspectUnlikely(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): Suspicion {
  const [scoped, ...more] = view.nearest;
  if (!scoped || more.length > 0 || view.narrowed || !isPlain(view, quantity)) return NO_SUSPICION;
  if (fits.some(fit => fit.scoped !== scoped || !fit.number.main)) return NO_SUSPICION;
  const all = likelyCells(view, quantity, scoped, siblings.fitsOf);
  const stands = (cell: LikelyCell): boolean => fits.some(fit => sameCell(fit, cell));
  const other = all.find(cell => !stands(cell));
  if (!other) return NO_SUSPICION;
  const own = all.reduce((sum, cell) => (stands(cell) ? sum + cell.share : sum), 0);
  const sure = logOdds(other.share) - OWN_SHARE * Math.log(own + LEAST_SHARE);
  if (sure < SURE) return NO_SUSPICION;
  const best = asCandidate(view, quantity, other);
  if (sure < SURE + whatIsMissing(quantity, best, fits)) return NO_SUSPICION;
  if (!mayBeMeant(view, quantity, best) || fits.some(fit => extendsName(fit, best))) return NO_SUSPICION;
  return meantInstead(quantity, [best], 'another cell is likelier');
}

const logOdds = (share: number): number => Math.log(share / Math.max(1 - share, LEAST_SHARE));

/** A value of its own, neither rounded to a bound nor one of a list, and of nothing that no label knows. */
const isPlain = (view: SentenceView, quantity: Quantity): boolean =>
  quantity.role === 'value' &&
  !quantity.bound &&
  !quantity.approximate &&
  !quantity.aggregate &&
  significantDigits(quantity.text) >= FEWEST_DIGITS &&
  !isListed(view, quantity) &&
  !isJoined(view, quantity) &&
  pairsWith(view, quantity).length === 0 &&
  !isFromEnd(view, quantity) &&
  !isOneOfRespective(view, quantity) &&
  !countsThings(view, quantity) &&
  !countsUnknownThings(view, quantity) &&
  !saysOtherMeasure(view, quantity) &&
  !measuresSomethingElse(view, quantity) &&
  !belongsToName(view, quantity);

const AND = /^\s?(?:and|or|&)\s$/iu;

/** `at 35 and 36 °C`: either is of one of several. */
const isJoined = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean => {
  const { text } = reading.block;
  return sentence.quantities.some(
    other =>
      AND.test(text.slice(other.unitEnd, quantity.start)) ||
      AND.test(text.slice(quantity.unitEnd, other.start)),
  );
};

/** How much more is asked for, since something speaks less plainly for the cell. */
function whatIsMissing(quantity: Quantity, cell: Candidate, fits: readonly Fit[]): number {
  const { scoped, number, column } = cell;
  const isInColumn = fits.some(fit => fit.number.column === number.column);
  const { size } = inColumn(quantity, scoped, number);
  const isOtherSize = size > number.size * TIMES || number.size > size * TIMES;
  return (
    (significantDigits(quantity.text) < TELLING_DIGITS ? FEW_DIGITS : 0) +
    (column >= HALF_NAMED ? 0 : isInColumn ? IN_UNNAMED_COLUMN : UNNAMED_COLUMN) +
    (isOtherSize && !isSlipOf(quantity, cell) ? OTHER_SIZE : 0)
  );
}

/** Its row is named, for no other purpose, and the number is of the cell's kind. */
function mayBeMeant(view: SentenceView, quantity: Quantity, cell: Candidate): boolean {
  const { scoped, number, row } = cell;
  if (row < NAMED || isNamedAsColumn(view, scoped, number)) return false;
  if (number.negative && quantity.sign >= 0) return false;
  if (unitIn(view, scoped, quantity, number.column) < FITTING_UNIT || isFarOff(quantity, cell)) return false;
  // `beaten just 22 times`
  if (
    quantity.decimals === 0 &&
    significantDigits(quantity.text) < TELLING_DIGITS &&
    !isColumnSaid(view, quantity, cell)
  )
    return false;
  if (isComparand(view, quantity, cell) || isInOtherClause(view, quantity, cell)) return false;
  return ownerOf(view, quantity)?.rows.has(number.row) !== false;
}

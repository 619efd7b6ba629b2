import { derived } from '../tables/derived.ts';
import type { Table } from '../tables/table.ts';
import { isColumnsName, isTotalRow } from './aggregate.ts';
import type { Anchors } from './anchors.ts';
import { cellBesidePartner, slipBesidePartner } from './beside-partner.ts';
import { type Candidate, FAINT, HALF_NAMED, NAMED } from './candidates.ts';
import { sentenceBefore } from './clause.ts';
import { columnStats, comparable, UNSAID_ANYWHERE } from './column-stats.ts';
import { isComparand, isInOtherClause, isToldOf } from './comparand.ts';
import { significantDigits } from './compare.ts';
import {
  comesFrom,
  isCorrection,
  isOfAnotherThing,
  isOfAnotherTime,
  isWhole,
  saysElsewhere,
} from './elsewhere.ts';
import { type Fit, isNamedInFull } from './fit.ts';
import { inColumn, isClose, isFarOff, isOutside, isSlipOf, isWhatItSays } from './in-column.ts';
import {
  belongsToName,
  countsThings,
  countsUnknownThings,
  measuresSomethingElse,
  saysOtherMeasure,
} from './measure.ts';
import { openCells } from './open-cells.ts';
import type { Quantity } from './quantity.ts';
import { isColumnSaid, saidFirst } from './said-column.ts';
import { sameCell } from './scoped.ts';
import { FEWEST_MOVED, pointMoved, slipInColumn } from './slips-in-column.ts';
import { isSaidToBeExtreme } from './superlative.ts';
import {
  ANOTHER_TIME,
  COUNTS,
  COUNTS_ELSE,
  ELSEWHERE,
  FAR,
  KIN,
  OF_NAME,
  OTHER_CLAUSE,
  OTHER_MEASURE,
  OUTSIDE,
  ROUND,
} from './suspicion-marks.ts';
import type { SentenceView } from './view.ts';

export interface Suspicion {
  /** About 0 to 1.3: how sure it is that the number is wrong. */
  readonly score: number;
  /** The cells that it may speak of, best first. */
  readonly candidates: readonly Candidate[];
  /** A cell of which the number is a slip of the pen: digits swapped, point moved. */
  readonly near: Candidate | undefined;
  /** It is a slip of some cell that may be meant, or has the digits of one. */
  readonly slip: boolean;
  /** One of the cells is about as large as the number. */
  readonly close: boolean;
  /** Marks that were given, for explanations. */
  readonly marks: readonly string[];
}

export const NO_SUSPICION: Suspicion = {
  score: 0,
  candidates: [],
  near: undefined,
  slip: false,
  close: false,
  marks: [],
};

/** What the other numbers of the passage tell: cells that they agree with. */
export interface Siblings {
  readonly inSentence: readonly Fit[];
  /** All cells that another number of the sentence agrees with, best named first. */
  readonly fitsOf: (other: Quantity) => readonly Fit[];
  readonly inBlock: readonly Fit[];
  readonly anchors: Anchors;
}

const SUPERLATIVE =
  /(?<!\p{L})(?:best|highest|lowest|largest|smallest|greatest|maximum|minimum|state-of-the-art|fastest|slowest|peak)(?!\p{L})/iu;

const hasLetters = ({ scoped, number }: Candidate): boolean =>
  /\p{L}/u.test(scoped.table.columns[number.column]!.header);

/** From here on a number that stands nowhere is called wrong, if the page as a whole is to be trusted so far; see `page-trust.ts`. */
export const ABSENT = 0.3;

/** How suspicious a number is that stands in no table in scope and follows from none. */
export function suspectAbsent(view: SentenceView, quantity: Quantity, siblings: Siblings): Suspicion {
  const named = suspectAmong(view, quantity, siblings, openCells(view, quantity, siblings));
  // `1.9745 against 1.1638`: a slip of a cell in the partner's column says more than a name.
  const slip = named.near ? undefined : slipBesidePartner(view, quantity, siblings);
  const beside = cellBesidePartner(view, quantity, siblings);
  const isNamed = !beside || named.candidates.some(other => sameCell(other, beside));
  const rivals = named.score >= ABSENT && isNamed ? [slip] : [slip, beside];
  for (const cell of rivals) {
    if (!cell) continue;
    const suspicion = suspectAmong(view, quantity, siblings, [cell]);
    if (suspicion.score >= ABSENT) return suspicion;
  }
  return named;
}

function suspectAmong(
  view: SentenceView,
  quantity: Quantity,
  siblings: Siblings,
  all: readonly Candidate[],
): Suspicion {
  const open = all.filter(candidate => !isSignedAmongPlain(quantity, candidate));
  const sized = open.filter(candidate => !isFarOff(quantity, candidate));
  const candidates = saidFirst(view, quantity, sized.length > 0 ? sized : open);
  const best = candidates[0] && (notComparand(view, quantity, candidates) ?? candidates[0]);
  if (!best || comesFrom(view, quantity) || isCorrection(view, quantity)) return NO_SUSPICION;
  if (isOfAnotherThing(view, quantity, best) || isWhole(view, quantity)) return NO_SUSPICION;
  if (open.some(candidate => isWhatItSays(quantity, candidate))) return NO_SUSPICION;
  const marks: string[] = [];
  let score = 0;
  const add = (mark: string, points: number): void => {
    marks.push(`${mark} ${points.toFixed(2)}`);
    score += points;
  };
  const otherClause = isInOtherClause(view, quantity, best);
  const rowNamed = best.row >= NAMED && !isComparand(view, quantity, best) && !otherClause;
  const columnNamed = best.column >= NAMED;
  if (rowNamed && columnNamed)
    add('row and column named', best.row >= 0.9 && best.column >= 0.9 ? 0.6 : 0.55);
  else if (rowNamed && best.openColumns === 1) add('row named, one column', 0.5);
  else if (rowNamed && best.row >= 0.85 && best.column >= HALF_NAMED && hasLetters(best))
    add('row named, column half named', 0.45);
  else if (rowNamed) add('row named', 0.32);
  else if (columnNamed) add('column named', 0.26);
  else if (best.row >= FAINT && best.openColumns === 1) add('row faintly named, one column', 0.25);
  else add('nothing named', siblings.inSentence.length > 0 ? 0.05 : 0);

  const pool = [
    best,
    ...candidates.filter(candidate => candidate !== best && candidate.score >= best.score * 0.5),
  ];
  const digits = significantDigits(quantity.text);
  // A single digit with its point moved is about as large as many a cell.
  const near = pool.find(
    ({ number, scoped }) =>
      digits > 1 && significantDigits(number.text) > 1 && isSlipOf(quantity, { scoped, number }),
  );
  const moved = !near && digits >= 3 && slipInColumn(view, quantity);
  let slip = near !== undefined || moved;
  if (near && near.row >= NAMED)
    add('slip of a named cell', digits >= 3 ? 0.35 : isOutside(quantity, near) ? 0.25 : 0.15);
  else if (near) add('slip of a cell in the column', slipWorth(quantity, near, digits, columnNamed));
  else if (moved) add('slip of a cell in a named column', 0.2);
  else if (digits >= 4 && pointMoved(view, quantity)) {
    slip = true;
    add('the digits of a cell, the point moved', 0.35);
  }
  const close = pool.some(candidate => isClose(quantity, candidate));
  if (close) add('near a named cell', 0.08);
  const stats = columnStats(best.scoped.table)[best.number.column]!;
  const { size, decimals } = inColumn(quantity, best.scoped, best.number);
  const inside = size >= stats.min * 0.8 && size <= stats.max * 1.2;
  if (!near && !moved && !close) add(inside ? FAR : OUTSIDE, -0.2);
  if (decimals > 0 && decimals === stats.decimals) add('decimals of the column', 0.08);
  if (decimals > stats.decimals && !near) add('more decimals than the column', -0.08);
  if (isRound(quantity) && !near && !isPlainlySaid(view, quantity, best)) add(ROUND, -0.3);
  if (isOfWholeRow(quantity, best)) add('of a row of whole numbers', -0.5);
  if (digits >= 3) add('three digits', 0.12);
  else if (!rowNamed) add('few digits and no row', -0.15);
  else if (digits < 2 && !near) add('a single digit', isPlainlySaid(view, quantity, best) ? 0 : -0.3);

  const kin = siblings.inSentence.filter(fit => isKin(fit, pool));
  if (kin.length > 0) add(KIN, Math.min(0.1 + 0.06 * kin.length, 0.25));
  else if (siblings.inBlock.some(fit => isKin(fit, pool))) add('other numbers of the passage agree', 0.07);

  if (best.row >= HALF_NAMED && best.column >= HALF_NAMED && isSaidToBeExtreme(view, quantity, best))
    add('said to be the most or the least, as the cell is', 0.25);
  if (!rowNamed && columnNamed && SUPERLATIVE.test(view.text))
    add('the most or the least of the column', 0.1);
  if (!rowNamed) add('nothing says whose it is', -0.08);
  if (!columnNamed && best.unit < 1) add('of a unit that the column does not say', -0.08);
  else if ((best.unit < 0.5 || best.unit === UNSAID_ANYWHERE) && !near && !close)
    add('of a unit that the column does not say', -0.4);

  // Which rows a mean or a total is of, few sentences say; it hardly has the digits of a cell.
  const hasDigits = near && Math.min(digits, significantDigits(near.number.text)) >= FEWEST_MOVED;
  if (quantity.aggregate && !isAggregate(best) && !(hasDigits && columnNamed))
    add('a mean or a total', isNamedAlone(view, best) && !isAmongRow(quantity, best) ? -0.2 : -0.5);
  if (quantity.approximate) add('hedged', -0.1);
  if (quantity.bound) add('a bound', -0.3);
  if (quantity.decimals === 0 && quantity.size <= 12)
    add('a small whole number', isPlainlySaid(view, quantity, best) ? -0.2 : -0.5);
  else if (quantity.decimals === 0 && quantity.unit === '' && digits <= 2)
    add('a whole number', stats.decimals > 0 ? -0.12 : -0.04);
  if ((stats.decimals > 0 || stats.percent || stats.unit === '%') && countsThings(view, quantity))
    add(COUNTS, -0.5);
  else if (countsUnknownThings(view, quantity))
    add(
      COUNTS_ELSE,
      (near && (rowNamed || columnNamed)) || (quantity.decimals === 0 && isNamedInFull(best)) ? -0.15 : -0.5,
    );
  else if (saysOtherMeasure(view, quantity)) add(OTHER_MEASURE, near && digits >= 3 ? -0.15 : -0.5);
  else if (measuresSomethingElse(view, quantity))
    add(OTHER_MEASURE, (near && digits >= 3) || isColumnSaid(view, quantity, best) ? -0.15 : -0.3);
  if (belongsToName(view, quantity)) add(OF_NAME, -0.7);
  const rivals = pool.filter(
    ({ scoped, score: other }) => scoped !== best.scoped && other >= best.score * 0.8,
  );
  if (rivals.length > 0) add('several tables', -0.2);
  if (best.scoped.table.format === 'gfm') add('a table of the page', -0.3);
  if (saysElsewhere(view)) add(ELSEWHERE, -0.25);
  if (isOfAnotherTime(view, quantity, best)) add(ANOTHER_TIME, -0.6);
  if (otherClause) add(OTHER_CLAUSE, -0.3);
  return { score, candidates: likeliestFirst(quantity, pool, near), marks, near, slip, close };
}

export const isOnlyNumber = ({ sentence }: SentenceView, quantity: Quantity): boolean =>
  sentence.quantities.every(other => other === quantity || other.noClaim !== undefined);

const IS = /(?<!\p{L})(?:is|was|are|were|had|has|have)\s(?:an?\s(?:\p{L}+\s){1,3}of\s)?$/iu;

/** `The roll of East Gore is 9`: all that a short sentence says is one cell, by its full names. */
export const isPlainlySaid = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number, row, column }: Candidate,
): boolean =>
  row >= IN_FULL &&
  column >= IN_FULL &&
  isOnlyNumber(view, quantity) &&
  (IS.test(sentenceBefore(view, quantity)) ||
    (WITH.test(sentenceBefore(view, quantity)) && isColumnSaid(view, quantity, { scoped, number })));
/** `was the top scorer with 8 goals`. */
const WITH = /(?<!\p{L})with\s$/iu;
const IN_FULL = 0.95;

/** `above 10,000`, `some 50 of them`: people set marks and count off in such numbers. */
const isRound = ({ text }: Quantity): boolean => /^[1-9](?:0|[0,]*00)$/.test(text);

const AS_WELL = 0.99;

/** Of cells that are named as well as the first one that comes first which the number is a slip of, or else is about as large as. */
function likeliestFirst(
  quantity: Quantity,
  pool: readonly Candidate[],
  near: Candidate | undefined,
): readonly Candidate[] {
  const [best] = pool;
  if (!best || near === best || (!near && isClose(quantity, best))) return pool;
  const likely = near ?? pool.find(cell => cell.score >= best.score * AS_WELL && isClose(quantity, cell));
  return !likely || likely.score < best.score * AS_WELL
    ? pool
    : [likely, ...pool.filter(cell => cell !== likely)];
}

const ABOUT_AS_WELL = 0.8;

/** Of candidates that are named about as well as the first one, the first whose row is not what something else is compared with. */
const notComparand = (
  view: SentenceView,
  quantity: Quantity,
  candidates: readonly Candidate[],
): Candidate | undefined => {
  const asWell = candidates.filter(
    ({ row, score }) => row >= NAMED && score >= candidates[0]!.score * ABOUT_AS_WELL,
  );
  return (
    asWell.find(candidate => isToldOf(view, quantity, candidate)) ??
    asWell.find(candidate => !isComparand(view, quantity, candidate))
  );
};

/** `worth +2,397` beside a column whose numbers have no sign. */
const isSignedAmongPlain = ({ sign }: Quantity, { scoped, number }: Candidate): boolean =>
  sign > 0 &&
  !columnStats(scoped.table)[number.column]!.negatives &&
  !derived(scoped.table, signedColumns).has(number.column);

/** The columns in which some cell says plus. */
const signedColumns = ({ rows }: Table): ReadonlySet<number> =>
  new Set(rows.flatMap(row => row.flatMap(({ text }, column) => (/^\s*\+/.test(text) ? [column] : []))));

const FEWEST_IN_ROW = 2;

/** A number with decimals where each row measures something of its own, and this one counts. */
export function isOfWholeRow(quantity: Quantity, { scoped, number }: Candidate): boolean {
  if (quantity.decimals === 0 || quantity.unit !== '') return false;
  const cells = scoped.numbers.inRow(number.row).filter(cell => cell !== undefined);
  if (cells.length < FEWEST_IN_ROW || cells.some(({ decimals }) => decimals > 0)) return false;
  for (const { decimals } of scoped.numbers.inColumn(number.column)) if (decimals > 0) return true;
  return false;
}

/** The cell itself is a mean or a total, by its row or its column. */
const isAggregate = ({ scoped, number }: Candidate): boolean =>
  isTotalRow(scoped, number.row) || isColumnsName({ scoped, column: number.column });

/** The sentence names the row by a name that no other row has: `in the north` may be several. */
const isNamedAlone = (view: SentenceView, { scoped, number }: Candidate): boolean =>
  view
    .naming(scoped.table)
    .own.row(number.row)
    ?.by.some(({ label, quality }) => label.ids.length === 1 && quality >= HALF_NAMED) ?? false;

/** `Averaged over five of them A has 77.7`: a mean of some of the row's values, whichever. */
function isAmongRow({ aggregate, size }: Quantity, { scoped, number }: Candidate): boolean {
  if (aggregate !== 'mean') return false;
  const stats = columnStats(scoped.table);
  const cells = scoped.numbers
    .inRow(number.row)
    .filter(cell => cell !== undefined)
    .filter(cell => comparable(stats[cell.column]!, stats[number.column]!));
  return cells.some(cell => cell.size < size) && cells.some(cell => cell.size > size);
}

/** What a slip of a cell is worth whose row is not named. */
function slipWorth(quantity: Quantity, near: Candidate, digits: number, columnNamed: boolean): number {
  if (digits >= 4) return 0.25;
  if (digits < 3 || (!columnNamed && near.row < HALF_NAMED && near.column < HALF_NAMED)) return 0;
  const isNamedAtAll = near.row >= FAINT && near.column >= HALF_NAMED;
  if ((columnNamed || isNamedAtAll) && isOutside(quantity, near)) return 0.15;
  return isClose(quantity, near) ? 0.1 : 0;
}

export const isKin = (fit: Fit, pool: readonly Candidate[]): boolean =>
  pool.some(
    ({ scoped, number }) =>
      fit.scoped === scoped && (fit.number.row === number.row || fit.number.column === number.column),
  );

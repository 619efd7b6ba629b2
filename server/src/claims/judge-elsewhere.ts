import { isTotalRow, worth } from './aggregate.ts';
import { isNamedAside, isNamedByUnit, saysUnknownCondition } from './bystander.ts';
import { type Candidate, candidatesOf, FAINT, NAMED } from './candidates.ts';
import { sentenceBehind } from './clause.ts';
import { isComparand } from './comparand.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { isCorrection, isOfAnotherTime, isWhole } from './elsewhere.ts';
import { type Fit, isNamedInFull } from './fit.ts';
import { isFarOff, isSlipOf } from './in-column.ts';
import { isKin, isOfWholeRow, NO_SUSPICION, type Siblings, type Suspicion } from './judge-value.ts';
import { belongsToName, measuresSomethingElse } from './measure.ts';
import { pairsWith } from './number-pairs.ts';
import { ofItsStep } from './open-cells.ts';
import { haveOneName, isFinerThanColumn, isLongerMeasure } from './other-column.ts';
import { extendsName, isNamedInScattered, whyAnotherRow } from './other-row.ts';
import { type Owner, ownerOf } from './owner.ts';
import type { Quantity } from './quantity.ts';
import { hasParticle, isColumnSaid, saidFirst } from './said-column.ts';
import { columnRightAt } from './said-right-at.ts';
import { sameCell } from './scoped.ts';
import { isExtreme, isSaidToBeExtreme } from './superlative.ts';
import type { SentenceView } from './view.ts';

/** By how many points two things differ no column says, unless it counts them. */
export const isInPoints = ({ unit }: Quantity, { scoped, number }: Candidate): boolean =>
  unit === 'point' && !POINTS.test(scoped.table.columns[number.column]!.header);
const POINTS = /(?<!\p{L})(?:points?|pts|scores?|marks?)(?!\p{L})/iu;

/** Below this a column is in another unit than the number. */
const OTHER_UNIT = 0.3;

/** What each reason to look for another row than the named one takes. */
const OF_ANOTHER_ROW = 0.3;

/**
 * How suspicious a number is that stands in the table, but in a row that nothing in its sentence names, or in a column
 * that it cannot mean, while one row and one column are named that say something else. Whoever may own the number owns it.
 */
export function suspectElsewhere(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): Suspicion {
  // `weighed in at 82.40 kg` beside `Body weight`, which says no unit: a name in part says that it may be meant.
  const mayBeOwn = (fit: Fit): boolean => fit.unit >= OTHER_UNIT || fit.column >= FAINT || isNamedInFull(fit);
  const byRow = fits.every(fit => fit.row < 0.2 || !mayBeOwn(fit));
  const owner = ownerOf(view, quantity);
  // Most numbers agree with a cell whose names stand there: nothing more need be looked at.
  if (!byRow && !owner && fits.some(fit => fit.column >= 0.25 && fit.row >= 0.2)) return NO_SUSPICION;
  if (quantity.bound || isCorrection(view, quantity)) return NO_SUSPICION;
  if (goesAlong(view, quantity, fits, siblings)) return NO_SUSPICION;
  const all = withoutQuoted(
    ofItsStep(view, quantity, siblings, candidatesOf(view, quantity)),
    view,
    siblings,
  );
  const sized = all.filter(candidate => !isFarOff(quantity, candidate));
  const candidates = saidFirst(view, quantity, sized.length > 0 ? sized : all);
  const best = candidates[0];
  if (!best || isInPoints(quantity, best)) return NO_SUSPICION;
  const ownRows = view.naming(best.scoped.table).own.rows;
  const rows = [...ownRows].filter(([, named]) => named.score >= NAMED).map(([row]) => row);
  if (best.row < 0.75 || !rows.includes(best.number.row)) {
    const group = namedGroup(view, best);
    if (!group || isOfWhole(quantity, best, group)) return NO_SUSPICION;
  }
  if (isNamedAside(view, quantity, best) || isWhole(view, quantity)) return NO_SUSPICION;
  if (isNamedByUnit(view, quantity, best)) return NO_SUSPICION;
  if (isOfWholeRow(quantity, best)) return NO_SUSPICION;
  if (owner) {
    const said = columnRightAt(view, quantity, owner.scoped);
    const isOfOwner = ({ scoped, number }: Fit): boolean =>
      scoped === owner.scoped &&
      owner.rows.has(number.row) &&
      (said === undefined || said !== owner.column || said === number.column);
    if (fits.some(fit => isOfOwner(fit) && mayBeOwn(fit))) return NO_SUSPICION;
    const suspicion = ownedElsewhere(view, quantity, owner, fits, candidates);
    if (suspicion.score > 0)
      return !view.narrowed && saysUnknownCondition(view, quantity, best) ? NO_SUSPICION : suspicion;
  }
  const byColumn =
    !byRow &&
    !hasParticle(view, quantity) &&
    isColumnSaid(view, quantity, best) &&
    !isLongerMeasure(view, best) &&
    !isFinerThanColumn(quantity, best) &&
    fits.every(
      fit =>
        fit.row < 0.2 ||
        (!haveOneName(fit, best) && (fit.column < 0.25 || !isColumnSaid(view, quantity, fit))),
    );
  if (!byRow && !byColumn) return NO_SUSPICION;

  // `57.9 on A against 56.6 for the largest`: of a column that the sentence names as well as that of the named row's cell.
  const isInItsColumn = fits.some(fit => fit.number.column === best.number.column);
  if (
    byRow &&
    !isInItsColumn &&
    fits.some(fit => fit.column >= NAMED && fit.column >= best.column) &&
    !isColumnSaid(view, quantity, best)
  )
    return NO_SUSPICION;

  // `MAE is 34.8 and that of B 59.2`, both of the one column that is called so in part, and none of the other.
  const isBesideOther = (column: number): boolean =>
    siblings.inSentence.some(({ scoped, number }) => scoped === best.scoped && number.column === column);
  if (
    byRow &&
    best.column < NAMED &&
    !isBesideOther(best.number.column) &&
    fits.some(fit => fit.column >= FAINT && fit.column >= best.column && isBesideOther(fit.number.column))
  )
    return NO_SUSPICION;

  // `33,695 sentences and target word pairs`: what is counted is called more than the table calls it.
  if (AND_MORE.test(sentenceBehind(view, quantity)) && quantity.decimals === 0 && quantity.unit === '')
    return NO_SUSPICION;

  // `overall` and `in total` say more often how much than of which row.
  if (byRow && isTotalRow(best.scoped, best.number.row)) return NO_SUSPICION;

  const marks: string[] = [byRow ? 'another row' : 'another column'];
  let score = 0.5;
  if (best.column >= 0.75) score += 0.3;
  else if (best.openColumns === 1) score += 0.2;
  else if (fits.every(fit => fit.number.column === best.number.column)) score += 0.1;
  const isSaidTwice =
    byRow && best.column >= NAMED && isSaidToBeExtreme(view, quantity, best) && !fits.some(isExtreme);
  // `The average is 82.1, 0.9 above A and 1.8 above B`: by chance a cell of A as well, and the average of a row that is not named.
  if ((byRow || isInItsColumn) && !isSaidTwice)
    for (const reason of whyAnotherRow(view, quantity, best, fits)) {
      score -= OF_ANOTHER_ROW;
      marks.push(reason);
    }
  if (byColumn && isComparand(view, quantity, best)) {
    score -= OF_ANOTHER_ROW;
    marks.push('the named row is what it is compared with');
  }
  if (siblings.inSentence.some(fit => isKin(fit, [best]))) score += 0.05;
  if (byRow && !view.narrowed && moreNumbersThanRows(view, quantity, best, siblings, rows.length)) {
    score -= 0.25;
    marks.push('more numbers than names');
  }
  if ((quantity.decimals === 0 && quantity.size <= 12) || significantDigits(quantity.text) <= 1)
    score -= isSaidInFull(best) && rows.length === 1 ? 0.25 : 0.4;
  if (quantity.approximate) score -= 0.15;
  if (measuresSomethingElse(view, quantity)) {
    score -= best.column >= NAMED ? 0.15 : 0.3;
    marks.push('measures something else');
  }
  if (belongsToName(view, quantity) || isOfAnotherTime(view, quantity, best)) return NO_SUSPICION;
  if (best.scoped.table.format === 'gfm') score -= 0.05;
  if (!fits.some(fit => fit.scoped === best.scoped)) score -= 0.3;
  const rivals = candidates.filter(
    ({ scoped, score: other }) => scoped !== best.scoped && other >= best.score * 0.8,
  );
  if (rivals.length > 0) score -= 0.2;
  const near = isSlipOf(quantity, best) ? best : undefined;
  return {
    score,
    candidates: candidates.filter(candidate => candidate.score >= best.score * 0.8),
    marks,
    near,
    slip: near !== undefined,
    close: true,
  };
}

const AND_MORE = /^\s\p{Ll}{3,}s\s(?:and|or)\s(?:\p{Ll}+\s){0,2}\p{Ll}{3,}s(?!\p{L})(?!\s(?:and|or)\s?\d)/u;

const MOST_OF_GROUP = 3;
const NAMED_IN_FULL = 0.85;

/** The rows among which a cell's is that the sentence names by what they have in common, `DCGCN (ours)` once small and once large: it is of one of them. */
const namedGroup = (view: SentenceView, { scoped, number }: Candidate): readonly number[] | undefined =>
  view
    .mentionsOf(scoped.table, 'row', number.row, NAMED_IN_FULL)
    .find(
      ({ label, dominated }) =>
        dominated === 0 &&
        label.ids.length > 1 &&
        label.ids.length <= MOST_OF_GROUP &&
        label.ids.length * 2 <= scoped.table.rows.length &&
        label.words.some(word => !word.numeric),
    )?.label.ids;

/** `With Marlow 45 episodes were made`: all rows of the group come to that, or their mean does. */
function isOfWhole(
  { size, step }: Quantity,
  { scoped, number }: Candidate,
  rows: readonly number[],
): boolean {
  const numbers = rows.flatMap(row => scoped.numbers.inRow(row)[number.column] ?? []);
  return (['total', 'mean'] as const).some(
    kind => Math.abs(Math.abs(worth(kind, numbers).value) - size) <= step / 2,
  );
}

const IN_FULL = 0.95;

/** Row and column are both said in full. */
export const isSaidInFull = ({ row, column }: Candidate): boolean => row >= IN_FULL && column >= IN_FULL;

/** `improves it from 0.60 to 0.69`: both stand in one row, or in one column: the table has the step. */
const goesAlong = (
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): boolean =>
  pairsWith(view, quantity).some(({ a, b, kind }) => {
    const other = a === quantity ? b : a;
    if (kind === 'versus')
      return fits.some(fit => fitsOf(other).some(named => isBesideNamed(view, fit, named)));
    // `a decline for A, from 66.98 to 51.75`: what it was before may be of a row that is not named.
    if (
      kind === 'steps' &&
      a === quantity &&
      fits.some(fit => fitsOf(other).some(named => isAfter(view, fit, named)))
    )
      return true;
    const isTelling = [quantity, other].every(({ text }) => significantDigits(text) >= TELLING_DIGITS);
    const others = fitsOf(other).filter(({ row }) => isTelling || row >= FAINT);
    return fits.some(fit =>
      others.some(other => fit.scoped === other.scoped && fit.number.row === other.number.row),
    );
  });

/** The other is of a row that is called by the only name in the sentence, and both are of one column. */
const isAfter = (view: SentenceView, fit: Fit, named: Fit): boolean =>
  named.row >= NAMED &&
  fit.scoped === named.scoped &&
  fit.number.column === named.number.column &&
  namesOfRows(view, fit) === 1;

/** `adds nearly nothing nearby (10.9 vs. 10.8)`: the second is of the only row that is named, the first of the same column. */
const isBesideNamed = (view: SentenceView, fit: Fit, named: Fit): boolean =>
  named.row >= NAMED &&
  fit.scoped === named.scoped &&
  fit.number.column === named.number.column &&
  [...view.naming(fit.scoped.table).own.rows.values()].filter(({ score }) => score >= NAMED).length === 1;

/** How many names of rows the sentence has; several rows may be called by one. */
const namesOfRows = (view: SentenceView, { scoped }: Fit): number =>
  new Set(
    view
      .naming(scoped.table)
      .mentions.flatMap(({ label, quality, dominated }) =>
        label.axis === 'row' && quality >= NAMED && dominated === 0 ? [label.text] : [],
      ),
  ).size;

const AS_WELL_NAMED = 0.8;

/** The cells that no other number of the sentence quotes, where some are left that are named about as well. */
function withoutQuoted(
  candidates: readonly Candidate[],
  view: SentenceView,
  siblings: Siblings,
): readonly Candidate[] {
  if (view.narrowed) return candidates;
  const free = candidates.filter(candidate => !siblings.inSentence.some(fit => sameCell(fit, candidate)));
  const isAsWell = free[0] !== undefined && free[0].score >= candidates[0]!.score * AS_WELL_NAMED;
  return isAsWell ? free : candidates;
}

/** The grammar says whose the number is, and it stands in none of that row's cells. */
function ownedElsewhere(
  view: SentenceView,
  quantity: Quantity,
  owner: Owner,
  fits: readonly Fit[],
  candidates: readonly Candidate[],
): Suspicion {
  const { scoped, rows, column } = owner;
  if (!fits.some(fit => fit.scoped === scoped) || fits.some(fit => fit.scoped !== scoped))
    return NO_SUSPICION;
  const own = candidates.filter(
    candidate =>
      candidate.scoped === scoped &&
      rows.has(candidate.number.row) &&
      (column === undefined || candidate.number.column === column),
  );
  const [best] = own;
  if (!best || (quantity.decimals === 0 && quantity.size <= 12) || quantity.approximate) return NO_SUSPICION;
  if (fits.some(fit => extendsName(fit, best) || isNamedInScattered(view, fit, best))) return NO_SUSPICION;
  if (fits.some(fit => fit.row >= NAMED && isNamedBeside(view, fit, rows))) return NO_SUSPICION;
  const near = isSlipOf(quantity, best) ? best : undefined;
  const score = column === undefined && best.openColumns > 1 && best.column < NAMED ? 0.7 : 0.85;
  return {
    score,
    candidates: own,
    marks: ['owned by another row'],
    near,
    slip: near !== undefined,
    close: true,
  };
}

const BESIDE = /^(?:\s(?:and|or|&)\s|,\s(?:and\s)?)(?:the\s|an?\s)?(?:[\p{L}-]+\s)?$/iu;

/** `only the RFM and demographic variables`: the one name is part of what is called by the other. */
const isNamedBeside = (view: SentenceView, { scoped, number }: Fit, rows: ReadonlySet<number>): boolean => {
  const { words, block } = view.reading;
  const own = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
  return [...rows].some(row =>
    view
      .mentionsOf(scoped.table, 'row', row, FAINT)
      .some(other =>
        own.some(mention =>
          BESIDE.test(block.text.slice(words[mention.words.at(-1)!]!.end, words[other.words[0]!]!.start)),
        ),
      ),
  );
};

/** Two numbers of one column and one name: the other number has a row that is not named. */
function moreNumbersThanRows(
  view: SentenceView,
  quantity: Quantity,
  best: Candidate,
  siblings: Siblings,
  rows: number,
): boolean {
  const claimed = view.sentence.quantities.filter(
    other =>
      !other.noClaim &&
      other.role === 'value' &&
      other !== quantity &&
      !siblings.fitsOf(other).some(({ row, number }) => row >= NAMED && number.column !== best.number.column),
  );
  if (claimed.length < rows) return false;
  return (
    siblings.inSentence.some(fit => fit.number.column === best.number.column) ||
    siblings.inSentence.length < claimed.length
  );
}

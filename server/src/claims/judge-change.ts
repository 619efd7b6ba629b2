import { isAcrossMeasures, isAlong } from './across-measures.ts';
import { isColumnsName } from './aggregate.ts';
import { type ComparandRows, isAnchored, isAnchoredByFew, isFromQuotedBefore } from './anchored-change.ts';
import { isOfOthers, operandOf } from './arithmetic.ts';
import { NAMED } from './candidates.ts';
import {
  AWAY,
  EACH_BEHIND,
  isAcrossUnits,
  isFromUnrounded,
  isInNamedRow,
  isOfBoth,
  isOfEach,
  isOfLaterClause,
  isOfNoColumn,
  isOfOdds,
  isOfOtherMean,
  isOfOtherMeasure,
  isOfOtherThings,
  isOnBaseOfHundred,
  isUnitOf,
  NAMED_AT_ALL,
  OF_CHANGES,
} from './change-of-others.ts';
import { sentenceBefore, sentenceBehind } from './clause.ts';
import { columnStats } from './column-stats.ts';
import { inColumns } from './columns-of-change.ts';
import { overlap, readings, significantDigits, TELLING_DIGITS } from './compare.ts';
import { areOneName, isNamedByColumn, isOneOfGroup } from './compared-rows.ts';
import { bestPair, type Derivation, derivationsOf, operand, type Pair } from './derive.ts';
import { saysUnknownBehind } from './doubts/other-measure.ts';
import { isOfAnotherTime, saysElsewhere } from './elsewhere.ts';
import { columnScore, type Fit } from './fit.ts';
import type { Siblings } from './judge-value.ts';
import { changeReadings } from './pair-readings.ts';
import { isDifferenceOfChanges, isDifferenceOfParts } from './parts-of-cells.ts';
import { expectedChange, isOfNamedLine, isPlausible } from './plausible-change.ts';
import { type Quantity, written } from './quantity.ts';
import { followsFromOwn } from './quoted.ts';
import { comparandOf, type QuotedPair, quotedPair } from './quoted-pair.ts';
import { columnsSaid } from './said-column.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** What became of a number that says by how much two things differ. */
export type ChangeJudgement =
  | { readonly kind: 'explained'; readonly derivation: Derivation }
  | {
      readonly kind: 'contradicted';
      readonly score: number;
      readonly best: Pair;
      readonly expected: string | undefined;
    }
  | { readonly kind: 'unsure' };

/** A pair that is named no better than this is there by chance. */
const CHANCE = 0.15;
/** The same as a share of the best named pair, where the sentence names two rows. */
const CHANCE_BESIDE = 0.3;
/** The same where one of them is what the other is set against, and both are named in full. */
const CHANCE_AGAINST = 0.5;
/** How surely the best named pair must be named before a number that it does not give is wrong. */
const SURE = 0.36;
/** The same where the number stands in the table somewhere else. */
const SURER = 0.5;
/** The same where the table is one that the page happens to hold. */
const SUREST = 0.65;

/** A change that no pair of cells gives, though two are named, is wrong. */
export function judgeChange(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): ChangeJudgement {
  const derivations = derivationsOf(view, quantity);
  const beside = quantity.bound ? undefined : quotedPair(view, quantity, siblings.fitsOf);
  // `a mean precision of 80.3, 6.0 points higher than A`: the mean is the column's own.
  const isOfMeans =
    beside && isColumnsName({ scoped: beside.pair.a.scoped, column: beside.pair.a.number.column });
  const quoted = quantity.aggregate && !isOfMeans ? undefined : beside;
  if (quoted?.gives) return { kind: 'explained', derivation: { ...quoted.pair, kind: 'difference' } };
  if (quoted && isWrong(view, quantity, quoted, derivations, siblings))
    return {
      kind: 'contradicted',
      score: 0.9,
      best: quoted.pair,
      expected: expectedChange(view, quantity, quoted.pair, siblings.fitsOf),
    };
  const inColumn = inColumns(view, quantity);
  const comparand = comparandRows(view, quantity);
  const named = bestPair(view, ofComparand(comparand, inColumn)) ?? bestOf(view, quantity, inColumn);
  const best = named && (plausibleOfRows(view, quantity, named, inColumn) ?? named);
  // `21 more than Scotland did`: the name may be a column's as well.
  const explaining = derivations.find(
    pair =>
      inColumn(pair) &&
      (isWithComparand(comparand, pair) ||
        (isAlong(pair) && (pair.named >= CHANCE_AGAINST || isOfNamedLine(view, pair)))),
  );
  const chance =
    best && twoRowsNamed(view, best) && !OURS.test(view.text)
      ? Math.max(
          CHANCE,
          (isSetAgainst(view, quantity, comparand, best) ? CHANCE_AGAINST : CHANCE_BESIDE) * best.named,
        )
      : CHANCE;
  if (explaining && explaining.named >= chance) return { kind: 'explained', derivation: explaining };
  if (
    !best ||
    quantity.bound ||
    isOfOtherMean(quantity, best) ||
    best.a.scoped.level !== view.nearest[0]?.level
  )
    return { kind: 'unsure' };
  if (quantity.decimals === 0 && quantity.size < 2) return { kind: 'unsure' };
  if (saysElsewhere(view) || isOfAnotherTime(view, quantity, best.a)) return { kind: 'unsure' };
  const explained = explaining?.named ?? 0;
  const needed = best.a.scoped.table.format === 'gfm' ? SUREST : fits.length > 0 ? SURER : SURE;
  if (
    derivations.some(
      pair =>
        isAnchored(view, quantity, pair) ||
        isAnchoredByFew(view, comparand, pair, siblings) ||
        isFromQuotedBefore(view, pair, siblings),
    ) ||
    isDifferenceOfParts(view, quantity) ||
    (OF_CHANGES.test(sentenceBefore(view, quantity)) && isDifferenceOfChanges(quantity, best)) ||
    isOfOtherThings(view, quantity, best) ||
    isOfOtherMeasure(view, quantity, best) ||
    saysUnknownBehind(view, quantity, best.a.scoped) ||
    EACH_BEHIND.test(sentenceBehind(view, quantity)) ||
    AWAY.test(sentenceBehind(view, quantity)) ||
    isOfOthers(sentenceBefore(view, quantity), sentenceBehind(view, quantity)) ||
    isOfEach(view, quantity, best) ||
    followsFromOwn(view, quantity) ||
    followsFromOneNamed(view, quantity, siblings) ||
    isOnBaseOfHundred(view, quantity) ||
    isFromUnrounded(quantity, best) ||
    isOfNoColumn(view, quantity, best) ||
    isOfOdds(view, quantity) ||
    !isUnitOf(view, quantity, best) ||
    isOfUnnamedColumn(view, best) ||
    isAcrossUnits(best) ||
    isOfBoth(view, quantity) ||
    !isPlausible(quantity, best) ||
    !isComparedHere(view, best) ||
    isOfLaterClause(view, quantity, best) ||
    isAcrossMeasures(view, quantity, best) ||
    best.named < needed ||
    fits.some(fit => (fit.row >= 0.2 && fit.column >= 0.2) || isInColumnOfChanges(fit))
  )
    return { kind: 'unsure' };
  return {
    kind: 'contradicted',
    score: 0.5 + 0.5 * (best.named - explained),
    best,
    expected: expectedChange(view, quantity, best, siblings.fitsOf),
  };
}

/** The column is named, and holds what goes both ways: changes. */
const isInColumnOfChanges = ({ scoped, number, column }: Fit): boolean =>
  column >= NAMED && columnStats(scoped.table)[number.column]!.negatives;

/** Nothing else that the sentence quotes or names in full gives the number, and it is about as large as what the pair gives. */
const isWrong = (
  view: SentenceView,
  quantity: Quantity,
  { pair, isOfBoth }: QuotedPair,
  derivations: readonly Derivation[],
  siblings: Siblings,
): boolean =>
  !(quantity.decimals === 0 && quantity.size < 2) &&
  !saysElsewhere(view) &&
  !isOfAnotherTime(view, quantity, pair.a) &&
  ((isOfBoth && quantity.unit === 'point') || isPlausible(quantity, pair)) &&
  !isFromUnrounded(quantity, pair) &&
  !derivations.some(
    other =>
      isAnchored(view, quantity, other) ||
      isFromQuotedBefore(view, other, siblings) ||
      other.named >= GIVEN_ELSEWHERE,
  ) &&
  !isDifferenceOfParts(view, quantity);

/** A pair of cells that is named as well as this may be meant, whatever stands behind `than`. */
const GIVEN_ELSEWHERE = 0.7;

/** `People reach 89.8, 15 points above Aster`: what sets a number that no table has against the cell of a row that is named. */
export function followsFromOneNamed(
  view: SentenceView,
  quantity: Quantity,
  { fitsOf }: Pick<Siblings, 'fitsOf'>,
): boolean {
  const wanted = readings(written(quantity));
  const others = view.sentence.quantities.filter(
    other =>
      other !== quantity &&
      other.noClaim === undefined &&
      significantDigits(other.text) >= TELLING_DIGITS &&
      fitsOf(other).length === 0,
  );
  return others.some(other =>
    view.nearest.some(scoped =>
      isInNamedRow(scoped, view.naming(scoped.table).own, number =>
        changeReadings(operandOf(other), operand({ scoped, number })).some(
          ({ kind, range }) => kind !== 'ratio' && overlap(range, wanted),
        ),
      ),
    ),
  );
}

/** The sentence itself names two rows of the table: then it compares those. */
const twoRowsNamed = (view: SentenceView, { a }: Pair): boolean =>
  [...view.naming(a.scoped.table).own.rows.values()].filter(({ score }) => score >= NAMED).length >= 2;

const comparandRows = (view: SentenceView, quantity: Quantity): ComparandRows =>
  new Map(view.tables.map(scoped => [scoped, comparandOf(view, quantity, { scoped })] as const));

/** `14 points ahead of B`: of one column, and one of them is B's. */
const ofComparand =
  (comparand: ComparandRows, inColumn: (pair: Pair) => boolean) =>
  (a: CellNumberRef, b: CellNumberRef): boolean => {
    const pair = { a, b, named: 0 };
    return (
      comparand.get(a.scoped) !== undefined &&
      a.number.column === b.number.column &&
      isWithComparand(comparand, pair) &&
      inColumn(pair)
    );
  };

const IN_FULL = 0.85;

/** The row that is compared may be one that is not named. */
const OURS = /(?<!\p{L})(?:ours?|we|proposed)(?!\p{L})/iu;
const THAN =
  /^(?:[^,;:.]|,(?!\s(?:and|but|though|although|while|whereas|which)\s)|\.\d)*(?<!\p{L})(?:than|compared (?:to|with)|relative to|versus|vs)(?!\p{L})/iu;

/** Both rows are named in full, and one is what the other is set against. */
const isSetAgainst = (
  view: SentenceView,
  quantity: Quantity,
  comparand: ComparandRows,
  { a, b }: Pair,
): boolean => {
  const { rows } = view.naming(a.scoped.table).own;
  return (
    a.number.row !== b.number.row &&
    !OURS.test(view.text) &&
    (comparand.get(a.scoped) !== undefined ||
      (THAN.test(sentenceBehind(view, quantity)) &&
        [...rows.values()].filter(({ score }) => score >= IN_FULL).length === 2)) &&
    [a, b].every(({ number }) => (rows.get(number.row)?.score ?? 0) >= IN_FULL)
  );
};

const AS_WELL_NAMED = 0.8;

/** `37 medals more than B` where the columns count medals of three kinds: of those that are named as well the one that may be meant. */
function plausibleOfRows(
  view: SentenceView,
  quantity: Quantity,
  { a, b, named }: Pair,
  inColumn: (pair: Pair) => boolean,
): Pair | undefined {
  if (a.number.column !== b.number.column || isPlausible(quantity, { a, b, named })) return undefined;
  const rows = [a.number.row, b.number.row];
  const other = bestPair(
    view,
    (x, y) =>
      x.scoped === a.scoped &&
      x.number.column === y.number.column &&
      rows.includes(x.number.row) &&
      rows.includes(y.number.row) &&
      inColumn({ a: x, b: y, named: 0 }) &&
      isPlausible(quantity, { a: x, b: y, named: 0 }),
  );
  return other && other.named >= named * AS_WELL_NAMED ? other : undefined;
}

/** `A outperforms B by 3.1`: two cells of which none is of B are not what it compares. */
function isWithComparand(comparand: ComparandRows, { a, b }: Pair): boolean {
  const row = comparand.get(a.scoped);
  return row === undefined || a.number.row === row || b.number.row === row;
}

/**
 * The pair that is named best. `Better by 52 % on the first turn and 34 % on the third`: a number with a column of its own is no change from
 * one column to another.
 */
function bestOf(view: SentenceView, quantity: Quantity, inColumn: (pair: Pair) => boolean): Pair | undefined {
  const best = bestPair(view);
  if (!best || best.a.number.row !== best.b.number.row) return best;
  const said = columnsSaid(view, quantity, best.a.scoped);
  if (said.length === 0 || [best.a, best.b].every(({ number }) => said.includes(number.column))) return best;
  return bestPair(view, (a, b) => a.number.column === b.number.column && inColumn({ a, b, named: 0 }));
}

/** The sentence itself names what it compares: two rows, or two columns of a row. */
function isComparedHere(view: SentenceView, { a, b }: Pair): boolean {
  const { own, wide } = view.naming(a.scoped.table);
  const isNamed = (named: { readonly score: number } | undefined): boolean => (named?.score ?? 0) >= NAMED;
  if (a.number.column === b.number.column) {
    const rows = [a, b].filter(
      cell => isNamed(own.rows.get(cell.number.row)) && !isNamedByColumn(view, cell),
    ).length;
    if ([a, b].some(cell => isOneOfGroup(view, cell)) || areOneName(view, a, b)) return false;
    // A table that the page happens to hold needs more.
    return rows === 2 || (rows === 1 && a.scoped.table.format !== 'gfm');
  }
  return (
    isNamed(own.columns.get(a.number.column)) &&
    isNamed(own.columns.get(b.number.column)) &&
    isNamed(wide.rows.get(a.number.row))
  );
}

/** Two rows of a column that nothing names, where there are others: the change may be of any of them, or of what the table has not. */
const isOfUnnamedColumn = (view: SentenceView, { a, b }: Pair): boolean =>
  a.number.column === b.number.column &&
  a.scoped.labels.measures.length > 1 &&
  columnScore(view, a.scoped, a.number.column) < NAMED_AT_ALL;

import { columnStats } from './column-stats.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { derivationsOf } from './derive.ts';
import { inColumn, isClose, isSlipOf } from './in-column.ts';
import type { Siblings, Suspicion } from './judge-value.ts';
import { ABSENT_WEIGHTS, type AbsentEvidence, BASE } from './likely/absent-weights.ts';
import { asCandidate, type LikelyCell, likelyCells } from './likely/likely-cells.ts';
import { weigh } from './likely/weights.ts';
import type { Quantity } from './quantity.ts';
import { ANOTHER_TIME, COUNTS, hasMark, OF_NAME, OTHER_MEASURE, ROUND } from './suspicion-marks.ts';
import type { SentenceView } from './view.ts';

/** Odds, as a natural logarithm, from which on a number is wrong. */
const SURE = 1.5;
/** As sure as that another number of the page that quotes the cell says nothing against it; see `page-trust.ts`. */
const SCORE = 0.8;
const FEWEST_SHARE = 0.003;

/**
 * The suspicion of a number that stands in no table, where all that is known of it makes it wrong, though names alone may not: it has the
 * digits of the likeliest cell, or its size. Undefined where it does not.
 */
export function weighAbsent(
  view: SentenceView,
  quantity: Quantity,
  suspicion: Suspicion,
  siblings: Siblings,
): Suspicion | undefined {
  const [scoped, ...more] = view.nearest;
  if (!scoped || more.length > 0 || view.narrowed || suspicion.candidates.length === 0) return undefined;
  // Which rows a mean or a total is of, few sentences say.
  if (quantity.aggregate) return undefined;
  const cells = likelyCells(view, quantity, scoped, siblings.fitsOf);
  const [likeliest] = cells;
  if (!likeliest) return undefined;
  if (BASE + weigh(evidenceOf(view, quantity, suspicion, cells), ABSENT_WEIGHTS) < SURE) return undefined;
  const likely = asCandidate(view, quantity, likeliest);
  const near = isSlipOf(quantity, likely) ? likely : suspicion.near;
  // What has its digits is meant, if names allow that.
  const best = near ?? likely;
  return {
    ...suspicion,
    score: Math.max(suspicion.score, SCORE),
    candidates: [best, ...suspicion.candidates.filter(cell => cell.number !== best.number)],
    near,
    slip: suspicion.slip || near !== undefined,
  };
}

function evidenceOf(
  view: SentenceView,
  quantity: Quantity,
  { score, slip, marks, candidates }: Suspicion,
  cells: readonly LikelyCell[],
): AbsentEvidence {
  const isTelling = significantDigits(quantity.text) >= TELLING_DIGITS;
  const likely = cells
    .filter(({ share }) => share >= FEWEST_SHARE)
    .map(cell => ({ cell, candidate: asCandidate(view, quantity, cell) }));
  const shareOf = (is: (candidate: (typeof likely)[number]['candidate']) => boolean): number =>
    likely.reduce((sum, { cell, candidate }) => (is(candidate) ? sum + cell.share : sum), 0);
  const [best] = candidates;
  const flag = (is: boolean): number => (is ? 1 : 0);
  return {
    score: Math.max(0, score - 0.3),
    highScore: Math.max(0, score - 0.6),
    isSlip: flag(slip && isTelling),
    slipShare: isTelling ? shareOf(cell => isSlipOf(quantity, cell)) : 0,
    closeShare: shareOf(cell => isClose(quantity, cell)),
    isSlipOfPoint: flag(
      slip &&
        best !== undefined &&
        inColumn(quantity, best.scoped, best.number).decimals >
          columnStats(best.scoped.table)[best.number.column]!.decimals,
    ),
    isWithinTenth: flag(candidates.some(cell => isWithinTenth(quantity, cell))),
    isDerived: flag(derivationsOf(view, quantity).length > 0),
    isOfOtherMeasure: flag(hasMark(marks, OTHER_MEASURE)),
    isRound: flag(hasMark(marks, ROUND)),
    counts: flag(hasMark(marks, COUNTS)),
    isOfName: flag(hasMark(marks, OF_NAME)),
    isOfAnotherTime: flag(hasMark(marks, ANOTHER_TIME)),
  };
}

const TENTH = 0.1;

function isWithinTenth(quantity: Quantity, { scoped, number }: Suspicion['candidates'][number]): boolean {
  const { size } = inColumn(quantity, scoped, number);
  return size > 0 && number.size > 0 && Math.abs(Math.log(size / number.size)) < TENTH;
}

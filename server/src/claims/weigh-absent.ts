import type { Candidate } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Derivation, derivationsOf } from './derive.ts';
import { inColumn, isClose, isSlipOf } from './in-column.ts';
import { ABSENT, type Siblings, type Suspicion } from './judge-value.ts';
import { ABSENT_WEIGHTS, type AbsentEvidence, BASE, DERIVED } from './likely/absent-weights.ts';
import { asCandidate, type LikelyCell, likelyCells } from './likely/likely-cells.ts';
import { flag, weigh } from './likely/weights.ts';
import type { Quantity } from './quantity.ts';
import { sameCell } from './scoped.ts';
import { hasMark, isOfElse, ROUND } from './suspicion-marks.ts';
import type { SentenceView } from './view.ts';

/** Odds, as a natural logarithm, from which on a number is wrong. */
const SURE = 1.75;
/** What one more is worth where a page must be trusted so far; see `page-trust.ts`. */
const A_POINT = 0.25;
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
  if (quantity.aggregate || quantity.approximate || isOfElse(suspicion.marks)) return undefined;
  const cells = likelyCells(view, quantity, scoped, siblings.fitsOf);
  const [likeliest] = cells;
  if (!likeliest) return undefined;
  const beforePairs = BASE + weigh(evidenceOf(view, quantity, suspicion, cells), ABSENT_WEIGHTS);
  if (beforePairs < SURE) return undefined;
  // To look for pairs takes longest, and they only speak against it.
  const derivations = derivationsOf(view, quantity);
  const odds = beforePairs + (derivations.length > 0 ? DERIVED : 0);
  if (odds < SURE) return undefined;
  // What names know of the cell says more than its share.
  const likely =
    suspicion.candidates.find(cell => sameCell(cell, likeliest)) ?? asCandidate(view, quantity, likeliest);
  if (derivations.some(pair => isOfItsRow(pair, likely))) return undefined;
  const near = isSlipOf(quantity, likely) ? likely : suspicion.near;
  // What has its digits is meant, if names allow that.
  const best = near ?? likely;
  return {
    ...suspicion,
    score: Math.max(suspicion.score, ABSENT + (odds - SURE) * A_POINT),
    candidates: [best, ...suspicion.candidates.filter(cell => cell !== best)],
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
  const shareOf = (is: (candidate: Candidate) => boolean): number =>
    likely.reduce((sum, { cell, candidate }) => (is(candidate) ? sum + cell.share : sum), 0);
  const [best] = candidates;
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
    isRound: flag(hasMark(marks, ROUND)),
  };
}

/** `where 1,456 speakers have gone`: two cells of the likeliest row differ by it. */
const isOfItsRow = ({ a, b, kind }: Derivation, { scoped, number }: Candidate): boolean =>
  (kind === 'difference' || kind === 'points') &&
  a.scoped === scoped &&
  a.number.row === number.row &&
  b.number.row === number.row;

const TENTH = 0.1;

function isWithinTenth(quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { size } = inColumn(quantity, scoped, number);
  return size > 0 && number.size > 0 && Math.abs(Math.log(size / number.size)) < TENTH;
}

/*
 * How much each piece of evidence says that a number is wrong which stands in no table and follows from none, in natural logarithms
 * of the odds.
 *
 * A logistic regression with a ridge on 562 such numbers of the same passages as the weights of cells, of which nothing says that
 * they are of something else; 520 of them were made wrong by swapped digits, moved points, or another size. What told nothing was
 * left out.
 */

export interface AbsentEvidence {
  /** The suspicion's score above 0.3, and above 0.6. */
  readonly score: number;
  readonly highScore: number;
  /** It has three digits or more, and is a slip of a cell that names say may be meant. */
  readonly isSlip: number;
  /** The share of the cells that it is a slip of, if it has three digits or more. */
  readonly slipShare: number;
  /** The share of the cells that it is about as large as. */
  readonly closeShare: number;
  /** A slip with more decimals than the column. */
  readonly isSlipOfPoint: number;
  /** A cell that names say may be meant is within a tenth of it: it may be the same, of another time or rounded. */
  readonly isWithinTenth: number;
  readonly isRound: number;
}

export const ABSENT_WEIGHTS: AbsentEvidence = {
  score: 2.24,
  highScore: 1.54,
  isSlip: 0.74,
  slipShare: 0.5,
  closeShare: 0.62,
  isSlipOfPoint: 0.68,
  isWithinTenth: -0.7,
  isRound: -1.43,
};

/** The odds without any evidence. */
export const BASE = 1.31;
/** What it says against it that some two cells give the number. */
export const DERIVED = -0.37;

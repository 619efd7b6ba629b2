/*
 * How much each piece of evidence says for a row, a column or a cell, in natural logarithms: one more makes it e times likelier.
 *
 * Fitted by maximum likelihood with a small ridge to 3,063 numbers in passages of papers, reports, encyclopedias and software
 * pages of many fields, each with the cell that it quotes, as readers labelled them; evidence that told nothing was left out. On
 * passages of sets that were left out of the fit the likeliest of all cells of a table is the right one for 62 % of the numbers, for
 * 96 % of those whose share is 0.9 or more.
 */

/** What there is to say of a row or a column beside a number; 0 or 1 where it does not say otherwise. */
export interface AxisEvidence {
  /** How surely the sentence names it, 0 to 1. */
  readonly own: number;
  readonly isOwnPlain: number;
  /** How surely the sentence or what is around it names it, 0 to 1. */
  readonly wide: number;
  /** The sentence names it, if only in part. */
  readonly isNamed: number;
  readonly isBefore: number;
  /** Words between name and number, in tens. */
  readonly words: number;
  /** The same, of five words at most. */
  readonly fewWords: number;
  /** The name stands behind the number, and another number between. */
  readonly isBehindNumber: number;
  /** Ends of clauses between, 3 at most. */
  readonly clauses: number;
  readonly isComparand: number;
  readonly isRightBehind: number;
  readonly isLastBefore: number;
  /** Another number stands right behind, or right before, the name. */
  readonly isBeforeOther: number;
  readonly isBehindOther: number;
  readonly isInOrder: number;
  /** The logarithm of how many rows share the name. */
  readonly shared: number;
  /** How many other numbers stand here and nowhere else, 3 at most. */
  readonly anchors: number;
  readonly isAnchored: number;
  /** How much more surely another one is named, as a negative number. */
  readonly behindOther: number;
  /** Another number of the sentence quotes a cell of it. */
  readonly isQuoted: number;
  /** The same times `own`. */
  readonly ownQuoted: number;
}

/** What there is to say of a column alone. */
export interface ColumnEvidence {
  /** How well the number's unit fits, 0 to 1. */
  readonly unit: number;
  readonly isOtherUnit: number;
  readonly sameDecimals: number;
  readonly moreDecimals: number;
  /** The number is about as large as those of the column. */
  readonly isInside: number;
  readonly isNegativeAmongPositive: number;
}

/** What is left out says nothing. */
export type Weights<Evidence> = { readonly [Key in keyof Evidence]?: number };

/** What is so, as evidence. */
export const flag = (is: boolean | undefined): number => (is ? 1 : 0);

/** All evidence, weighed and added up. */
export function weigh<Evidence extends object>(evidence: Evidence, weights: Weights<Evidence>): number {
  let sum = 0;
  for (const key of Object.keys(weights) as (keyof Evidence)[])
    sum += (evidence[key] as number) * weights[key]!;
  return sum;
}

export const ROW: Weights<AxisEvidence> = {
  own: 1.12,
  wide: 1.71,
  isNamed: 1.39,
  isBefore: 1.21,
  words: -0.4,
  fewWords: -2.24,
  isBehindNumber: -1.21,
  clauses: -0.64,
  isComparand: -1.15,
  isRightBehind: 1.93,
  isLastBefore: 0.28,
  isBeforeOther: -0.53,
  isBehindOther: -1.84,
  isInOrder: 0.81,
  shared: -0.22,
  anchors: 0.75,
  isAnchored: 0.72,
  behindOther: 0.7,
  isQuoted: 1.83,
  ownQuoted: -1.96,
};

export const COLUMN: Weights<AxisEvidence & ColumnEvidence> = {
  own: 1.67,
  isOwnPlain: -0.7,
  wide: 0.97,
  isNamed: 1.08,
  isBefore: 0.28,
  fewWords: -2.61,
  isBehindNumber: -1.42,
  clauses: -1.05,
  isRightBehind: 1.28,
  isLastBefore: 0.58,
  isBeforeOther: -0.83,
  isBehindOther: -0.63,
  isInOrder: 0.97,
  anchors: 0.65,
  behindOther: 1.29,
  isQuoted: 2.5,
  ownQuoted: -1.67,
  unit: 3.4,
  isOtherUnit: -0.87,
  sameDecimals: 1.31,
  moreDecimals: -1.73,
  isInside: 4.59,
  isNegativeAmongPositive: -3.5,
};

/** What it says against a cell that another number quotes it. */
export const QUOTED = -4.3;
/** What it says for a cell that it is the most or the least of its column, as the sentence says. */
export const EXTREME = 1.24;

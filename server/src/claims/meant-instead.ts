import type { Candidate } from './candidates.ts';
import { isSlipOf } from './in-column.ts';
import type { Suspicion } from './judge-value.ts';
import type { Quantity } from './quantity.ts';

/** How sure it is that a number is wrong where names and what stands beside it agree on another cell than the one it says. */
const SURE = 0.8;

/** The suspicion that a number is meant for another cell, the first of `candidates`. `mark` says why, for explanations. */
export function meantInstead(
  quantity: Quantity,
  candidates: readonly [Candidate, ...Candidate[]],
  mark: string,
): Suspicion {
  const [cell] = candidates;
  const near = isSlipOf(quantity, cell) ? cell : undefined;
  return { score: SURE, candidates, marks: [mark], near, slip: near !== undefined, close: true };
}

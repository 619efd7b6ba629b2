import type { ClaimDiagnostic } from './claim.ts';

/** Which of a sentence's reports goes before which. */
export const RANK = { bound: 0, broken: 1, contradicted: 2, arithmetic: 3, conflicting: 4 } as const;

/** A diagnostic with its place among those of its sentence: the lowest rank is reported, of equal ones the surest. */
export interface Ranked extends ClaimDiagnostic {
  readonly rank: number;
  readonly score: number;
}

import type { Aggregate } from './aggregate.ts';
import type { Candidate } from './candidates.ts';
import type { Derivation } from './derive.ts';
import type { Fit } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';

/**
 * Something in the tables gives the number. It is `supported` where the sentence says that this is meant; where it does not,
 * the number is let pass and not called right.
 */
export type Explained = { readonly verdict: 'supported' | 'let-pass' } & (
  | { readonly by: 'cell'; readonly fit: Fit }
  | { readonly by: 'pair'; readonly derivation: Derivation }
  | { readonly by: 'aggregate'; readonly aggregate: Aggregate }
);

export type Contradicted = Extract<Judgement, { verdict: 'contradicted' }>;

/** What became of a number, and why. */
export type Judgement =
  /** It claims nothing: it is the key of a row, or a setting. */
  | { readonly verdict: 'none'; readonly reason: string }
  | Explained
  | {
      readonly verdict: 'contradicted';
      readonly by: 'absent' | 'elsewhere';
      readonly score: number;
      readonly candidates: readonly Candidate[];
      /** It has the digits of a cell, swapped or with the point moved. */
      readonly slip: boolean;
      /** The cell, where it is one of those that may be meant. */
      readonly near: Candidate | undefined;
      /** The cell that is surely meant. */
      readonly sure: Candidate | undefined;
      /** The other numbers of its list are cells beside it. */
      readonly inList?: true;
      readonly fits: readonly Fit[];
    }
  | {
      readonly verdict: 'contradicted';
      readonly by: 'pair';
      readonly score: number;
      readonly a: CellNumberRef;
      readonly b: CellNumberRef;
      /** The right change in the author's format, where it is sure which change is meant. */
      readonly expected: string | undefined;
      /** What `a` is compared with is not said; no value gives the change, and `b` comes nearest. */
      readonly anyPartner?: true;
    }
  /** The sentence states the change between two numbers: the table has it, the other number, and another value for this one. */
  | {
      readonly verdict: 'contradicted';
      readonly by: 'partner';
      readonly score: number;
      readonly cell: CellNumberRef;
      readonly expected: string;
    }
  /** The number and the one it is set against go the other way than their verb says, and that one is what its cell says. */
  | {
      readonly verdict: 'contradicted';
      readonly by: 'direction';
      readonly score: number;
      readonly verb: string;
      /** As the sentence has them: `from A to B`. */
      readonly a: Quantity;
      readonly b: Quantity;
      /** What the other of the two agrees with. */
      readonly cell: CellNumberRef;
    }
  | {
      readonly verdict: 'contradicted';
      readonly by: 'aggregate';
      readonly score: number;
      readonly aggregate: Aggregate;
      /** It may be of fewer rows: what is right is not suggested. */
      readonly unsure?: boolean;
    }
  | {
      readonly verdict: 'unverified';
      readonly reason: string;
      readonly candidates: readonly Candidate[];
      readonly score: number;
      readonly marks: readonly string[];
    };

export const unverified = (
  reason: string,
  candidates: readonly Candidate[] = [],
  score = 0,
  marks: readonly string[] = [],
): Extract<Judgement, { verdict: 'unverified' }> => ({
  verdict: 'unverified',
  reason,
  candidates,
  score,
  marks,
});

/** Held to one cell, a number is wrong: it stands in the cells `fits`, or in none. */
export const notInCell = (
  cell: Candidate,
  fits: readonly Fit[],
  {
    score,
    slip = false,
    isSure = false,
    inList = false,
  }: {
    readonly score: number;
    readonly slip?: boolean;
    readonly isSure?: boolean;
    readonly inList?: boolean;
  },
): Extract<Judgement, { by: 'absent' | 'elsewhere' }> => ({
  verdict: 'contradicted',
  by: fits.length > 0 ? 'elsewhere' : 'absent',
  score,
  candidates: [cell],
  slip,
  near: slip ? cell : undefined,
  sure: isSure ? cell : undefined,
  ...(inList ? { inList: true as const } : {}),
  fits,
});

/** The cells that the numbers of a sentence agree with. */
export const takenBy = (judged: ReadonlyMap<unknown, Judgement>): Fit[] =>
  [...judged.values()].flatMap(judgement =>
    (judgement.verdict === 'supported' || judgement.verdict === 'let-pass') && judgement.by === 'cell'
      ? [judgement.fit]
      : [],
  );

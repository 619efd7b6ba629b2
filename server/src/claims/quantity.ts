import type { Span } from '../text/span.ts';
import type { Written } from './compare.ts';

/** What a number does in its sentence. */
export type Role =
  /** Says how much something is. */
  | 'value'
  /** Says by how much two things differ: `5.3 points higher`, `a 35 % increase`. */
  | 'change'
  /** Says how many times one is the other: `1.8× faster`. */
  | 'ratio'
  /** One end of a range that nothing in particular lies at. */
  | 'range';

/** A number of the prose. Offsets count in the block's text. */
export interface Quantity extends Span {
  /** The digits with sign and decimals, as written. */
  readonly text: string;
  /** The sign that is written: `-48`, `+5.26`. */
  readonly sign: -1 | 0 | 1;
  /** The value without its sign, a suffix such as `K` counted in. */
  readonly size: number;
  /** One unit of the last digit written. */
  readonly step: number;
  readonly decimals: number;
  /** What stands behind the number: `%`, `point`, `×`, `seconds`; empty when it is bare. */
  readonly unit: string;
  /** Where the unit ends; `end` when there is none. */
  readonly unitEnd: number;
  readonly approximate: boolean;
  readonly bound: 'least' | 'most' | undefined;
  readonly role: Role;
  /** `relative` and `points` where the author says so. */
  readonly changeKind: 'relative' | 'points' | undefined;
  /** The sentence speaks of an average or a total before this number. */
  readonly aggregate: 'mean' | 'total' | undefined;
  /** Index of its sentence in the block. */
  readonly sentence: number;
  /** Why this is no claim; undefined for a claim. */
  readonly noClaim: string | undefined;
}

export const written = (quantity: Quantity): Written => ({
  size: quantity.size,
  step: quantity.step,
  approximate: quantity.approximate,
});

export const isPercent = (quantity: Quantity): boolean => quantity.unit === '%';

/** A link binds the number. */
export const isBound = ({ start }: Quantity, bound: readonly Quantity[]): boolean =>
  bound.some(other => other.start === start);

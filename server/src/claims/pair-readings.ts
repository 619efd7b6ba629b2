import type { Interval } from './compare.ts';

/** What two table values say together. */
export type PairKind =
  | 'difference'
  | 'points'
  | 'change'
  | 'ratio'
  | 'share'
  | 'error-change'
  | 'sum'
  | 'mean';

export interface PairReading {
  readonly kind: PairKind;
  /** What the printed values allow, rounding of the table counted in. */
  readonly range: Interval;
  /** From the values as printed. */
  readonly value: number;
}

/** A value with half a unit of its last digit. */
export interface Operand {
  readonly size: number;
  readonly half: number;
  readonly negative?: boolean;
}

/**
 * Every way to say by how much `b` differs from `a`: the difference, the same in points where both are fractions, the
 * relative change on either base, the ratio either way round.
 */
export function changeReadings(a: Operand, b: Operand): PairReading[] {
  const x = a.negative ? -a.size : a.size;
  const y = b.negative ? -b.size : b.size;
  const slack = a.half + b.half;
  const difference = Math.abs(x - y);
  const found: PairReading[] = [around('difference', difference, slack)];
  if (Math.max(a.size, b.size) <= 1.5) found.push(around('points', difference * 100, slack * 100));
  if (a.size > 0)
    found.push(
      spread('change', relative(x, y), relative(x + a.half, y - b.half), relative(x - a.half, y + b.half)),
    );
  if (b.size > 0)
    found.push(
      spread('change', relative(y, x), relative(y + b.half, x - a.half), relative(y - b.half, x + a.half)),
    );
  return [...found, ...ratioReadings(a, b)];
}

const relative = (base: number, other: number): number =>
  base === 0 ? 0 : (Math.abs(other - base) / Math.abs(base)) * 100;

/**
 * A quick look whether two values can give a number at all, so that the exact readings are worked out for few pairs. Never
 * says no where a reading would say yes.
 */
export function mayGive(
  a: { readonly size: number; readonly step: number; readonly negative: boolean },
  b: { readonly size: number; readonly step: number; readonly negative: boolean },
  wanted: Interval,
): boolean {
  const { low, high } = wanted;
  const slack = (a.step + b.step) / 2 + 1e-9;
  const difference = Math.abs((a.negative ? -a.size : a.size) - (b.negative ? -b.size : b.size));
  if (difference + slack >= low && difference - slack <= high) return true;
  if ((difference + slack) * 100 >= low && (difference - slack) * 100 <= high) return true;
  const smaller = Math.min(a.size, b.size);
  const larger = Math.max(a.size, b.size);
  const least = smaller - slack;
  // So near to zero anything may come out.
  if (least <= 0) return true;
  const percentHigh = ((difference + slack) / least) * 100;
  const percentLow = ((difference - slack) / (larger + slack)) * 100;
  if (percentHigh >= low && percentLow <= high) return true;
  if ((larger + slack) / least >= low && (larger - slack) / (smaller + slack) <= high) return true;
  if ((smaller + slack) / (larger - slack) >= low && least / (larger + slack) <= high) return true;
  const missing = 100 - larger - slack;
  return missing <= 0 || (((difference + slack) / missing) * 100 >= low && larger <= 100);
}

/** Both ways round; one that cannot be told because a value may be zero is left out. */
export function ratioReadings(a: Operand, b: Operand): PairReading[] {
  const ratio = (over: Operand, under: Operand): PairReading[] =>
    under.size - under.half <= 0
      ? []
      : [
          spread(
            'ratio',
            over.size / under.size,
            (over.size + over.half) / (under.size - under.half),
            (over.size - over.half) / (under.size + under.half),
          ),
        ];
  return [...ratio(a, b), ...ratio(b, a)];
}

/** How much less or more is missing to a hundred: from 90 to 95 the error falls by half. */
export function errorReadings(a: Operand, b: Operand): PairReading[] {
  const whole = Math.max(a.size, b.size) <= 1 ? 1 : 100;
  if (a.size >= whole || b.size >= whole) return [];
  const x = { size: whole - a.size, half: a.half };
  const y = { size: whole - b.size, half: b.half };
  return changeReadings(x, y).flatMap(reading =>
    reading.kind === 'change' ? [{ ...reading, kind: 'error-change' as const }] : [],
  );
}

const around = (kind: PairKind, value: number, slack: number): PairReading => ({
  kind,
  value,
  range: { low: value - slack - 1e-9, high: value + slack + 1e-9 },
});

const spread = (kind: PairKind, value: number, ...ends: number[]): PairReading => ({
  kind,
  value,
  range: { low: Math.min(value, ...ends) - 1e-9, high: Math.max(value, ...ends) + 1e-9 },
});

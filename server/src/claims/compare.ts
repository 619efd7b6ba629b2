/** A number as an author wrote it. */
export interface Written {
  /** Without its sign; the suffix counted in: 4,200,000 for `4.2M`. */
  readonly size: number;
  /** One unit of the last digit written: 0.01 for `34.46`, 100,000 for `4.2M`. */
  readonly step: number;
  readonly approximate: boolean;
}

/** Closed interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The values that a number as written may stand for: what rounds or truncates to it. For an approximate one what lies
 * within a tenth of it, or within half a unit of its last digit that is no zero.
 */
export function readings(written: Written): Interval {
  const { size, step, approximate } = written;
  const slack = size * 1e-9 + 1e-12;
  const exact = { low: size - step / 2 - slack, high: size + step * 0.9999 + slack };
  if (!approximate) return exact;
  const wide = Math.max(size * 0.1, lastFilledStep(written) / 2);
  return { low: Math.min(exact.low, size - wide - slack), high: Math.max(exact.high, size + wide + slack) };
}

/** One unit of the last digit that is no zero: 10 for `40`, 100 for `3,200`. */
export function lastFilledStep({ size, step }: Written): number {
  if (size === 0) return step;
  let unit = step;
  let digits = Math.round(size / step);
  while (digits % 10 === 0 && digits > 0) {
    digits /= 10;
    unit *= 10;
  }
  return unit;
}

export const touches = (interval: Interval, value: number): boolean => interval.low <= value && value <= interval.high;

export const overlap = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

/** The values that a printed table value may stand for: half a unit of its last decimal either way. */
export function printedInterval(value: number, decimals: number): Interval {
  const half = 0.5 * 10 ** -decimals + Math.abs(value) * 1e-12;
  return { low: value - half, high: value + half };
}

/** How many digits a number has from its first one that is no zero to its last. */
export function significantDigits(text: string): number {
  return text.replace(/[^\d]/g, '').replace(/^0+/, '').length;
}

/** True when the same digits stand in another order: `43.46` for `34.46`. */
export function isDigitSwap(a: string, b: string): boolean {
  const x = a.replace(/[^\d]/g, '');
  const y = b.replace(/[^\d]/g, '');
  if (x === y || x.length !== y.length || x.length < 2) return false;
  const differing = [...x].flatMap((digit, index) => (digit === y[index] ? [] : [index]));
  if (differing.length !== 2) return false;
  const [i, j] = differing as [number, number];
  return x[i] === y[j] && x[j] === y[i];
}

/** True when the digits are the same and the point stands elsewhere: `5.451` for `54.51`. */
export function isDecimalShift(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false;
  const ratio = a / b;
  return [10, 0.1].some(power => Math.abs(ratio / power - 1) < 1e-6);
}

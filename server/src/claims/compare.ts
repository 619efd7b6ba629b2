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
  const exact = { low: size - step / 2 - slack, high: size + step * 0.999999 + slack };
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

export const touches = (interval: Interval, value: number): boolean =>
  interval.low <= value && value <= interval.high;

export const overlap = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

/** The values that a printed number may stand for: half a unit of its last digit either way. */
export const printedInterval = (size: number, step: number): Interval => ({
  low: size - step / 2 - size * 1e-12,
  high: size + step / 2 + size * 1e-12,
});

/** How many digits a number has from its first one that is no zero to its last. */
export function significantDigits(text: string): number {
  return text.replace(/[^\d]/g, '').replace(/^0+/, '').length;
}

/** True when two neighbouring or other digits changed places, the cell rounded as the author rounds: `43.46` for `34.46`. */
export function isDigitSwap(
  written: Written & { readonly text: string; readonly decimals: number },
  size: number,
): boolean {
  const mine = written.text.replace(/[^\d]/g, '');
  const scale = 10 ** written.decimals;
  return [Math.round(size * scale), Math.trunc(size * scale + 1e-9)].some(value => {
    const theirs = String(value).padStart(mine.length, '0');
    if (mine === theirs || mine.length !== theirs.length || mine.length < 2) return false;
    const differing = [...mine].flatMap((digit, index) => (digit === theirs[index] ? [] : [index]));
    const [i, j] = differing;
    return differing.length === 2 && mine[i!] === theirs[j!] && mine[j!] === theirs[i!];
  });
}

/** True when the point stands one place off, the cell rounded as the author rounds: `5.451` for `54.51`. */
export function isDecimalShift(written: Written, size: number): boolean {
  if (size === 0 || written.size === 0) return false;
  return [10, 0.1].some(power =>
    touches(readings({ size: written.size * power, step: written.step * power, approximate: false }), size),
  );
}

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
 * The values that a number as written may stand for: what rounds or truncates to it. For an approximate one also what lies
 * within a tenth of it, or within half a unit of its last digit that is no zero; where it is said to three digits or more
 * (`about 57.53 %`), the hedge says little, and it may be off by no more than a fiftieth or a hundredth.
 */
export function readings(written: Written): Interval {
  const { size, step, approximate } = written;
  const slack = size * 1e-9 + 1e-12;
  const exact = { low: size - step / 2 - slack, high: size + step * 0.999999 + slack };
  if (!approximate) return exact;
  const filled = lastFilledStep(written);
  const wide = Math.max(size * hedgeOf(Math.round(size / filled)), filled / 2);
  return { low: Math.min(exact.low, size - wide - slack), high: Math.max(exact.high, size + wide + slack) };
}

/** The same, and one off in the last place: authors take the difference of unrounded values. */
export function lenientReadings(written: Written): Interval {
  const { low, high } = readings(written);
  return { low: low - written.step / 2, high: high + written.step / 2 };
}

/** By how much of itself a hedged number may be off: `digits` are those of the number without zeros at its end. */
const hedgeOf = (digits: number): number => (digits < 100 ? 0.1 : digits < 1000 ? 0.02 : 0.01);

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

/** With so many significant digits or more a number is hardly that of a cell by chance. */
export const TELLING_DIGITS = 3;

/** How many digits a number has from its first one that is no zero to its last. */
export function significantDigits(text: string): number {
  return text.replace(/[^\d]/g, '').replace(/^0+/, '').length;
}

/** True when two neighbouring or other digits changed places, the cell rounded as the author rounds: `43.46` for `34.46`. */
export function isDigitSwap(
  written: Written & { readonly text: string; readonly decimals: number },
  size: number,
): boolean {
  const scaled = size * 10 ** written.decimals;
  // Two digits that change places change a number by less than its largest digit's worth.
  if (scaled > 10 * written.size * 10 ** written.decimals + 10) return false;
  const mine = written.text.replace(/\D/g, '');
  return areSwapped(mine, String(Math.round(scaled))) || areSwapped(mine, String(Math.trunc(scaled + 1e-9)));
}

/** True when two digits of `mine` have changed places in `theirs`, which may lack zeros at its start; no digit comes before its first. */
function areSwapped(mine: string, theirs: string): boolean {
  const missing = mine.length - theirs.length;
  if (missing < 0 || mine.length < 2 || /[1-9]/.test(mine.slice(0, missing))) return false;
  let first = -1;
  let second = -1;
  for (let at = 0; at < mine.length; at++) {
    if (mine[at] === digitOf(theirs, at - missing)) continue;
    if (second >= 0) return false;
    if (first < 0) first = at;
    else second = at;
  }
  return (
    second >= 0 &&
    mine[first] === digitOf(theirs, second - missing) &&
    mine[second] === digitOf(theirs, first - missing)
  );
}

const digitOf = (digits: string, at: number): string => (at < 0 ? '0' : digits[at]!);

/** True when the point stands one place off, the cell rounded as the author rounds: `5.451` for `54.51`. */
export function isDecimalShift(written: Written, size: number): boolean {
  if (size === 0 || written.size === 0) return false;
  // Far from ten times and from a tenth nothing needs to be worked out.
  const ratio = size / written.size;
  if (ratio > 25 || ratio < 0.04 || (ratio > 0.4 && ratio < 2.5)) return false;
  return [10, 0.1].some(power =>
    touches(readings({ size: written.size * power, step: written.step * power, approximate: false }), size),
  );
}

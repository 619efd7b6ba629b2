import { type Candidate, cellAsNamed, NAMED } from './candidates.ts';
import { readings, significantDigits } from './compare.ts';
import { type Fit, rowScore } from './fit.ts';
import type { Siblings } from './judge-value.ts';
import { agreesWith, type TableNumber } from './number-index.ts';
import { type Quantity, written } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

const FEWEST_DIGITS = 2;
/** Of `0.99–1.25`, `[0.99, 1.25]`, `0.99 to 1.25` what stands between. */
const BETWEEN = /^\s?(?:[–—-]|,|;|to)\s?$/u;

interface Interval {
  readonly low: TableNumber;
  readonly high: TableNumber;
}

/**
 * The other end of an interval that a cell holds: of `0.59 (95 % CI 0.48–0.76)` the 0.76 where the table has `0.59` and `[0.478, 0.670]`.
 * The one end must be that of the cell, and the row named, or another of its numbers quoted. Undefined where cells of several rows may be
 * meant, and where some cell has both ends.
 */
export function otherEndOfInterval(
  view: SentenceView,
  quantity: Quantity,
  partner: Quantity,
  { fitsOf }: Pick<Siblings, 'fitsOf'>,
): Candidate | undefined {
  if (
    [quantity, partner].some(
      ({ text, decimals }) => significantDigits(text) < FEWEST_DIGITS || decimals === 0,
    )
  )
    return undefined;
  const isHigh = quantity.start > partner.start;
  const found: Candidate[] = [];
  for (const scoped of view.nearest) {
    // Only rows that have the one end: a long table is not gone through for each range.
    const rows = new Set(scoped.numbers.printedIn(readings(written(partner))).map(({ row }) => row));
    for (const row of rows) {
      for (const { low, high } of intervalsOf(scoped, row)) {
        const [own, other] = isHigh ? [high, low] : [low, high];
        if (!agrees(other, partner)) continue;
        if (agrees(own, quantity)) return undefined;
        if (isSpokenOf(view, scoped, row, [quantity, partner], fitsOf))
          found.push(cellAsNamed(view, { scoped, number: own }));
      }
    }
  }
  const [first] = found;
  return first && found.every(({ number }) => number.size === first.number.size) ? first : undefined;
}

const agrees = (number: TableNumber, quantity: Quantity): boolean =>
  number.negative === quantity.sign < 0 && agreesWith(number, readings(written(quantity)));

function intervalsOf({ table, numbers }: ScopedTable, row: number): Interval[] {
  const all = numbers.allInRow(row);
  return all.slice(1).flatMap((high, at): Interval[] => {
    const low = all[at]!;
    if (low.column !== high.column) return [];
    const { text } = table.rows[row]![low.column]!;
    const start = text.indexOf(low.text);
    const end = text.indexOf(high.text, start + low.text.length);
    // The sign of the second number is none between.
    const between = start < 0 || end < 0 ? undefined : text.slice(start + low.text.length, end);
    return between !== undefined && BETWEEN.test(between.replace(/[−-]$/u, '') || between)
      ? [{ low, high }]
      : [];
  });
}

/** The sentence names the row, or quotes the value of one of its cells. */
const isSpokenOf = (
  view: SentenceView,
  scoped: ScopedTable,
  row: number,
  ends: readonly Quantity[],
  fitsOf: (other: Quantity) => readonly Fit[],
): boolean =>
  rowScore(view, scoped, row) >= NAMED ||
  view.sentence.quantities.some(
    other =>
      !ends.includes(other) &&
      significantDigits(other.text) >= FEWEST_DIGITS &&
      fitsOf(other).some(fit => fit.scoped === scoped && fit.number.row === row && fit.number.main),
  );

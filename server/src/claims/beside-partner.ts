import { type Candidate, cellAsNamed, NAMED } from './candidates.ts';
import { columnStats, comparable } from './column-stats.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { columnScore } from './fit.ts';
import { isSlipOf } from './in-column.ts';
import type { Siblings } from './judge-value.ts';
import { pairsWith } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** Cells that the partner agrees with are looked at up to so many: of more it tells nothing. */
const MOST_FITS = 2;

/**
 * `jumping from 44.9 to 758`: the partner is a cell, and the number has the digits of another cell of that column, swapped or with the
 * point moved. Undefined where it has those of two.
 */
export function slipBesidePartner(
  view: SentenceView,
  quantity: Quantity,
  { fitsOf }: Siblings,
): Candidate | undefined {
  if (significantDigits(quantity.text) < TELLING_DIGITS) return undefined;
  const found: Candidate[] = [];
  for (const { a, b, kind } of pairsWith(view, quantity)) {
    // Where a step begins may be of another time.
    if (kind === 'steps' && a === quantity) continue;
    const partner = a === quantity ? b : a;
    const fits = fitsOf(partner);
    if (significantDigits(partner.text) < TELLING_DIGITS || fits.length > MOST_FITS) continue;
    for (const { scoped, number: cell, scale } of fits) {
      if (scale !== 1 || !cell.main || !view.nearest.includes(scoped)) continue;
      for (const number of scoped.numbers.inColumn(cell.column)) {
        if (number === cell || !isSlipOf(quantity, { scoped, number })) continue;
        if (found.some(other => other.number === number)) continue;
        found.push(cellAsNamed(view, { scoped, number }));
      }
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/**
 * `Queens is cheaper than Manhattan ($2,137 vs $4,800)`: the partner is a cell, and in its column one other row is named, or in its row one
 * other column: that cell. Undefined where more are.
 */
export function cellBesidePartner(
  view: SentenceView,
  quantity: Quantity,
  { fitsOf }: Siblings,
): Candidate | undefined {
  if (significantDigits(quantity.text) < TELLING_DIGITS) return undefined;
  const [pair, ...more] = pairsWith(view, quantity);
  if (!pair || more.length > 0 || (pair.kind === 'steps' && pair.a === quantity)) return undefined;
  const partner = pair.a === quantity ? pair.b : pair.a;
  const fits = fitsOf(partner);
  const [fit] = fits;
  if (!fit || significantDigits(partner.text) < TELLING_DIGITS || fits.length > MOST_FITS) return undefined;
  const { scoped, number: cell, scale } = fit;
  if (scale !== 1 || !cell.main || !view.nearest.includes(scoped)) return undefined;
  const stats = columnStats(scoped.table);
  const rows = [...view.naming(scoped.table).own.rows].flatMap(([row, { score }]) =>
    score >= NAMED && row !== cell.row ? [row] : [],
  );
  const columns = scoped.labels.measures.filter(
    column =>
      column !== cell.column &&
      comparable(stats[column]!, stats[cell.column]!) &&
      columnScore(view, scoped, column) >= NAMED,
  );
  if (rows.length + columns.length !== 1) return undefined;
  const [row = cell.row] = rows;
  const [column = cell.column] = columns;
  const number = scoped.numbers.inRow(row)[column];
  return number && cellAsNamed(view, { scoped, number });
}

import { significantDigits } from './compare.ts';
import type { Fit } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';

/** Rows and columns that the other numbers of a sentence point to: each stands in cells of one row, or one column, alone. */
export interface Anchors {
  readonly rows: readonly Anchor[];
  readonly columns: readonly Anchor[];
}

export interface Anchor {
  readonly scoped: ScopedTable;
  readonly id: number;
  /** How many numbers point there. */
  readonly count: number;
}

export const NO_ANCHORS: Anchors = { rows: [], columns: [] };

/** The score of a row or column that two numbers or more point to. */
export const MANY_ANCHORS = 0.85;

/** Fewer digits agree with some cell by chance. */
const FEWEST_DIGITS = 3;

export function anchorsOf(others: readonly (readonly [Quantity, readonly Fit[]])[]): Anchors {
  const telling = others.flatMap(([quantity, fits]) => {
    const good = fits.filter(({ unit }) => unit >= 0.3);
    return significantDigits(quantity.text) >= FEWEST_DIGITS && good.length > 0 ? [good] : [];
  });
  return {
    rows: counted(telling, fit => fit.number.row),
    columns: counted(telling, fit => fit.number.column),
  };
}

function counted(telling: readonly (readonly Fit[])[], idOf: (fit: Fit) => number): Anchor[] {
  const anchors: Anchor[] = [];
  for (const fits of telling) {
    const [first] = fits;
    if (!first || fits.some(fit => fit.scoped !== first.scoped || idOf(fit) !== idOf(first))) continue;
    const at = anchors.findIndex(anchor => anchor.scoped === first.scoped && anchor.id === idOf(first));
    if (at < 0) anchors.push({ scoped: first.scoped, id: idOf(first), count: 1 });
    else anchors[at] = { ...anchors[at]!, count: anchors[at]!.count + 1 };
  }
  return anchors;
}

/** How surely a row or column is meant because other numbers stand there. */
export function anchorScore(anchors: readonly Anchor[], scoped: ScopedTable, id: number): number {
  const count = anchors.find(anchor => anchor.scoped === scoped && anchor.id === id)?.count ?? 0;
  return count === 0 ? 0 : count === 1 ? 0.62 : MANY_ANCHORS;
}

import { type Candidate, meantCell } from './candidates.ts';
import { lenientReadings, touches } from './compare.ts';
import { type Fit, fitsOf } from './fit.ts';
import { type Judgement, notInCell } from './judgement.ts';
import { type Quantity, written } from './quantity.ts';
import { type StatedShare, shareMismatchOf, statedShares } from './stated-shares.ts';
import type { SentenceView } from './view.ts';

/**
 * The parts that are off where a part, its whole and their share do not fit together: of `98 out of 310 tests (39.0 %)` the table has
 * the share, and beside it 121, which is 39.0 % of 310.
 */
export function offPartsIn(view: SentenceView): ReadonlyMap<Quantity, Judgement> {
  const found = new Map<Quantity, Judgement>();
  if (view.tables.length === 0) return found;
  for (const stated of statedShares(view.reading.block.text, view.sentence.quantities)) {
    if (!shareMismatchOf(stated)) continue;
    const cell = cellOfPart(view, stated);
    if (cell)
      found.set(stated.part, notInCell(cell, fitsOf(view, stated.part), { score: 0.9, isSure: true }));
  }
  return found;
}

/** The only cell beside one that says the share that is this share of the whole. */
function cellOfPart(view: SentenceView, { part, whole, share }: StatedShare): Candidate | undefined {
  const wanted = lenientReadings(written(share));
  const beside = fitsOf(view, share)
    .filter(({ scoped }) => view.nearest.includes(scoped))
    .flatMap((fit: Fit) =>
      fit.scoped.numbers.allInRow(fit.number.row).map(number => ({ scoped: fit.scoped, number, fit })),
    )
    .filter(({ number }) => number.decimals === 0 && !number.percent);
  const meant = beside.filter(({ number }) => touches(wanted, (100 * number.size) / whole.size));
  const [first] = meant;
  if (!first || meant.some(({ number }) => number.size !== first.number.size)) return undefined;
  // Where the part is a cell as well, the whole must be of the column of the other one.
  const isCell = beside.some(({ number }) => number.size === part.size);
  const isOfColumn = [...first.scoped.numbers.inColumn(first.number.column)].some(
    ({ size }) => size === whole.size,
  );
  if (isCell && !isOfColumn) return undefined;
  return meantCell(first, first.fit);
}

import { mismatchOf, statedChanges } from './arithmetic.ts';
import { derivationsOf } from './derive.ts';
import { directionMismatches } from './directions.ts';
import { formatLike } from './format-like.ts';
import type { Judgement } from './judgement.ts';
import type { Quantity } from './quantity.ts';
import { type CellNumberRef, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SURE = 0.3;

/**
 * Of a pair of numbers with a stated change that it does not give (`a loss of 7.3 (61.5 vs. 79.5)`) the number that is off:
 * the table has the change between the other number's cell and a third value.
 */
export function offPartners(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
): Map<Quantity, Judgement> {
  const found = new Map<Quantity, Judgement>();
  for (const stated of statedChanges(view.reading.block.text, view.sentence.quantities)) {
    if (!mismatchOf(stated, view.text)) continue;
    const { a, b, change } = stated;
    // Two cells of one row or column belong together: then it is the change that is off.
    const [x, y] = [cellOf(judged.get(a)), cellOf(judged.get(b))];
    if (
      x &&
      y &&
      x.scoped === y.scoped &&
      (x.number.column === y.number.column || x.number.row === y.number.row)
    )
      continue;
    const pairs = derivationsOf(view, change).filter(({ named }) => named >= SURE);
    for (const [off, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const cell = cellOf(judged.get(other));
      if (!cell || !judged.has(off)) continue;
      const partners = pairs.flatMap(pair =>
        sameCell(pair.a, cell) ? [pair.b] : sameCell(pair.b, cell) ? [pair.a] : [],
      );
      const [partner] = partners;
      if (!partner || partners.some(({ number }) => number.size !== partner.number.size)) continue;
      const expected = formatLike(off.text, partner.number.size);
      found.set(off, { verdict: 'contradicted', by: 'partner', score: 0.9, cell: partner, expected });
    }
  }
  // Both numbers can't be off when each is right beside the other.
  return found.size === 1 ? found : new Map();
}

const cellOf = (judgement: Judgement | undefined): CellNumberRef | undefined =>
  judgement?.verdict === 'supported' && judgement.by === 'cell' ? judgement.fit : undefined;

/** A number that is called wrong for reasons of its own; one held to a cell that only its words name is told by the verb more surely. */
const isSure = (judgement: Judgement): boolean =>
  judgement.verdict === 'contradicted' && !(judgement.by === 'absent' && judgement.sure === undefined);

/** Of two numbers that go the other way than their verb says, the one that is no cell's where the other is. */
export function goingOtherWay(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
): Map<Quantity, Judgement> {
  const found = new Map<Quantity, Judgement>();
  const { reading, sentence } = view;
  for (const { a, b, verb } of directionMismatches(reading.block.text, sentence.start, sentence.quantities)) {
    const [x, y] = [judged.get(a), judged.get(b)];
    if (!x || !y || isSure(x) || isSure(y)) continue;
    const [ofA, ofB] = [cellOf(x), cellOf(y)];
    if ((ofA === undefined) === (ofB === undefined)) continue;
    const off = ofA ? b : a;
    found.set(off, {
      verdict: 'contradicted',
      by: 'direction',
      score: 0.9,
      verb: verb.text,
      a,
      b,
      cell: (ofA ?? ofB)!,
    });
  }
  return found;
}

import { mismatchOf, type StatedChange, statedChanges } from './arithmetic.ts';
import type { Candidate } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { isDecimalShift } from './compare.ts';
import { derivationsOf } from './derive.ts';
import { directionMismatches } from './directions.ts';
import { saysWhichTable } from './doubts/other-table.ts';
import type { Fit } from './fit.ts';
import { formatLike } from './format-like.ts';
import type { Judgement } from './judgement.ts';
import type { TableNumber } from './number-index.ts';
import { type Quantity, written } from './quantity.ts';
import { type CellNumberRef, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SURE = 0.3;
/** The same where the other number stands nowhere. */
const SURE_OF_ABSENT = 0.15;

/**
 * Of a pair of numbers with a stated change that it does not give (`a loss of 7.3 (61.5 vs. 79.5)`) the number that is off:
 * the table has the change between the other number's cell and a third value.
 */
export function offPartners(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
  fitsOf: (other: Quantity) => readonly Fit[],
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
    const derivations = derivationsOf(view, change);
    for (const [off, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (saysWhichTable(view, off)) continue;
      const cell = cellOf(judged.get(other));
      const isAbsent = fitsOf(off).length === 0;
      const meant = cellBesideChange(stated, view.text, off, judged.get(off));
      if (meant) {
        const expected = valueFor(off, meant.number);
        found.set(off, { verdict: 'contradicted', by: 'partner', score: SUREST, cell: meant, expected });
        continue;
      }
      if (!judged.has(off) || (!cell && !isAbsent)) continue;
      const cells: readonly CellNumberRef[] = cell ? [cell] : fitsOf(other);
      const isOther = (end: CellNumberRef): boolean => cells.some(one => sameCell(one, end));
      const partners = derivations
        .filter(({ named }) => named >= (isAbsent ? SURE_OF_ABSENT : SURE))
        .flatMap(pair => (isOther(pair.a) ? [pair.b] : isOther(pair.b) ? [pair.a] : []));
      const [partner] = partners;
      if (!partner || partners.some(({ number }) => number.size !== partner.number.size)) continue;
      const expected = valueFor(off, partner.number);
      found.set(off, { verdict: 'contradicted', by: 'partner', score: 0.9, cell: partner, expected });
    }
  }
  // Both numbers can't be off when each is right beside the other.
  return found.size === 1 ? found : new Map();
}

/** As the author wrote it; where the point is off, there is no telling how many decimals that would be, and it is as the table has it. */
const valueFor = (off: Quantity, { size, text }: TableNumber): string =>
  formatLike(isDecimalShift(written(off), size) ? text : off.text, size);

/** What names and the stated change say is surer than what names say alone. */
const SUREST = 1.5;
/** Named no worse than this a cell may be what the number should be. */
const NAMED_AT_ALL = 0.3;

/**
 * The cell that a number may speak of and with which the stated change is right: `from 76.92 to 33.42 (a reduction of 47.92
 * points)` where the table has 29.00.
 */
function cellBesideChange(
  stated: StatedChange,
  sentence: string,
  off: Quantity,
  judgement: Judgement | undefined,
): CellNumberRef | undefined {
  if (!judgement || !('candidates' in judgement)) return undefined;
  const isRight = ({ scoped, number, row }: Candidate): boolean => {
    if (row < NAMED_AT_ALL) return false;
    const { decimals } = columnStats(scoped.table)[number.column]!;
    const instead: Quantity = {
      ...off,
      text: number.text,
      size: number.size,
      step: number.step,
      decimals: Math.max(number.decimals, decimals),
    };
    return !mismatchOf(
      { ...stated, a: off === stated.a ? instead : stated.a, b: off === stated.b ? instead : stated.b },
      sentence,
    );
  };
  const right = judgement.candidates.filter(isRight);
  const [first] = right;
  return first && right.every(({ number }) => number.size === first.number.size) ? first : undefined;
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

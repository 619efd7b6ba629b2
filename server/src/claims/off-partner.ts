import { mismatchOf, type StatedChange, statedChanges } from './arithmetic.ts';
import { type Candidate, HALF_NAMED, NAMED } from './candidates.ts';
import { columnStats } from './column-stats.ts';
import { isDecimalShift, significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Derivation, derivationsOf } from './derive.ts';
import { directionMismatches } from './directions.ts';
import { saysWhichTable } from './doubts/other-table.ts';
import { type Fit, rowScore } from './fit.ts';
import { formatLike } from './format-like.ts';
import { isSlipOf } from './in-column.ts';
import type { Judgement } from './judgement.ts';
import type { TableNumber } from './number-index.ts';
import { maySayOwn, OWN } from './own-method.ts';
import { type Quantity, written } from './quantity.ts';
import { type CellNumberRef, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SURE = 0.3;
/** The same where the other number stands nowhere. */
const SURE_OF_ABSENT = 0.15;
/** How sure the number that is off is. */
const TOLD = 0.9;

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
  const tell = (off: Quantity, cell: CellNumberRef, score: number): void => {
    const expected = valueFor(off, cell.number);
    found.set(off, { verdict: 'contradicted', by: 'partner', score, cell, expected });
  };
  for (const stated of statedChanges(view.reading.block.text, view.sentence.quantities)) {
    if (!mismatchOf(stated, view.text)) continue;
    const { a, b, change } = stated;
    const derivations = derivationsOf(view, change);
    const [x, y] = [cellOf(judged.get(a)), cellOf(judged.get(b))];
    const [ofA, ofB] = [x ?? onlyCell(fitsOf(a)), y ?? onlyCell(fitsOf(b))];
    if (ofA && ofB && belongTogether(ofA, ofB)) {
      const unnamed = endOfUnnamedRow(view, [ofA, ofB], derivations);
      if (unnamed) tell(unnamed.end === ofA ? a : b, unnamed.meant, TOLD);
      if (unnamed || (x && y)) continue;
    }
    for (const [off, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (saysWhichTable(view, off)) continue;
      const cell = cellOf(judged.get(other));
      const isAbsent = fitsOf(off).length === 0;
      const meant = cellBesideChange(stated, view.text, off, judged.get(off));
      if (meant) {
        tell(off, meant, SUREST);
        continue;
      }
      if (!judged.has(off)) continue;
      const alone = onlyCell(fitsOf(other));
      const instead =
        alone && !fitsOf(off).some(fit => belongTogether(fit, alone)) && besideInColumn(alone, derivations);
      if (instead) {
        tell(off, instead, TOLD);
        continue;
      }
      if (!cell && !isAbsent) continue;
      const cells: readonly CellNumberRef[] = cell ? [cell] : fitsOf(other);
      const isOther = (end: CellNumberRef): boolean => cells.some(one => sameCell(one, end));
      const partners = derivations.flatMap(({ a, b, named }) => {
        const partner = isOther(a) ? b : isOther(b) ? a : undefined;
        const isSure = named >= (isAbsent ? SURE_OF_ABSENT : SURE);
        return partner && (isSure || (isAbsent && isTellingSlip(off, partner))) ? [partner] : [];
      });
      const [partner] = partners;
      if (!partner || partners.some(({ number }) => number.size !== partner.number.size)) continue;
      tell(off, partner, TOLD);
    }
  }
  if (found.size === 1) return found;
  // Both numbers can't be off when each is right beside the other: it is the one that stands nowhere.
  const absent = [...found].filter(([off]) => fitsOf(off).length === 0);
  return new Map(absent.length === 1 ? absent : []);
}

/** `4.098 → 0.3498` where the table has 0.4098: no name need say so. */
const isTellingSlip = (off: Quantity, cell: CellNumberRef): boolean =>
  significantDigits(off.text) >= TELLING_DIGITS && isSlipOf(off, cell);

/** The only cell that a number agrees with. */
const onlyCell = (fits: readonly Fit[]): Fit | undefined =>
  fits.length === 1 && fits[0]!.number.main && fits[0]!.scale === 1 ? fits[0] : undefined;

/** `from 6.4 to 2.7 (-41 %)`: the one value that the column of 2.7 has with which the change is right, whatever the words name. */
function besideInColumn(cell: Fit, derivations: readonly Derivation[]): CellNumberRef | undefined {
  const partners = derivations.flatMap(({ a, b }) => {
    const partner = sameCell(a, cell) ? b : sameCell(b, cell) ? a : undefined;
    return partner && partner.number.column === cell.number.column ? [partner] : [];
  });
  const [partner] = partners;
  return partner && partners.every(({ number }) => number.size === partner.number.size) ? partner : undefined;
}

const MUCH_BETTER = 0.25;
/** `we reduce it to 0.104`, in the row `Ours`. */
const isAuthorsOwn = ({ text }: SentenceView, { scoped, number }: CellNumberRef): boolean =>
  maySayOwn(text) &&
  scoped.labels.ofRow[number.row]!.some(({ words }) => words.some(({ norm }) => norm === OWN));

/** Two cells of one row or column: where one of the three numbers is off, it is the change. */
const belongTogether = (x: CellNumberRef, y: CellNumberRef): boolean =>
  x.scoped === y.scoped && (x.number.column === y.number.column || x.number.row === y.number.row);

/**
 * `A reduces it from 10,502 to 2,436, by 70.8 %` where 10,502 is of a row that the sentence does not name, and another one that it
 * names has 8,328, with which the change is right: not the change is off.
 */
function endOfUnnamedRow(
  view: SentenceView,
  [x, y]: readonly [Fit, Fit],
  derivations: readonly Derivation[],
): { readonly end: Fit; readonly meant: CellNumberRef } | undefined {
  if (x.number.column !== y.number.column) return undefined;
  for (const [end, other] of [
    [x, y],
    [y, x],
  ] as const) {
    const own = rowScore(view, end.scoped, end.number.row);
    if (own >= NAMED || isAuthorsOwn(view, end)) continue;
    const meant = derivations
      .flatMap(({ a, b }) => (sameCell(a, other) ? [b] : sameCell(b, other) ? [a] : []))
      .filter(
        ({ scoped, number }) =>
          number.column === end.number.column &&
          // What gives the change as well need not be named in full.
          (isAuthorsOwn(view, { scoped, number }) ||
            rowScore(view, scoped, number.row) >= Math.max(HALF_NAMED, own + MUCH_BETTER)),
      );
    const [first] = meant;
    if (first && meant.every(({ number }) => number.size === first.number.size)) return { end, meant: first };
  }
  return undefined;
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

const cellOf = (judgement: Judgement | undefined): Fit | undefined =>
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

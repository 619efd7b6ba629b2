import { cellText } from '../tables/labels.ts';
import { type Candidate, NAMED } from './candidates.ts';
import { lenientReadings, overlap, printedInterval, significantDigits } from './compare.ts';
import { columnScore, type Fit, fitsOf, rowScore } from './fit.ts';
import type { Judgement } from './judgement.ts';
import type { TableNumber } from './number-index.ts';
import { type Quantity, written } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

const PLUS_MINUS = /^\s?%?\s?(?:±|\+\/-|\+−)?\s?$/;

const TELLING_DIGITS = 2;

/** `0.376 ± 0.011` where the 0.376 is a cell's that has another deviation, and one other cell of the row has just this one: it is meant. */
function withDeviation(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Fit,
): Candidate | undefined {
  if (significantDigits(quantity.text) < TELLING_DIGITS || rowScore(view, scoped, number.row) < NAMED)
    return undefined;
  const [cell, ...others] = scoped.numbers
    .inRow(number.row)
    .filter(main => main !== undefined && main.column !== number.column)
    .filter(main => deviationIn(scoped, main!)?.text === quantity.text);
  if (!cell || others.length > 0) return undefined;
  const named = { row: rowScore(view, scoped, cell.row), column: columnScore(view, scoped, cell.column) };
  return { scoped, number: cell, ...named, unit: 1, openColumns: 1, score: 1, anchored: false };
}

/**
 * The deviations of a sentence that belong to a number whose cell has one too, held to that: `82.1 ± 2.2` where the cell of the
 * 82.1 has `82.1 ± 1.6`. All others claim nothing.
 */
export function deviationsIn(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
): ReadonlyMap<Quantity, Judgement> {
  const found = new Map<Quantity, Judgement>();
  const { quantities } = view.sentence;
  quantities.forEach((quantity, at) => {
    const before = quantities[at - 1];
    if (quantity.noClaim !== 'a deviation' || !before) return;
    const of = judged.get(before);
    if (of?.verdict !== 'supported' || of.by !== 'cell') return;
    if (!PLUS_MINUS.test(view.reading.block.text.slice(before.unitEnd, quantity.start))) return;
    const other = withDeviation(view, quantity, of.fit);
    const judgement = heldTo(quantity, fitsOf(view, before), of.fit);
    if (judgement?.verdict === 'contradicted' && other)
      found.set(before, wrong('elsewhere', other, [of.fit]));
    else if (judgement) found.set(quantity, judgement);
  });
  return found;
}

/** The second number of a cell such as `82.1 ± 1.6`, where the first is the one that the text quotes as it stands. */
const deviationOf = ({ scoped, number, scale, factor }: Fit): TableNumber | undefined =>
  number.main && scale === 1 && factor === 1 ? deviationIn(scoped, number) : undefined;

function deviationIn(scoped: ScopedTable, number: TableNumber): TableNumber | undefined {
  if (!cellText(scoped.table, number.row, number.column).includes('±')) return undefined;
  const others = scoped.numbers
    .allInRow(number.row)
    .filter(({ column, main }) => column === number.column && !main);
  return others.length === 1 ? others[0] : undefined;
}

/** Any cell that the number before it agrees with may give it; it is wrong where there is but one, or where one is named. */
function heldTo(quantity: Quantity, fits: readonly Fit[], best: Fit): Judgement | undefined {
  const wanted = lenientReadings(written(quantity));
  const cells = fits.flatMap(fit => {
    const deviation = deviationOf(fit);
    return deviation ? { ...fit, number: deviation } : [];
  });
  const giving = cells.find(({ number }) => overlap(wanted, printedInterval(number.size, number.step)));
  if (giving) return { verdict: 'supported', by: 'cell', fit: giving };
  const own = cells.find(
    ({ scoped, number }) =>
      scoped === best.scoped && number.row === best.number.row && number.column === best.number.column,
  );
  if (!own || (fits.length > 1 && best.row < NAMED)) return undefined;
  const cell: Candidate = { ...own, unit: 1, openColumns: 1, score: 1, anchored: false };
  return wrong('absent', cell, []);
}

const wrong = (by: 'absent' | 'elsewhere', cell: Candidate, fits: readonly Fit[]): Judgement => ({
  verdict: 'contradicted',
  by,
  score: 0.9,
  candidates: [cell],
  slip: false,
  near: undefined,
  sure: cell,
  fits,
});

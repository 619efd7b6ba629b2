import { type Candidate, meantCell, NAMED } from './candidates.ts';
import { lenientReadings, overlap, printedInterval, significantDigits } from './compare.ts';
import { columnScore, type Fit, fitsOf, rowScore } from './fit.ts';
import { isClose, isSlip } from './in-column.ts';
import { type Judgement, notInCell } from './judgement.ts';
import type { TableNumber } from './number-index.ts';
import { type Quantity, written } from './quantity.ts';
import { type ScopedTable, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * A cell may hold more than one number, `82.1 ± 1.6`, `0.722 [0.524–0.847]`, `69 (27)`, and a sentence that quotes the first often quotes
 * the others right behind it.
 */

const PLUS_MINUS = /^\s?%?\s?(?:±|\+\/-|\+−)?\s?$/;
const BRACKET = /^\s?(?:\p{L}[\p{L}²³]{0,11}(?:\s?\/\s?\p{L}{1,6})?\s)?[([]/u;
/** What a bracket may say of its numbers, that they are how sure the one before it is, or the same in another unit. */
const SAYS_MORE =
  /(?<!\p{L})(?!(?:ci|confidence|interval|cr?i|bootstrap|sd|se|sem|iqr|std|range|to|and|t|sq|mi|miles?|ft|feet|inch(?:es)?|in|acres?|m|km|kg|lbs?|pounds?|mph|kmh?|h|s|ms|hp|kw|mw|l|ml|g|mg)(?!\p{L}))\p{L}+/iu;
/** Of how sure it is said to be, in percent. */
const CONFIDENCE = new Set(['a confidence', 'a setting', 'a year']);
const FEWEST_DIGITS = 2;

/**
 * The numbers of a sentence that stand beside one whose cell has more numbers too, held to those: `82.1 ± 2.2` where the cell has
 * `82.1 ± 1.6`. What the first number itself becomes is among them where they say that another cell is meant.
 */
export function companionsIn(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
): ReadonlyMap<Quantity, Judgement> {
  const found = new Map<Quantity, Judgement>();
  for (const [main, of] of judged) {
    if (of.verdict !== 'supported' || of.by !== 'cell') continue;
    const companions = companionsOf(view, main);
    if (companions.length === 0) continue;
    const judgements = heldTo(companions, fitsOf(view, main), of.fit);
    const [only] = companions;
    const other =
      companions.length === 1 && judgements[0]?.verdict === 'contradicted'
        ? withCompanion(view, only!, of.fit)
        : undefined;
    if (other) found.set(main, notInCell(other, [of.fit], SURE));
    else
      companions.forEach((companion, at) => {
        if (judgements[at]) found.set(companion, judgements[at]);
      });
  }
  return found;
}

/** A deviation right behind the number, or what a bracket right behind it holds. */
function companionsOf({ reading, sentence }: SentenceView, main: Quantity): readonly Quantity[] {
  const { text } = reading.block;
  const behind = sentence.quantities.filter(({ start }) => start >= main.end);
  const [next] = behind;
  if (!next) return [];
  if (next.noClaim === 'a deviation' && PLUS_MINUS.test(text.slice(main.unitEnd, next.start))) return [next];
  const opening = BRACKET.exec(text.slice(main.unitEnd, sentence.end))?.[0];
  if (opening === undefined) return [];
  const from = main.unitEnd + opening.length;
  const length = text.slice(from, sentence.end).search(/[)\]]/);
  const inside = text.slice(from, from + length);
  if (length < 0 || SAYS_MORE.test(inside)) return [];
  return behind.filter(
    ({ start, end, noClaim }) =>
      start >= from && end <= from + length && !(noClaim !== undefined && CONFIDENCE.has(noClaim)),
  );
}

/** The numbers of the cell that the main number is of, but for it. */
const othersIn = (scoped: ScopedTable, { row, column }: TableNumber): readonly TableNumber[] =>
  scoped.numbers.allInRow(row).filter(number => number.column === column && !number.main);

const agrees = (quantity: Quantity, { size, step }: TableNumber): boolean =>
  overlap(lenientReadings(written(quantity)), printedInterval(size, step));

/**
 * What becomes of each. Any cell that the main number agrees with may give them all; where none does, those that its own cell has
 * otherwise are wrong, if it is the only such cell or one that is named, and if the others agree or the only one is near.
 */
function heldTo(companions: readonly Quantity[], fits: readonly Fit[], best: Fit): (Judgement | undefined)[] {
  const cells = fits
    .filter(({ number, scale, factor }) => number.main && scale === 1 && factor === 1)
    .map(fit => ({ fit, others: othersIn(fit.scoped, fit.number) }))
    .filter(({ others }) => others.length === companions.length);
  const isGiven = ({ others }: (typeof cells)[number]): boolean =>
    companions.every((companion, at) => agrees(companion, others[at]!));
  const giving = cells.find(isGiven);
  if (giving)
    return giving.others.map(number => ({
      verdict: 'supported',
      by: 'cell',
      fit: { ...giving.fit, number },
    }));
  const own = cells.find(({ fit }) => sameCell(fit, best));
  if (!own || (fits.length > 1 && best.row < NAMED)) return [];
  const { others } = own;
  const agreeing = companions.filter((companion, at) => agrees(companion, others[at]!)).length;
  return companions.map((companion, at): Judgement | undefined => {
    const fit = { ...own.fit, number: others[at]! };
    if (agrees(companion, others[at]!)) return { verdict: 'supported', by: 'cell', fit };
    const cell = meantCell(fit, fit);
    if (companion.decimals < others[at]!.decimals) return undefined;
    const isSure =
      companion.noClaim === 'a deviation' ||
      (agreeing > 0 && agreeing === companions.length - 1) ||
      (companions.length === 1 && isNear(companion, cell));
    return isSure ? notInCell(cell, [], SURE) : undefined;
  });
}

const isNear = (companion: Quantity, cell: Candidate): boolean =>
  significantDigits(companion.text) >= FEWEST_DIGITS &&
  (isClose(companion, cell) || isSlip(companion, cell.number));

/** `0.376 ± 0.011` where the 0.376 is a cell's that has another deviation, and one other cell of the row has just this one: it is meant. */
function withCompanion(
  view: SentenceView,
  companion: Quantity,
  { scoped, number }: Fit,
): Candidate | undefined {
  if (significantDigits(companion.text) < FEWEST_DIGITS || rowScore(view, scoped, number.row) < NAMED)
    return undefined;
  const [cell, ...more] = scoped.numbers
    .inRow(number.row)
    .filter(main => main !== undefined && main.column !== number.column)
    .filter(main => {
      const others = othersIn(scoped, main!);
      return others.length === 1 && others[0]!.text === companion.text;
    });
  if (!cell || more.length > 0) return undefined;
  const named = { row: rowScore(view, scoped, cell.row), column: columnScore(view, scoped, cell.column) };
  return meantCell({ scoped, number: cell }, named);
}

const SURE = { score: 0.9, isSure: true };

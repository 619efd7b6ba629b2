import { type Candidate, candidatesOf, HALF_NAMED } from './candidates.ts';
import { clauseAround, partBefore } from './clause.ts';
import { isComparand } from './comparand.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Fit, isSaid } from './fit.ts';
import { isFarOff } from './in-column.ts';
import { NO_SUSPICION, type Siblings, type Suspicion } from './judge-value.ts';
import { meantInstead } from './meant-instead.ts';
import { pairsWith } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';
import { hasParticle, isColumnSaid } from './said-column.ts';
import { sameCell } from './scoped.ts';
import { isSaidToBeExtreme } from './superlative.ts';
import type { SentenceView } from './view.ts';
import { isCommon, likeness, wordsOf } from './words.ts';

/** `macro-F1` for `F1_macro` is less than in full. */
const IN_FULL = 0.87;
const NAMED_ROW = 0.75;
/** The same where the cell is the most or the least, as the sentence says. */
const NAMED_TWICE = 0.6;
const AS_WELL = 0.9;
const ALIKE = 0.7;
const UNNAMED_ROW = 0.2;

/**
 * `On Vox1-H the minDCF is 0.132`, where 0.132 is the row's value in `Vox1-E minDCF`: the number stands in the named row, in a column
 * of which the sentence says nothing that the column it names has not, and no number quotes the cell that is named.
 */
export function suspectMisplaced(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): Suspicion {
  const digits = significantDigits(quantity.text);
  if (quantity.bound || quantity.approximate || digits < 2 || hasParticle(view, quantity))
    return NO_SUSPICION;
  // Most numbers stand where the sentence says: nothing more need be looked at.
  if (fits.some(({ row, column }) => column >= IN_FULL && row >= UNNAMED_ROW)) return NO_SUSPICION;
  const rows = new Set(fits.map(({ number }) => number.row));
  const [best, ...more] = candidatesOf(view, quantity).filter(
    candidate =>
      rows.has(candidate.number.row) &&
      candidate.column >= IN_FULL &&
      candidate.row >= (isSaidToBeExtreme(view, quantity, candidate) ? NAMED_TWICE : NAMED_ROW) &&
      !isFarOff(quantity, candidate),
  );
  if (!best || more.some(other => other.score >= best.score * AS_WELL)) return NO_SUSPICION;
  // `The highest of goals for was 31, by A`, where A has the most, and B has 31: two ways to say which cell is meant.
  const isSaidTwice = isSaidToBeExtreme(view, quantity, best);
  if (!isSaidTwice && fits.some(({ column }) => column >= IN_FULL)) return NO_SUSPICION;
  // Two digits stand in a row by chance, unless the number's own words name it and its column in full.
  const isPlain = best.row >= IN_FULL && (isSaidTwice || isColumnSaid(view, quantity, best));
  if (digits < TELLING_DIGITS && !isPlain) return NO_SUSPICION;
  if (
    !(isSaidInPart(view, quantity, best) || isOfAll(view, quantity, best, siblings)) ||
    isComparand(view, quantity, best)
  )
    return NO_SUSPICION;
  const partners = pairsWith(view, quantity).map(({ a, b }) => (a === quantity ? b : a));
  if (!partners.every(partner => isOfColumn(partner, best, siblings))) return NO_SUSPICION;
  const others = view.sentence.quantities.filter(
    other => other !== quantity && !partners.includes(other) && !isInName(view, other, best),
  );
  if (others.some(other => maySpeakOf(view, other, best, siblings))) return NO_SUSPICION;
  if (!fits.every(fit => fit.scoped === best.scoped && isBesideUnsaid(view, quantity, fit, best, siblings)))
    return NO_SUSPICION;
  return meantInstead(quantity, [best], 'misplaced');
}

/** Another number quotes the cell, or is held to it as well. */
function maySpeakOf(view: SentenceView, other: Quantity, cell: Candidate, { fitsOf }: Siblings): boolean {
  const fits = fitsOf(other);
  if (fits.some(isSaid)) return fits.some(fit => sameCell(fit, cell));
  const [first] = other.noClaim === undefined && other.role === 'value' ? candidatesOf(view, other) : [];
  return first !== undefined && sameCell(first, cell);
}

/** `5` of the row `5 verbs`, where the sentence names it. */
function isInName(view: SentenceView, { start }: Quantity, { scoped }: Candidate): boolean {
  const { words } = view.reading;
  return view
    .naming(scoped.table)
    .mentions.some(
      ({ label, quality, words: at }) =>
        label.axis === 'row' && quality >= HALF_NAMED && at.some(word => words[word]!.start === start),
    );
}

const SEVERAL = 2;

/** `BLEU is 2.8 with one verb; with five, 8.1; with ten, 22.9`: all others of the sentence stand in the only column that it names. */
function isOfAll(view: SentenceView, quantity: Quantity, best: Candidate, siblings: Siblings): boolean {
  const { mentions } = view.naming(best.scoped.table);
  const others = view.sentence.quantities.filter(
    other => other !== quantity && other.noClaim === undefined && !isInName(view, other, best),
  );
  const columns = new Set(
    mentions.flatMap(({ label, quality }) =>
      label.axis === 'column' && quality >= HALF_NAMED ? [label.ids[0]] : [],
    ),
  );
  return (
    others.length >= SEVERAL &&
    columns.size === 1 &&
    columns.has(best.number.column) &&
    others.every(other => isOfColumn(other, best, siblings))
  );
}

/** What the number is set against stands in the named column. */
const isOfColumn = (other: Quantity, { scoped, number }: Candidate, { fitsOf }: Siblings): boolean =>
  fitsOf(other).some(fit => fit.scoped === scoped && fit.number.column === number.column);

/** `68.1 P@2`, `68.1 on the 2-tab set`. */
const RIGHT_BEHIND = /^\s(?:(?:on|for|in|at)\s)?(?:the\s)?$/iu;
/** `worse than on parentheses` is what it is compared with. */
const THAN = /(?<!\p{L})than\s(?:(?:on|for|in|at|with|of)\s)?(?:the\s|its\s)?$/iu;

/** `more assists than anyone else` is said of the one who has them. */
const TO_OTHER = /^\s(?:to|than(?!\s(?:any|every|all)))\s?/u;

/** The column is named in the number's own part of the sentence, and by what is no name of a row: `heat 4`. */
function isSaidInPart(view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean {
  const from = quantity.start - partBefore(view, quantity).length;
  const to = from + clauseAround(view, quantity).length;
  const { block } = view.reading;
  return view.mentionsOf(scoped.table, 'column', number.column, IN_FULL).some(mention => {
    const { start, end } = view.spanOf(mention);
    const isNear = start < quantity.start || RIGHT_BEHIND.test(block.text.slice(quantity.unitEnd, start));
    // `was in front by the 300 m turn and won by 0.89 s in 237.46`: another clause has its own.
    const isOfOther =
      /\sand\s/.test(block.text.slice(end, quantity.start)) &&
      view.sentence.quantities.some(other => other.start > end && other.end < quantity.start);
    return (
      mention.dominated === 0 &&
      isNear &&
      !isOfOther &&
      start >= from &&
      end <= to &&
      !/^\s?[=≈]?\s?#?\d/.test(block.text.slice(end, end + 4)) &&
      !THAN.test(block.text.slice(Math.max(0, start - 20), start)) &&
      !TO_OTHER.test(block.text.slice(end, end + 16))
    );
  });
}

/** In another column, whose header has no word of the sentence that the named column's has not. */
function isBesideUnsaid(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number, row, unit }: Fit,
  best: Candidate,
  { fitsOf }: Siblings,
): boolean {
  if (number.row !== best.number.row) return row < UNNAMED_ROW;
  if (number.column === best.number.column || unit > best.unit) return false;
  // `A has the best micro-F1, 80.16, and B a macro-F1 of 77.36`: what was said before 80.16, which stands there, is said of that.
  const other = view.sentence.quantities.findLast(
    ({ end, role, text }) =>
      end < quantity.start && role === 'value' && significantDigits(text) >= TELLING_DIGITS,
  );
  const isOfOther =
    other !== undefined &&
    fitsOf(other).some(
      fit =>
        isSaid(fit) &&
        fit.scoped === scoped &&
        fit.number.column === number.column &&
        fit.number.row !== number.row,
    );
  const from = isOfOther ? other.end : view.sentence.start;
  const said = view.reading.words
    .filter(({ start, end }) => start >= from && end <= view.sentence.end)
    .map(({ norm }) => norm);
  const has = new Set(wordsOf(scoped.table.columns[best.number.column]!.header).map(({ norm }) => norm));
  const header = wordsOf(scoped.table.columns[number.column]!.header);
  // `Other` is all that it is called.
  const isAllCommon = header.every(({ norm }) => isCommon(norm));
  return !header.some(
    ({ norm }) =>
      (isAllCommon || !isCommon(norm)) &&
      !has.has(norm) &&
      said.some(word => word.startsWith(norm) || likeness(word, norm) >= ALIKE),
  );
}

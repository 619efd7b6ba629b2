import { type Candidate, cellAsNamed } from './candidates.ts';
import { sentenceBefore, sentenceBehind } from './clause.ts';
import { isComparand } from './comparand.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import type { Fit } from './fit.ts';
import { isFarOff } from './in-column.ts';
import { NO_SUSPICION, type Suspicion } from './judge-value.ts';
import { meantInstead } from './meant-instead.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { canonical, isCommon, likeness, wordsOf } from './words.ts';

/*
 * Tables have a measure for several data sets, `MUC P`, `MUC F1`, `B3 P`, `B3 F1`, and texts say the measure alone: `an F1 of 80.5`.
 */

const BEFORE = /([\p{L}\p{N}@-]+)(?:[\s-](?:score|value|rate)s?)?\s?(?:of|is|was|at|=|:)\s?$/u;
const BEHIND = /^\s?%?\s([\p{L}\p{N}@-]+)/u;

/** The words right at a number that may say what it measures, as they are compared; `b` for `BLEU` as well. */
export function measuresSaid(view: SentenceView, quantity: Quantity): ReadonlySet<string> {
  const said = [BEFORE.exec(sentenceBefore(view, quantity)), BEHIND.exec(sentenceBehind(view, quantity))];
  return new Set(
    said.flatMap(match => {
      const words = wordsOf(match?.[1] ?? '').filter(({ norm, numeric }) => !numeric && !isCommon(norm));
      return words.flatMap(({ norm, capitals }) =>
        capitals ? [canonical(norm), norm[0]!] : [canonical(norm)],
      );
    }),
  );
}

/** Said without a hedge, and to so many digits that it stands in a table hardly by chance. */
export const isTellingValue = ({ role, noClaim, bound, approximate, text }: Quantity): boolean =>
  role === 'value' &&
  noClaim === undefined &&
  bound === undefined &&
  !approximate &&
  significantDigits(text) >= TELLING_DIGITS;

/** The words of a header, as they are compared. */
export const headerWords = ({ table }: ScopedTable, column: number): readonly string[] =>
  wordsOf(table.columns[column]!.header).map(({ norm }) => canonical(norm));

const LIKE = 0.7;

/** One of the words of a header is said, if in another form: `Con.` for `consistency`. */
export const isSaidIn = (said: ReadonlySet<string>, header: readonly string[]): boolean =>
  header.some(word => said.has(word) || [...said].some(other => likeness(word, other) >= LIKE));

const NAMED_ROW = 0.75;
const UNNAMED_ROW = 0.2;

/**
 * How suspicious a number is that stands in the row that is named, in a column of another measure than the one said right at it, where
 * the same data set has that measure too.
 */
export function suspectOtherMeasure(view: SentenceView, quantity: Quantity, fits: readonly Fit[]): Suspicion {
  if (quantity.bound || quantity.approximate || significantDigits(quantity.text) < TELLING_DIGITS)
    return NO_SUSPICION;
  const own = fits.filter(({ row }) => row >= UNNAMED_ROW);
  const [first] = own;
  if (!first || first.row < NAMED_ROW || own.some(fit => !isInRowOf(fit, first))) return NO_SUSPICION;
  const said = measuresSaid(view, quantity);
  if (said.size === 0) return NO_SUSPICION;
  const cells = own.map(fit => insteadOf(view, quantity, fit, said));
  const [best] = cells;
  if (!best || cells.some(cell => cell === undefined) || isComparand(view, quantity, best))
    return NO_SUSPICION;
  // Which of the data sets is meant nothing says.
  const { scoped, number } = best;
  const all = scoped.labels.measures.flatMap(column => {
    const cell = scoped.numbers.inRow(number.row)[column];
    return cell && cell !== number && isSaidIn(said, headerWords(scoped, column))
      ? [cellAsNamed(view, { scoped, number: cell })]
      : [];
  });
  return meantInstead(quantity, [best, ...all], 'another measure');
}

const isInRowOf = (a: Fit, b: Fit): boolean => a.scoped === b.scoped && a.number.row === b.number.row;

/** The cell of the row in the column that is called as the fit's, but for the measure. */
function insteadOf(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Fit,
  said: ReadonlySet<string>,
): Candidate | undefined {
  const own = headerWords(scoped, number.column);
  if (own.length < 2 || isSaidIn(said, own)) return undefined;
  const inSentence = new Set(wordsOf(view.text).map(({ norm }) => canonical(norm)));
  const columns = scoped.labels.measures.filter(column => {
    const other = headerWords(scoped, column);
    if (other.length !== own.length) return false;
    const differing = own.flatMap((word, at) => (word === other[at] ? [] : [at]));
    return (
      differing.length === 1 &&
      isSaidIn(said, [other[differing[0]!]!]) &&
      !inSentence.has(own[differing[0]!]!)
    );
  });
  const [column, ...more] = columns;
  const cell = column === undefined ? undefined : scoped.numbers.inRow(number.row)[column];
  if (!cell || more.length > 0) return undefined;
  const meant = cellAsNamed(view, { scoped, number: cell });
  return isFarOff(quantity, meant) ? undefined : meant;
}

import { type Candidate, cellAsNamed, FAINT, NAMED } from './candidates.ts';
import type { Fit } from './fit.ts';
import { isFarOff, isWhatItSays } from './in-column.ts';
import { NO_SUSPICION, type Siblings, type Suspicion } from './judge-value.ts';
import { meantInstead } from './meant-instead.ts';
import { neighboursOf } from './neighbours.ts';
import { isTellingValue } from './other-measure-said.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

const ROW = 0.75;
const UNNAMED = 0.2;

/** Of `84.0 accuracy and 60.1 consistency`, `a BLEU of 27.5 and a METEOR of 59.6` what stands between: one measure, and another. */
const AND =
  /^\s?%?(?:\s(?!(?:but|while|whereas|for|from|on|in|at|by|with|over|than|to|when|using|against)\s)[\p{L}\p{N}@-]+){0,3},?\sand\s(?:(?!(?:but|while|whereas|for|from|on|in|at|by|with|over|than|to|when|using|against)\s)[\p{L}\p{N}@-]+\s){0,4}(?:of\s|=\s)?$/iu;
const OF_OTHERS =
  /(?<!\p{L})(?:best|worst|highest|lowest|largest|smallest|respectively|between|ranges?|ranging|others?|each|both|baselines?|previous|respective)(?!\p{L})/iu;

/**
 * How suspicious a number is that is said in one breath with a value of the only row that the sentence names, each with what it measures, and
 * that stands in another row.
 */
export function suspectOtherRowThanJoined(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  { fitsOf }: Siblings,
): Suspicion {
  const [first] = fits;
  if (!first || !isTellingValue(quantity) || OF_OTHERS.test(view.text)) return NO_SUSPICION;
  if (fits.some(fit => fit.scoped !== first.scoped || fit.row >= UNNAMED)) return NO_SUSPICION;
  const { scoped } = first;
  const row = rowOfNeighbour(view, quantity, fitsOf);
  if (!row || row.scoped !== scoped || isAnyOtherRowNamed(view, row)) return NO_SUSPICION;
  const columns = new Set(fits.map(({ number }) => number.column));
  const [column, ...more] = [...columns].filter(each =>
    fits.some(fit => fit.number.column === each && fit.column >= FAINT),
  );
  const number =
    column === undefined || more.length > 0 ? undefined : scoped.numbers.inRow(row.number.row)[column];
  if (!number) return NO_SUSPICION;
  const meant: Candidate = cellAsNamed(view, { scoped, number }, NAMED);
  if (isFarOff(quantity, meant) || isWhatItSays(quantity, meant)) return NO_SUSPICION;
  return meantInstead(quantity, [meant], 'joined with a value of another row');
}

/** The only cell that the number before it, or behind it, agrees with. */
function rowOfNeighbour(view: SentenceView, quantity: Quantity, fitsOf: Siblings['fitsOf']): Fit | undefined {
  for (const { other, between } of neighboursOf(view, quantity)) {
    if (!AND.test(between) || !isTellingValue(other)) continue;
    const [fit, ...more] = fitsOf(other);
    if (fit && more.length === 0 && fit.row >= ROW && fit.column >= FAINT) return fit;
  }
  return undefined;
}

const isAnyOtherRowNamed = (view: SentenceView, { scoped, number }: Fit): boolean =>
  [...view.naming(scoped.table).own.rows].some(([row, { score }]) => row !== number.row && score >= NAMED);

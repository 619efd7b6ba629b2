import { overlap, readings, significantDigits } from '../compare.ts';
import type { Judgement } from '../judgement.ts';
import { type Quantity, written } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const FEWEST_DIGITS = 2;

/** `62.41 against the solver's 64.54: −2.13`, where the table has 62.41 and −2.13, but no solver. */
export function isThirdOfThree(
  { sentence }: SentenceView,
  quantity: Quantity,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean {
  const cells = sentence.quantities.flatMap(other => {
    const judgement = judged.get(other);
    return other !== quantity &&
      judgement?.verdict === 'supported' &&
      judgement.by === 'cell' &&
      significantDigits(other.text) >= FEWEST_DIGITS
      ? [{ other, fit: judgement.fit }]
      : [];
  });
  const wanted = readings(written(quantity));
  return cells.some((one, at) =>
    cells.slice(at + 1).some(two => {
      if (one.fit.scoped !== two.fit.scoped || one.fit.number.row !== two.fit.number.row) return false;
      const half = (one.other.step + two.other.step) / 2;
      return [one.other.size + two.other.size, Math.abs(one.other.size - two.other.size)].some(value =>
        overlap({ low: value - half, high: value + half }, wanted),
      );
    }),
  );
}

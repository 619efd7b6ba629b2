import { type Candidate, NAMED } from './candidates.ts';
import { isUnknown } from './clause.ts';
import { columnStats } from './column-stats.ts';
import type { Fit } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';
import { wordsOf } from './words.ts';

/*
 * Why a number that stands in the row that is named may be of the column that it stands in, though the sentence names another.
 */

/** `the performance rating` is no `rating`: each name of the column stands behind a word that no label has. */
export const isLongerMeasure = (view: SentenceView, { scoped, number }: Candidate): boolean =>
  view.isEachName({ scoped, axis: 'column', id: number.column }, NAMED, ({ start }) => {
    const before = /(?<![\p{L}’'-])(\p{Ll}{4,})\s$/u.exec(
      view.reading.block.text.slice(view.sentence.start, start),
    )?.[1];
    return isUnknown(view, before, scoped);
  });

/** `Low dose patients were 42.7 years old` says not how many there were. */
export const isFinerThanColumn = ({ decimals }: Quantity, { scoped, number }: Candidate): boolean =>
  decimals > 0 && columnStats(scoped.table)[number.column]!.decimals === 0 && number.size > 2;

/** Of `AUC` and `AUC 0.52` the one may be meant as well as the other. */
export function haveOneName(fit: Fit, { scoped, number }: Candidate): boolean {
  if (fit.scoped !== scoped) return false;
  const wordsIn = (column: number): string[] =>
    wordsOf(scoped.table.columns[column]!.header).flatMap(({ norm, numeric }) => (numeric ? [] : [norm]));
  const other = new Set(wordsIn(fit.number.column));
  return wordsIn(number.column).every(norm => other.has(norm));
}

import { NAMED } from './candidates.ts';
import { NAMED_AT_ALL } from './change-of-others.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * Whether a sentence that names two rows compares them: what names a row may name more.
 */

/** `the drop in V2 noisy F1` names the column, and no row `No noise`. */
export const isNamedByColumn = (view: SentenceView, { scoped, number }: CellNumberRef): boolean => {
  const ofColumns = view
    .naming(scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'column' && quality >= NAMED);
  const names = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
  return (
    names.length > 0 &&
    names.every(({ words: at, quality }) =>
      ofColumns.some(other => other.quality >= quality && at.every(word => other.words.includes(word))),
    )
  );
};

/** All that names the one row names the other one, too: `CIFAR-100` is no second network. */
export const areOneName = (view: SentenceView, a: CellNumberRef, b: CellNumberRef): boolean =>
  [[a, b] as const, [b, a] as const].some(([{ scoped, number }, other]) => {
    const names = view.mentionsOf(scoped.table, 'row', number.row, NAMED_AT_ALL);
    return names.length > 0 && names.every(({ label }) => label.ids.includes(other.number.row));
  });

/** A name that so few rows have says which of them is meant, or nearly. */
const MOST_ROWS = 2;

/** `over the baselines`, of which there are four. */
export function isOneOfGroup(view: SentenceView, { scoped, number }: CellNumberRef): boolean {
  const mentions = view.mentionsOf(scoped.table, 'row', number.row, NAMED_AT_ALL);
  return mentions.length > 0 && mentions.every(({ label }) => label.ids.length > MOST_ROWS);
}

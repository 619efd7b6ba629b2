import type { Mention } from './mentions.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** In full, or nearly: `macro-F1` for `F1_macro`. */
const IN_FULL = 0.87;

/** Of `AUC 0.97`, `AUC of 0.97`, `an AUC score (0.97`, `AUC = 0.97` what stands between name and number. */
const BEFORE = /^\)?(?:\s(?:score|rate|value|metric)s?)?\s?(?:\(|=|:|(?:\s?(?:of|is|was|at|reaches))?)\s?$/u;
/** Of `0.97 AUC`, `97 % in AUC` the same. */
const BEHIND = /^\s(?:in\s)?$/u;

/**
 * The column whose name stands right at a number, with nothing but `of`, `is` or a sign between: before it, or else behind. Undefined
 * where none does, or several that are not one within the other.
 */
export function columnRightAt(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
): number | undefined {
  const { words, block } = view.reading;
  const mentions = view
    .naming(scoped.table)
    .mentions.filter(
      ({ label, quality }) => label.axis === 'column' && quality >= IN_FULL && label.ids.length === 1,
    );
  const before = mentions.filter(mention => {
    const { start, end } = view.spanOf(mention);
    // `0.22 precision at 0.42 recall`
    const isOfOther = view.sentence.quantities.some(
      other => other.unitEnd <= start && BEHIND.test(block.text.slice(other.unitEnd, start)),
    );
    return end <= quantity.start && !isOfOther && BEFORE.test(block.text.slice(end, quantity.start));
  });
  if (before.length > 0) return longest(before);
  return longest(
    mentions.filter(({ words: at }) => {
      const { start } = words[at[0]!]!;
      return start >= quantity.unitEnd && BEHIND.test(block.text.slice(quantity.unitEnd, start));
    }),
  );
}

/** `Recall@10` and not `Recall`. */
function longest(mentions: readonly Mention[]): number | undefined {
  const most = Math.max(0, ...mentions.map(({ words }) => words.length));
  const ids = new Set(
    mentions.filter(({ words }) => words.length === most).map(({ label }) => label.ids[0]!),
  );
  return ids.size === 1 ? [...ids][0] : undefined;
}

import { type Candidate, NAMED } from './candidates.ts';
import { columnScore } from './fit.ts';
import type { Mention } from './mentions.ts';
import type { TableNumber } from './number-index.ts';
import { stepsWith } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

const SAID_BEFORE =
  /^[)+*†‡]?(?:\s(?!and\b|or\b|than\b|but\b|while\b|with\b|for\b|on\b)[\p{L}-]+){0,4}\s?[(:=]?\s?(?:to\s|of\s|at\s)?$/u;
/** `the recall for the whole set is 0.98`. */
const SAID_OF = /^[^,;:()]{0,60}\s(?:is|was|are|were)\s(?:only\s|just\s|about\s)?$/u;
/** `46.5 % on Pubmed`, `82.2 on the test set`. */
const ON = /^\s(?:on|for|in)\s(?:the\s|our\s)?$/iu;
/** `by 1.9 on Pubmed, and has the best recall`: the recall is of what the next clause says. */
const NEW_CLAUSE = /[,;]\s(?:and|but|while|whereas|which|it)\s/iu;
const FAR = 8;

/** The columns that are said right at the number, in full; of `2.7 times` none, whatever is called a time. */
export const columnsSaid = (view: SentenceView, quantity: Quantity, scoped: ScopedTable): number[] =>
  quantity.unit === '×' || quantity.role === 'ratio'
    ? []
    : scoped.labels.measures.filter(
        column =>
          !scoped.labels.keys.includes(column) &&
          isColumnSaid(view, quantity, { scoped, number: { column } }),
      );

const PARTICLE = /\p{L}{3,}\s(?:in|up|off|out|away)\s$/u;

/** `drove in 110 runs`: the verb says of which runs. */
export const hasParticle = ({ reading, sentence }: SentenceView, { start }: Quantity): boolean =>
  PARTICLE.test(reading.block.text.slice(sentence.start, start));

/** How much less surely than the best a candidate may be named that still is as good. */
const AS_GOOD = 0.95;

/** Of candidates that are named about as surely those come first whose column is said right at the number. */
export function saidFirst(
  view: SentenceView,
  quantity: Quantity,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const [best] = candidates;
  if (!best || best.column < FULL) return candidates;
  const good = candidates.filter(({ score }) => score >= best.score * AS_GOOD);
  if (good.every(({ scoped, number }) => scoped === best.scoped && number.column === best.number.column))
    return candidates;
  const said = good.filter(candidate => isColumnSaid(view, quantity, candidate));
  return said.length === 0 || said[0] === best
    ? candidates
    : [...said, ...candidates.filter(candidate => !said.includes(candidate))];
}

/** In full. */
const FULL = 0.9;

/**
 * `an accuracy of 27.4`, `27.4 % accuracy`, `AUC: 0.75`: the column is said right at the number, and it is named in full. In
 * `the accuracy from 27.4 to 30.2` it is that of both.
 */
export function isColumnSaid(
  view: SentenceView,
  quantity: Quantity,
  column: { readonly scoped: ScopedTable; readonly number: Pick<TableNumber, 'column'> },
): boolean {
  if (isSaidAt(view, quantity, column)) return true;
  if (columnScore(view, column.scoped, column.number.column) < FULL) return false;
  const step = stepsWith(view, quantity).find(({ b }) => b === quantity);
  return step !== undefined && isSaidAt(view, step.a, column);
}

const columnsNamed = (view: SentenceView, { table }: ScopedTable): readonly Mention[] =>
  view.naming(table).mentions.filter(({ label, quality }) => label.axis === 'column' && quality >= NAMED);

const JOINS = /[,;]|(?<!\p{L})(?:and|or|but)(?!\p{L})/iu;

function isSaidAt(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: { readonly scoped: ScopedTable; readonly number: Pick<TableNumber, 'column'> },
): boolean {
  if (columnScore(view, scoped, number.column) < FULL) return false;
  const { words, block } = view.reading;
  const { text } = block;
  const behind = words.findIndex(word => word.start >= quantity.unitEnd);
  const before = words.findLastIndex(word => word.end <= quantity.start);
  const columns = view.once(scoped, columnsNamed);
  const isNear = ({ label, quality, dominated, words: at }: Mention): boolean => {
    if (label.ids[0] !== number.column || quality < FULL || dominated > 0) return false;
    const last = at.at(-1)!;
    const first = at[0]!;
    // `2.6 % DSC and BTCV by` is no `DSC BTCV`.
    if (
      at.some(
        (word, place) => place > 0 && JOINS.test(text.slice(words[at[place - 1]!]!.end, words[word]!.start)),
      )
    )
      return false;
    if (last <= before) {
      const gap = text.slice(words[last]!.end, quantity.start);
      // `195 runs at an average of 45.11`: the average is said there.
      const isPassed = columns.some(
        other => other.label.ids[0] !== number.column && other.words.every(at => at > last && at <= before),
      );
      if (before - last <= 4 && !isPassed && SAID_BEFORE.test(gap)) return true;
      const isAlone = columns.every(
        other => other.label === label || other.words.every(word => word < first),
      );
      return before - last <= FAR && SAID_OF.test(gap) && isAlone;
    }
    // `precision (0.867, relaxed)`: the name stands on both sides.
    if (first <= before) return at.includes(before) && behind >= 0 && last - behind <= 2;
    if (behind < 0 || NEW_CLAUSE.test(text.slice(words[first]!.start, words[last]!.end))) return false;
    const gap = text.slice(quantity.unitEnd, words[first]!.start);
    return (first - behind <= 1 && !/[,;()]/.test(gap)) || ON.test(gap);
  };
  return columns.some(isNear);
}

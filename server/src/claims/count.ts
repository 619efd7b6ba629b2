import { filledTexts } from '../tables/labels.ts';
import { type Aggregate, aggregatesOf } from './aggregate.ts';
import { sentenceBefore, sentenceBehind } from './clause.ts';
import { type Fit, isSaid } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { isCommon, likeness, wordsOf } from './words.ts';

const THERE =
  /^(?:(?:in total|overall|altogether),?\s)?there\s(?:are|were|is|was|have been|had been)\s(?:only\s|just\s|exactly\s|a total of\s)?$/iu;
/** `5 lighthouses with a height of more than 40 m` are some of the rows, by what stands in them. */
const SOME =
  /(?<!\p{L})(?:or (?:more|less|fewer)|with|without|whose|who|that|which|(?:more|less|fewer|higher|lower|longer|shorter|taller|older|younger|larger|smaller|earlier|later) than|over|under|above|below|at least|at most|between|before|after|since|until|not|only|except|but)(?!\p{L})/iu;
const OF_THEM = /^\sof\s(?:the|these|those|its|their|his|her)\s/iu;
const IN_LIST = /(?<!\p{L})(?:in|on|of) (?:the|this) (?:list|table)(?!\p{L})/iu;
/** So many words behind the number may say what is counted. */
const NOUN_WORDS = 3;
const FEWEST = 3;
/** `17 farms are listed`, not `6 songs reached the charts`, which are some of them. */
const ARE = /^\s(?:[\p{L}’'-]+\s){1,7}(?:are|were|is|was|have|had)(?!\p{L})/iu;

/** So many things there are, and nothing is said of them: then it is sure how many. */
export const isPlainCount = (view: SentenceView, quantity: Quantity): boolean =>
  THERE.test(sentenceBefore(view, quantity)) || IN_LIST.test(view.text);

/**
 * How many rows a sentence surely counts: it begins with the number, or with `there are`, what it counts is what page and table are
 * about, and it names one label of rows or none. Undefined where the number is right in any way of counting, or too far from it.
 */
export function intendedCount(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
): Aggregate | undefined {
  const [scoped] = view.nearest;
  // A table of the page is there to show something, not to hold all there is.
  if (!scoped || view.tables.length !== 1 || scoped.table.format === 'gfm' || !isCount(view, quantity))
    return undefined;
  const columns = countedColumns(view, scoped, quantity);
  if ((columns.length === 0 && !saysWhatIsCounted(view, quantity)) || fits.some(isSaid)) return undefined;
  const counts = aggregatesOf(view, scoped).filter(({ kind }) => kind === 'count');
  if (counts.some(({ value }) => value === quantity.size)) return undefined;
  const selection = onlySelection(view, scoped);
  if (selection === '' && !isPlainCount(view, quantity) && !ARE.test(sentenceBehind(view, quantity)))
    return undefined;
  // `5 of the sizes`: not all of them.
  if (selection === '' && OF_THEM.test(sentenceBehind(view, quantity))) return undefined;
  const count = counts.find(other => other.selection === selection);
  if (!count || count.value < FEWEST) return undefined;
  const distinct = (column: number): number => distinctTexts(scoped, count.rows, column);
  // `4 venues` counts what stands in that column, each once; where that is another number, either may be meant.
  if (columns.some(column => distinct(column) !== count.value)) return undefined;
  if (columns.length === 0 && scoped.table.columns.some(({ index }) => distinct(index) === quantity.size))
    return undefined;
  // A table may leave out some of what there is, but holds none that is not.
  if (quantity.size > count.value && selection === '' && !IN_LIST.test(view.text)) return undefined;
  return Math.abs(count.value - quantity.size) <= Math.max(2, count.value / 2) ? count : undefined;
}

function isCount(view: SentenceView, quantity: Quantity): boolean {
  if (quantity.role !== 'value' || quantity.decimals > 0 || quantity.unit !== '' || quantity.size < 2)
    return false;
  if (quantity.approximate || quantity.bound || quantity.aggregate || quantity.sign !== 0) return false;
  if (SOME.test(sentenceBehind(view, quantity))) return false;
  const before = sentenceBefore(view, quantity);
  return before === '' || THERE.test(before);
}

/** The first words behind the number. */
const nounsOf = (view: SentenceView, quantity: Quantity): string[] =>
  view.reading.words
    .filter(word => word.start >= quantity.unitEnd && word.end <= view.sentence.end)
    .slice(0, NOUN_WORDS)
    .flatMap(word => (word.numeric || isCommon(word.norm) ? [] : [word.norm]));

/** What stands behind the number is what page and table are about. */
export const saysWhatIsCounted = (view: SentenceView, quantity: Quantity): boolean =>
  nounsOf(view, quantity).some(norm => [...view.subject].some(other => likeness(other, norm) >= 0.7));

/** The columns of names that are called what is counted. */
function countedColumns(view: SentenceView, { labels, table }: ScopedTable, quantity: Quantity): number[] {
  const nouns = nounsOf(view, quantity);
  return labels.keys.filter(column =>
    wordsOf(table.columns[column]!.header).some(
      ({ norm }) => !isCommon(norm) && nouns.some(noun => likeness(norm, noun) >= 0.7),
    ),
  );
}

/** The only label of several rows that the sentence names in full; empty where it names none. */
function onlySelection(view: SentenceView, scoped: ScopedTable): string | undefined {
  const { words } = view.reading;
  const named = view
    .naming(scoped.table)
    .mentions.filter(
      ({ label, quality, dominated, words: at }) =>
        label.axis === 'row' &&
        dominated === 0 &&
        quality >= 0.3 &&
        !at.every(word => view.subject.has(words[word]!.norm) || isCommon(words[word]!.norm)),
    );
  const [first] = named;
  if (!first) return '';
  const isSure = named.length === 1 && first.quality >= 0.85 && first.label.ids.length > 1;
  return isSure ? first.label.text : undefined;
}

/** How many different texts the rows have in a column. */
const distinctTexts = ({ table }: ScopedTable, rows: readonly number[], column: number): number =>
  new Set(rows.map(row => filledTexts(table)[row]![column]).filter(text => text !== '')).size;

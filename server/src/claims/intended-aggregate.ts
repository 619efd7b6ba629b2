import { rowLabel } from '../tables/labels.ts';
import { type Aggregate, type AggregateKind, aggregatesOf, isColumnsName, worth } from './aggregate.ts';
import { clauseAround, clauseBefore, isUnknown, isUnknownWord, tellingWords } from './clause.ts';
import { columnStats } from './column-stats.ts';
import { isDecimalShift, type Written } from './compare.ts';
import type { SentenceNaming } from './context.ts';
import { saysWhatIsCounted } from './count.ts';
import { sumsUp } from './doubts/how-many.ts';
import { columnScore, writtenInTable } from './fit.ts';
import type { Label } from './label-index.ts';
import type { Mention } from './mentions.ts';
import { moneyColumn } from './money.ts';
import { isAnyRowNamed, type Named } from './naming.ts';
import { numberWordsIn } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { isCommon, isPale, wordsOf } from './words.ts';

/** The mean or total that a sentence surely speaks of: one column is named, and either all rows or one label's. */
export function intendedAggregate(
  view: SentenceView,
  quantity: Quantity,
): { readonly aggregate: Aggregate; readonly column: number } | undefined {
  const kind = quantity.aggregate;
  if (!kind || view.nearest.length !== 1) return undefined;
  const scoped = view.nearest[0]!;
  const naming = view.naming(scoped.table);
  if (isAlongRow(view, quantity, naming) || AT_TIME.test(view.text)) return undefined;
  if (naming.mentions.some(mention => isOfRow(view, quantity, mention))) return undefined;
  const said = rowsSaid(view, quantity, scoped);
  if (sumsUp(view, quantity) || said === 'nothing sure') return undefined;
  const meant = columnMeant(view, quantity, scoped);
  if (!meant) return undefined;
  const aggregates = aggregatesOf(view, scoped).filter(
    other => other.kind === kind && other.column === meant.column,
  );
  const all = aggregates.find(({ selection }) => selection === '');
  const areAll = said !== undefined && said >= FEWEST_ROWS && said === all?.numbers.length;
  const years = view.once(scoped, spannedYears);
  const chosen = areAll
    ? []
    : chosenIn(view, quantity, naming.mentions).filter(({ label }) => label.column !== years);
  const several = isColumnsName({ scoped, column: meant.column }) ? undefined : rowsChosen(view, chosen);
  const label = several ? undefined : onlyLabel(chosen);
  if (label === 'unsure') return undefined;
  const aggregate = several
    ? aggregateOver(scoped, several, meant.column, kind)
    : aggregates.find(({ selection }) => selection === (label?.text ?? ''));
  if (!aggregate || !isPlausible(writtenInTable(quantity, scoped), Math.abs(aggregate.value)))
    return undefined;
  const { numbers } = aggregate;
  if (said !== undefined && said !== numbers.length) return undefined;
  if (!several && numbers.length < (label ? 2 : FEWEST_ROWS)) return undefined;
  // How many they are bears out which.
  if (said === undefined && (isCutOut(view, quantity, scoped) || areNamedAround(scoped, naming)))
    return undefined;
  return { aggregate, column: meant.score };
}

const FEWEST_ROWS = 3;

const isCutOut = (view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean =>
  isLimited(view, quantity) || isOfUnknownKind(view, quantity, scoped);

/** Rows that the words around a sentence name are those that it speaks of. */
const areNamedAround = (scoped: ScopedTable, { own, wide }: SentenceNaming): boolean =>
  [...wide.rows].some(
    ([row, { score, by }]) => (score >= FAINTLY || by.some(isOfSome(scoped))) && !own.row(row),
  );

/** The column of which the sentence says the mean or the total, if it is one beyond doubt. */
function columnMeant(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
): { readonly column: number; readonly score: number } | undefined {
  const { mentions } = view.naming(scoped.table);
  // `average starts`: the column `avg start` is named, and so is `starts` of which the average may be meant.
  const inFull = new Map(
    mentions.flatMap(({ label, quality }) =>
      label.axis === 'column' ? [[label.ids[0]!, quality] as const] : [],
    ),
  );
  // `a total of 53` names no column `total`: another word of the header must be said.
  const isSaid = (column: number): boolean =>
    mentions.some(
      ({ label, words }) =>
        label.axis === 'column' &&
        label.ids[0] === column &&
        words.some(word => !isPale(view.reading.words[word]!.norm)),
    );
  const stats = columnStats(scoped.table);
  const isShare = (column: number): boolean => stats[column]!.percent || stats[column]!.unit === '%';
  const columns = scoped.labels.measures
    .filter(column => !stats[column]!.years)
    .map(column => ({ column, score: Math.max(columnScore(view, scoped, column), inFull.get(column) ?? 0) }))
    .sort((a, b) => b.score - a.score);
  // Of `votes` and `% of vote` a number without a sign is the first.
  const plain = columns.filter(({ column }) => !isShare(column));
  const isPlain = quantity.unit !== '%' && (plain[0]?.score ?? 0) >= NAMED_COLUMN;
  const [best, second] = isPlain ? plain : columns;
  const money = best && best.score >= NAMED_COLUMN ? undefined : moneyColumn(view, quantity, scoped);
  if (money !== undefined) return { column: money, score: NAMED_COLUMN };
  if (!best || best.score < NAMED_COLUMN || !isSaid(best.column))
    return columnOfCounts(view, quantity, scoped);
  // A share is no mean of what goes beyond a hundred.
  if (quantity.unit === '%' && stats[best.column]!.max > 100) return undefined;
  const isRival =
    second !== undefined &&
    second.score > best.score - 0.25 &&
    !(isLiteral(view, scoped, best.column) && !isLiteral(view, scoped, second.column));
  return isRival ? undefined : best;
}

const COUNTS = /^(?:quantity|qty\.?|number|no\.?|count|amount)(?:\s(?:built|made|produced))?$/i;

/** `A total of 373 locomotives` on a page about them: of the only column that says how many, by whatever name. */
function columnOfCounts(
  view: SentenceView,
  quantity: Quantity,
  { table, labels }: ScopedTable,
): { readonly column: number; readonly score: number } | undefined {
  if (quantity.aggregate !== 'total' || !saysWhatIsCounted(view, quantity)) return undefined;
  const [column, ...more] = labels.measures.filter(index => COUNTS.test(table.columns[index]!.header));
  return column === undefined || more.length > 0 ? undefined : { column, score: NAMED_COLUMN };
}

/** The names of rows in the number's own clause that are not what the whole page is about. */
const chosenIn = (view: SentenceView, quantity: Quantity, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter(mention => {
    const { label, quality, dominated, words } = mention;
    return (
      label.axis === 'row' &&
      dominated === 0 &&
      quality >= 0.3 &&
      label.words.some(word => !isCommon(word.norm)) &&
      !words.every(word => view.subject.has(view.reading.words[word]!.norm)) &&
      isInClause(view, quantity, mention)
    );
  });

/** The only label of several rows among the names, in full; undefined where nothing is named. */
function onlyLabel(chosen: readonly Mention[]): Label | 'unsure' | undefined {
  if (chosen.length === 0) return undefined;
  const [first, ...more] = chosen;
  return more.length === 0 && first!.quality >= 0.85 && first!.label.ids.length > 1 ? first!.label : 'unsure';
}

/**
 * How many rows the sentence says that it speaks of: `of the two American divers`, `the 3 lakes in Hol`. Where it has other numbers,
 * of which it may say more than of all rows, nothing is sure.
 */
function rowsSaid(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
): number | 'nothing sure' | undefined {
  const some = SOME_OF.exec(clauseAround(view, quantity))?.[1];
  if (some) return countOf(some);
  const years = view.once(scoped, spannedYears);
  const ends = years === undefined ? undefined : columnStats(scoped.table)[years]!;
  const isEnd = ({ size }: Quantity): boolean => size === ends?.min || size === ends?.max;
  const [other, ...more] = view.sentence.quantities.filter(
    other => other !== quantity && other.noClaim === undefined && !isEnd(other),
  );
  if (!other) return undefined;
  return more.length === 0 && mayCountRows(other) ? other.size : 'nothing sure';
}

/** The column of years that the sentence tells from its first to its last: `from 1983 to 1992` are all rows. */
const spannedYears = (view: SentenceView, { table }: ScopedTable): number | undefined => {
  const column = columnStats(table).findIndex(({ years, min, max }) => {
    return years && min < max && new RegExp(`(?<!\\d)${min}\\D{1,6}${max}(?!\\d)`, 'u').test(view.text);
  });
  return column < 0 ? undefined : column;
};

/** `the average of the 3 lakes in Hol`: how many they are, which the rows bear out. */
const mayCountRows = ({ decimals, unit, sign, role, size }: Quantity): boolean =>
  role === 'value' && decimals === 0 && unit === '' && sign === 0 && size >= 2;

/** The sentence has all words of the header as they are spelled there: `points`, and not `pts for`. */
const isLiteral = ({ reading, sentence }: SentenceView, { table }: ScopedTable, column: number): boolean =>
  wordsOf(table.columns[column]!.header).every(({ norm }) =>
    reading.words.some(
      word => word.norm === norm && word.start >= sentence.start && word.end <= sentence.end,
    ),
  );

const AND = /^(?:\s?,\s?(?:and\s)?|\s(?:and|&)\s)(?:the\s)?$/iu;

/** `A, B and C have a total of 69`: each is named in full by what no other row has. */
function rowsChosen(view: SentenceView, chosen: readonly Mention[]): readonly number[] | undefined {
  const { words, block } = view.reading;
  const inOrder = chosen.toSorted((a, b) => a.words[0]! - b.words[0]!);
  const areListed = inOrder.every(({ words: at }, place) => {
    const next = inOrder[place + 1];
    return !next || AND.test(block.text.slice(words[at.at(-1)!]!.end, words[next.words[0]!]!.start));
  });
  if (
    !areListed ||
    chosen.length < 2 ||
    chosen.some(({ quality, label }) => quality < 0.6 || label.ids.length > 1)
  )
    return undefined;
  const rows = [...new Set(chosen.map(({ label }) => label.ids[0]!))];
  return rows.length > 1 ? rows : undefined;
}

function aggregateOver(
  scoped: ScopedTable,
  rows: readonly number[],
  column: number,
  kind: Exclude<AggregateKind, 'count'>,
): Aggregate | undefined {
  const numbers = rows.flatMap(row => scoped.numbers.inRow(row)[column] ?? []);
  if (numbers.length < rows.length) return undefined;
  const selection = rows.map(row => rowLabel(scoped.table, row)).join(', ');
  return { kind, scoped, column, rows, selection, numbers, ...worth(kind, numbers) };
}

/** `its average accuracy`: along a row that was named before. */
const ITS =
  /(?<!\p{L})(?:its|their|his|her)\s(?:\p{L}+\s){0,2}(?:averages?|mean|total|sum|overall)(?!\p{L})/iu;

/** Of `his average number of starts` on a page about him no row is named before: it is of all. */
const isAlongRow = (view: SentenceView, quantity: Quantity, { wide }: SentenceNaming): boolean =>
  ITS.test(clauseBefore(view, quantity)) && isAnyRowNamed(wide, FAINTLY);

/** `in may` selects rows, whatever they are called. */
const AT_TIME =
  /(?<!\p{L})(?:in|during|of|on|since|until|before|after)\s(?:the\s|early\s|late\s|mid-?)*(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?!\p{L})/iu;

const LIMIT =
  /(?<!\p{L})(?:before|after|since|until|prior to|(?:earlier|later|more|less|fewer|larger|smaller|higher|lower|greater|older|younger|longer|shorter) than|over|above|below|under|at least|at most)\s(?:the\s(?:year\s)?)?[$€£]?(?=\d)/giu;

const SOME_OF =
  /(?<!\p{L})(?:of|for|in|at|across|over|among|by)\s(?:the|these|those|his|her|its|their)\s(?:(?:first|last|top|other|remaining|best|worst|next)\s)?(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s\p{L}/iu;
const countOf = (said: string): number => numberWordsIn(said)[0]?.value ?? Number(said);

const DECADE = /(?<!\d)(?:1[5-9]|20)\d0\s?[’']?s(?!\p{L})/u;

/** `the mountains that were first climbed before 1940`, `in the 1970s`: of the rows some, which no label tells. */
const isLimited = (view: SentenceView, quantity: Quantity): boolean =>
  DECADE.test(view.text) ||
  [...view.text.matchAll(LIMIT)].some(
    ({ index, 0: said }) => view.sentence.start + index + said.length !== quantity.start,
  );

const OF_THEM =
  /(?<!\p{L})(?:of|for|in|at|across|over|among|by)\s([^,;:]+?)\s(?:is|was|are|were|be)\s(?:only\s|just\s)?[$€£]?$/iu;

const NEXT_PHRASE =
  /(?<!\p{L})(?:of|for|in|at|on|across|over|among|by|during|with|per|from|as|to)(?!\p{L})/iu;

/** `the average attendance at Columbus home games`, `of the players listed as centers`: a word before the last of a phrase says which. */
function isOfUnknownOnes(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = OF_THEM.exec(clauseBefore(view, quantity))?.[1] ?? '';
  return said
    .split(NEXT_PHRASE)
    .flatMap(phrase => tellingWords(phrase).slice(0, -1))
    .some(norm => !ANY_KIND.test(norm) && isUnknownWord(view, norm, scoped));
}

const OF_KIND =
  /(?<!\p{L})(?:of|for|in|at|across|over|among|per|by)\s(?:(?:the|all|its|their|these|those|both)\s)*(?!\p{Ll}+s\s)(\p{Ll}{3,})\s\p{Ll}{3,}s(?!\p{L})/gu;
const ANY_KIND =
  /^(?:entire|whole|listed|given|following|available|remaining|considered|various|several|regular|current|single|individual|respective|corresponding|tested|evaluated|reported)$/;

/** `of the home games`: of the rows some, by a word that no label has. */
const isOfUnknownKind = (view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean =>
  isOfUnknownOnes(view, quantity, scoped) ||
  [...clauseAround(view, quantity).matchAll(OF_KIND)].some(
    ([, kind]) => !ANY_KIND.test(kind!) && isUnknown(view, kind, scoped),
  );

/** A label of a group of rows, but not of nearly all. */
const isOfSome =
  ({ table }: ScopedTable) =>
  ({ label, quality }: Named['by'][number]): boolean =>
    quality >= NAMED_GROUP && label.ids.length > 1 && label.ids.length * 1.5 < table.rows.length;
const NAMED_GROUP = 0.3;

const NAMED_COLUMN = 0.6;
/** From here on the words around a sentence may have given its rows. */
const FAINTLY = 0.2;
const FOR_NAME = /^\s(?:for|of|by|with)\s(?:the\s)?$/iu;

/** `5.87 for Tesseract`, whatever mean the sentence speaks of before. */
function isOfRow({ reading }: SentenceView, quantity: Quantity, { label, quality, words }: Mention): boolean {
  if (label.axis !== 'row' || label.ids.length > 1 || quality < 0.85) return false;
  const { start } = reading.words[words[0]!]!;
  return start > quantity.unitEnd && FOR_NAME.test(reading.block.text.slice(quantity.unitEnd, start));
}

/** A number far from the mean or total is about something else, unless its point is in the wrong place. */
const isPlausible = (said: Written, value: number): boolean =>
  Math.abs(said.size - value) <= 0.5 * value || isDecimalShift(said, value);

const CLAUSE_END = /;\s|,\s(?:while|whereas|but|for|we|and (?:the|its|a))\s/gu;

/** True for a mention in the number's own clause. */
function isInClause({ reading, sentence }: SentenceView, quantity: Quantity, { words }: Mention): boolean {
  const ends = [...reading.block.text.slice(sentence.start, sentence.end).matchAll(CLAUSE_END)].map(
    match => sentence.start + match.index,
  );
  const clauseOf = (offset: number): number => ends.filter(end => end < offset).length;
  return clauseOf(reading.words[words[0]!]!.start) === clauseOf(quantity.start);
}

import { isPhysical } from '../tables/units.ts';
import { isColumnsName } from './aggregate.ts';
import { mayBeInUnit, NAMED, SAID_IN_FULL } from './candidates.ts';
import { isUnknown, sentenceBefore, sentenceBehind } from './clause.ts';
import { columnStats, unitFit } from './column-stats.ts';
import { overlap, readings } from './compare.ts';
import { operand, type Pair } from './derive.ts';
import { columnScore, writtenInTable } from './fit.ts';
import { CHANGE_NOUNS } from './lexicon.ts';
import type { Naming } from './naming.ts';
import type { TableNumber } from './number-index.ts';
import { changeReadings } from './pair-readings.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { normalized, wordsOf } from './words.ts';

const THINGS_BEHIND = /^\s(?:(?:more|fewer|less|additional|extra|further)\s)?(\p{Ll}{3,}s)(?!\p{L})/u;

const SPANS = /^(?:years|months|weeks|pounds|kilos|inches|meters|metres|stories|storeys)$/;

/** `an increase of 2.95 dollars`, of which no label has any. */
export const isOfOtherThings = (view: SentenceView, quantity: Quantity, { a }: Pair): boolean => {
  const things = THINGS_BEHIND.exec(sentenceBehind(view, quantity))?.[1];
  if (quantity.unit !== '' || things === undefined) return false;
  // `13 years older`: of a column that the sentence names.
  if (SPANS.test(things)) return columnScore(view, a.scoped, a.number.column) < SAID_IN_FULL;
  return (
    isUnknown(view, things, a.scoped) || (view.text.includes(`er ${things}`) && isOfOtherColumn(things, a))
  );
};

/** `45 fewer events`, where another column counts those. */
function isOfOtherColumn(things: string, { scoped: { table }, number }: Pair['a']): boolean {
  const isCalled = (column: number): boolean =>
    wordsOf(table.columns[column]!.header).some(({ norm }) => norm === normalized(things));
  return !isCalled(number.column) && table.columns.some(({ index }) => isCalled(index));
}

const CHANGES_THE =
  /(?<!\p{L})(?:increas|decreas|reduc|rais|lower|improv|boost|shorten|cut)\p{L}*\s(?:the\s|its\s|their\s)?(?!\p{L}+ly\s)((?:[\p{L}-]+\s){1,3}?)(?:of|on|for|in|by|from)\s(?:[^;:.]|\.\d)*$/iu;

/** `decreases the latency of A by 2.39`, of which no label has any. */
export const isOfOtherMeasure = (view: SentenceView, quantity: Quantity, { a }: Pair): boolean =>
  isUnknown(view, CHANGES_THE.exec(sentenceBefore(view, quantity))?.[1], a.scoped);

const IMPROVEMENTS_OF =
  /(?<!\p{L})(?:improvements?|gains?|increases?|decreases?|drops?|reductions?|growth)\sof\s(?:both\s)?(?:the\s)?$/iu;
/** Something is more so: it changes more, or less, from one column to another. */
export const OF_CHANGES =
  /(?<!\p{L})(?:(?:more|less)\s\p{L}+|robust\p{L}*|drop\p{L}*|degrad\p{L}*|gaps?|sensitiv\p{L}*)(?!\p{L})/iu;
/** `(8.6 each)`. */
export const EACH_BEHIND = /^\s?(?:[\p{L}\d@-]+\s)?(?:each|apiece)(?!\p{L})/iu;
/** `4.3 miles away from the next peak` is how far, not by how much. */
export const AWAY = /^\s?away(?!\p{L})/iu;
const FOR_THESE = /(?<!\p{L})(?:for|in|on|with|at)\s(?:both\s)?(?:the\s)?$/iu;
const AND_THESE = /^[)\]]?\s?(?:,\s?(?:and\s)?|and\s|or\s|&\s?|\/\s?)(?:the\s|on\s|for\s|in\s)*$/iu;

/** `gains of 8.6 for A and B`, `the improvements of A and B are 8.6 and 7.2`: what each of them gained, not what they differ by. */
export function isOfEach(view: SentenceView, quantity: Quantity, { a, b }: Pair): boolean {
  if (a.number.column !== b.number.column) return false;
  const { block } = view.reading;
  const spans = [a, b].map(({ scoped, number }) =>
    view.mentionsOf(scoped.table, 'row', number.row, NAMED_AT_ALL).map(mention => view.spanOf(mention)),
  );
  return spans[0]!.some(one =>
    spans[1]!.some(other => {
      const [first, second] = one.start < other.start ? [one, other] : [other, one];
      const before = block.text.slice(Math.max(view.sentence.start, first.start - 30), first.start);
      const governs = first.start > quantity.end ? FOR_THESE : IMPROVEMENTS_OF;
      return AND_THESE.test(block.text.slice(first.end, second.start)) && governs.test(before);
    }),
  );
}

/** `saves 3.9 GB` is no difference of two levels. */
export function isUnitOf(view: SentenceView, { unit, changeKind, decimals }: Quantity, { a }: Pair): boolean {
  const stats = columnStats(a.scoped.table);
  // `2.1 points more` is no difference of how many there are.
  if (decimals > 0 && unit !== '%' && unit !== '×' && stats[a.number.column]!.decimals === 0) return false;
  if (unit === '%' || unit === 'point' || unit === '×' || changeKind === 'points') return true;
  const fit = unitFit(unit, stats[a.number.column]!, stats);
  // `714 feet taller`, where the column is called `height` and says no unit.
  return mayBeInUnit(fit, columnScore(view, a.scoped, a.number.column));
}

/** `have risen by 72 %` where the table has 172.4, with 100 for the year it began with. */
export function isOnBaseOfHundred(view: SentenceView, quantity: Quantity): boolean {
  if (!isPercent(quantity)) return false;
  const wanted = written(quantity);
  return view.tables.some(scoped =>
    isInNamedRow(
      scoped,
      view.naming(scoped.table).wide,
      ({ size, step }) => Math.abs(Math.abs(size - 100) - wanted.size) <= wanted.step / 2 + step / 2,
    ),
  );
}

/** Some number of a row that is named is one of these. */
export const isInNamedRow = (
  { numbers }: ScopedTable,
  { rows }: Naming,
  isOne: (number: TableNumber) => boolean,
): boolean =>
  [...rows].some(
    ([row, { score }]) => score >= NAMED && numbers.inRow(row).some(number => number && isOne(number)),
  );

export const NAMED_AT_ALL = 0.3;

const NEXT_CLAUSE = /;|:\s|,\s(?:but|while|whereas|although|though|and)\s/iu;

/** `(it is 1.2 lower), but more robust: 20.1 points more than B`: B is what the next clause compares with. */
export const isOfLaterClause = (view: SentenceView, quantity: Quantity, { a, b }: Pair): boolean =>
  a.number.column === b.number.column &&
  [a, b].some(({ scoped, number }) =>
    view.isEachName(
      { scoped, axis: 'row', id: number.row },
      NAMED_AT_ALL,
      ({ start }) =>
        start > quantity.unitEnd && NEXT_CLAUSE.test(view.reading.block.text.slice(quantity.unitEnd, start)),
    ),
  );

/** `+1.2147` of 35.116 and 33.901: authors have both from before they were rounded for print. */
export const isFromUnrounded = (quantity: Quantity, { a, b }: Pair): boolean => {
  const said = writtenInTable(quantity, a.scoped);
  return (
    quantity.decimals > Math.max(a.number.decimals, b.number.decimals) &&
    changeReadings(operand(a), operand(b)).some(
      ({ kind, range }) => kind === 'difference' && overlap(range, readings(said)),
    )
  );
};

const THAN_CHANGE = new RegExp(
  `(?<!\\p{L})(?:than|as|to|unlike)\\s(?:the|an?|its|their|our)\\s(?:[\\p{L}-]+\\s){0,3}(?:${CHANGE_NOUNS})\\sof\\s(?:about\\s|only\\s|[~≈])?$`,
  'iu',
);

/** `a gap of 0.245 is smaller than the earlier gap of 0.357`: what a change is compared with is another change. */
export const isOtherChange = (view: SentenceView, quantity: Quantity): boolean =>
  THAN_CHANGE.test(sentenceBefore(view, quantity));

/** A mean or a total that the column itself is none of. */
export const isOfOtherMean = ({ aggregate }: Quantity, { a, b }: Pair): boolean =>
  aggregate !== undefined &&
  !(a.number.column === b.number.column && isColumnsName({ scoped: a.scoped, column: a.number.column }));

/** What faster and larger are said of, and what columns of it are called. */
const ADJECTIVES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^\s(?:slower|faster|quicker)(?!\p{L})/iu,
    /(?<!\p{L})(?:time|speed|latency|throughput|runtime|duration|fps|ms|sec(?:ond)?s?|min(?:ute)?s?|hours?|s|h|tok\p{L}*)(?!\p{L})|\/\s?s/iu,
  ],
  [
    /^\s(?:smaller|larger|bigger)(?!\p{L})/iu,
    /(?<!\p{L})(?:size|param\p{L}*|weights|number|count|memory|area|volume|population|data|corp\p{L}+|[kmgt]i?b)(?!\p{L})|#/iu,
  ],
];

/** `is 9 times slower`, where no column tells how long anything takes. */
export const isOfNoColumn = (view: SentenceView, quantity: Quantity, { a }: Pair): boolean =>
  (quantity.unit === '×' || quantity.role === 'ratio') &&
  ADJECTIVES.some(
    ([said, header]) =>
      said.test(sentenceBehind(view, quantity)) &&
      !header.test(a.scoped.table.columns[a.number.column]!.header),
  );

const UNIT_IN_BRACKETS = /\(([^()\s]{1,8})\)\s*$/u;

/** `GiB` of `Traffic (GiB)`, `%` of `%Reduction`. */
function unitOfRow({ scoped, number }: Pair['a']): string | undefined {
  const label = scoped.labels.ofRow[number.row]!.map(({ text }) => text).join(' ');
  const unit = UNIT_IN_BRACKETS.exec(label)?.[1];
  return unit !== undefined && isPhysical(unit) ? unit : label.includes('%') ? '%' : undefined;
}

/** The rows of a table may be measures, each with its unit. No change goes from one to another. */
export const isAcrossUnits = ({ a, b }: Pair): boolean => unitOfRow(a) !== unitOfRow(b);

const OF_BOTH =
  /(?<!\p{L})(?:both|the two|all (?:of them|three|four))\s(?:together\s|at once\s)?(?:costs?|takes?|brings?|gives?|adds?|los(?:es?|t)|hurts?|lowers?|reduces?|raises?|improves?|drops?|yields?|leads? to|results? in|degrades?|increases?|decreases?)\s/iu;

/** `disabling both costs 7.7 points`: which row has both is hard to tell. */
export const isOfBoth = (view: SentenceView, quantity: Quantity): boolean =>
  OF_BOTH.test(sentenceBefore(view, quantity));

const ODDS = /(?<!\p{L})(?:odds|hazards?|risks?)(?!\p{L})/iu;

/** `raises the odds by 70 %`, where the table has the ratio of the odds. */
export const isOfOdds = (view: SentenceView, quantity: Quantity): boolean =>
  isPercent(quantity) && ODDS.test(sentenceBefore(view, quantity));

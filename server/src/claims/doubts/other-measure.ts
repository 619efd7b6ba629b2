import { isPhysical } from '../../tables/units.ts';
import { type Candidate, NAMED } from '../candidates.ts';
import { clauseBefore, isUnknown, sentenceBehind } from '../clause.ts';
import { isMoney, saysMoney } from '../money.ts';
import { pairsWith } from '../number-pairs.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef, ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const ON_NAME = /^\s(?:\p{Ll}+\s)?(?:on|for|in|at)\s(?:the\s)?(\p{Lu}[\p{L}\d]*(?:[-\s]\p{Lu}[\p{L}\d]*)*)/u;

/** `62.4 on TruthfulQA`, where not both row and column are named; `1.43 points on the gold data`. */
export function isOnUnknown(
  view: SentenceView,
  quantity: Quantity,
  { scoped, row, column }: Candidate,
): boolean {
  if (isOnOtherThan(view, quantity, scoped)) return true;
  return row >= NAMED && column >= NAMED
    ? isUnknown(view, ON_SET.exec(sentenceBehind(view, quantity))?.[1], scoped)
    : saysUnknownBehind(view, quantity, scoped);
}

const ON_SUCH = /^\s?%?\s(?:on|in|for|at|with)\s(?:the\s)?(\p{Ll}{3,})\s(\p{Ll}{3,})(?!\p{L})/u;

/** `3.1 on clean speech and 18.4 on telephone speech`, where no label knows of telephones. */
function isOnOtherThan(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = ON_SUCH.exec(sentenceBehind(view, quantity));
  if (!said || !isUnknown(view, said[1], scoped)) return false;
  return view.sentence.quantities.some(other => {
    const beside = other === quantity ? null : ON_SUCH.exec(sentenceBehind(view, other));
    return beside !== null && beside[2] === said[2] && beside[1] !== said[1];
  });
}

/** `improves it by 42.9 % in EM`: a name behind the number that no label has. */
export const saysUnknownBehind = (view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean => {
  const behind = sentenceBehind(view, quantity);
  return isUnknown(view, (ON_NAME.exec(behind) ?? ON_SET.exec(behind))?.[1], scoped);
};

/** `1.43 points on the gold data`. */
const ON_SET =
  /^\s(?:on|in)\s(?:the\s|our\s|an?\s)?(\p{Ll}{3,})\s(?:data|sets?|corpus|corpora|splits?|subsets?)(?!\p{L})/u;

const UNIT_BEHIND = /^\s?(\p{L}{2,5})(?!\p{L})/u;

/** `11.98 MWh` where the column is in GWh: a unit that we can't convert, but can tell to be another one of its kind. */
export function isInOtherUnit(
  { reading, sentence }: SentenceView,
  { end }: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { unit } = scoped.table.columns[number.column]!;
  const own = UNIT_BEHIND.exec(reading.block.text.slice(end, sentence.end))?.[1];
  return (
    own !== undefined &&
    own.toLowerCase() !== unit.toLowerCase() &&
    unit.length > 2 &&
    own.slice(-2) === unit.slice(-2)
  );
}

const PART_OF =
  /(?<!\p{L})(?:subsets?|portion|part|slice|split|section|subsample|rest|remainder)\sof\s(?:the\s)?$/iu;

/** `The STEM subset of MMLU`. */
export const isOfPartOfColumn = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean =>
  view.isEachName(
    { scoped, axis: 'column', id: number.column },
    NAMED,
    ({ start }) =>
      start < quantity.start && PART_OF.test(view.reading.block.text.slice(view.sentence.start, start)),
  );

const OTHER_KIND =
  /(?<!\p{L})(theoretical|nominal|rated|guaranteed|permitted|required|desired|planned|expected|predicted|estimated|projected|calculated|simulated|hypothetical|adjusted|corrected|standardi[sz]ed|normali[sz]ed|smoothed|cumulative|annual|daily|monthly|weekly|hourly|peak|residual|initial|perceived)\s$/iu;

const FOUND_BY =
  /^\s(?:from|by|via|using|according to|based on)\s(?:the\s|its\s|their\s|an?\s)?(\p{Ll}{3,})\s/u;

/** `The theoretical capacity`, `heritability from twins is`, where the column has no such word. */
export const isOfOtherKind = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean =>
  view.isEachName({ scoped, axis: 'column', id: number.column }, NAMED, ({ start, end }) => {
    const { text } = view.reading.block;
    const said =
      OTHER_KIND.exec(text.slice(view.sentence.start, start))?.[1] ??
      FOUND_BY.exec(text.slice(end, quantity.start))?.[1];
    return said !== undefined && isUnknown(view, said, scoped);
  });

const OF_STUFF = /^\sof\s(\p{Ll}{3,})(?!\p{L})/u;

/** `256 mm of rain`, of which no label speaks. */
export const isOfOtherStuff = (view: SentenceView, quantity: Quantity, { scoped }: CellNumberRef): boolean =>
  isPhysical(quantity.unit) && isUnknown(view, OF_STUFF.exec(sentenceBehind(view, quantity))?.[1], scoped);

const DERIVED =
  /\s(ratio|difference|gap|range|spread|span|variance|covariance|correlation|product|quotient|excess|deficit)\s(?:is|was)\s(?:only\s|just\s|about\s|[~≈])?$/iu;

/** `Their period ratio is 2.89`, where the column has periods. */
export function isOfDerived(view: SentenceView, quantity: Quantity, { scoped }: CellNumberRef): boolean {
  return isUnknown(view, DERIVED.exec(clauseBefore(view, quantity))?.[1], scoped);
}

const HEAD = /(?:^|[-\s])(\p{Ll}{4,})\s(?:is|was)\s(?:only\s|just\s|about\s|[~≈])?$/iu;
/** In characters; what stands before a longer clause's verb is seldom its head alone. */
const LONGEST_CLAUSE = 48;

/** `First-cycle efficiency is 89.1 %`: what is measured stands right before the verb. */
export function isOfOtherHead(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const before = clauseBefore(view, quantity);
  return isUnknown(view, before.length > LONGEST_CLAUSE ? undefined : HEAD.exec(before)?.[1], scoped);
}

const ON_EACH =
  /^\s?(?:\p{L}+\s)?(?:on|for|per|to|from|by)\s(?:each|every)\s(?!of\s)\p{L}|^\s(?:[\p{Ll}-]+\s){1,3}per\s\p{L}/iu;
const SAYS_EACH = /(?<!\p{L})(?:per|each|every|average|mean)(?!\p{L})|\//iu;

/** `7.3 per thousand words against 1.2`: both are. */
const partnersOf = (view: SentenceView, quantity: Quantity): Quantity[] =>
  pairsWith(view, quantity).flatMap(({ a, b, kind }) => (kind === 'versus' && b === quantity ? [a] : []));

/** `4,539 euros on each pupil` in a column that says nothing of each. */
export const isForEach = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean =>
  [quantity, ...partnersOf(view, quantity)].some(each => ON_EACH.test(sentenceBehind(view, each))) &&
  !SAYS_EACH.test(scoped.table.columns[number.column]!.header);

const FOR_EACH = /^\s?(?:per|a|an|each|for each)\s/iu;

/** `$240 per pupil` in a column of pupils. */
export const isOfMoney = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean =>
  isMoney(view, quantity) &&
  FOR_EACH.test(sentenceBehind(view, quantity)) &&
  scoped.table.columns[number.column]!.unit === '' &&
  !saysMoney(scoped.table.columns[number.column]!.header) &&
  !saysMoney(number.text);

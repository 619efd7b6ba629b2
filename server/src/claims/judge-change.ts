import { isOfOthers, operandOf } from './arithmetic.ts';
import { NAMED } from './candidates.ts';
import { isUnknown, sentenceBefore, sentenceBehind } from './clause.ts';
import { columnStats, unitFit } from './column-stats.ts';
import { isDecimalShift, overlap, readings, significantDigits, TELLING_DIGITS } from './compare.ts';
import { bestPair, type Derivation, derivationsOf, operand, type Pair } from './derive.ts';
import { saysUnknownBehind } from './doubts/other-measure.ts';
import { followsFromOwn, isQuoted } from './doubts.ts';
import { isOfAnotherTime, saysElsewhere } from './elsewhere.ts';
import type { Fit } from './fit.ts';
import { formatLike } from './format-like.ts';
import type { Siblings } from './judge-value.ts';
import type { Naming } from './naming.ts';
import type { TableNumber } from './number-index.ts';
import { changeReadings } from './pair-readings.ts';
import { isDifferenceOfParts } from './parts-of-cells.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import { comparandOf, quotedPair } from './quoted-pair.ts';
import { columnsSaid } from './said-column.ts';
import { type CellNumberRef, type ScopedTable, sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** What became of a number that says by how much two things differ. */
export type ChangeJudgement =
  | { readonly kind: 'explained'; readonly derivation: Derivation }
  | {
      readonly kind: 'contradicted';
      readonly score: number;
      readonly best: Pair;
      readonly expected: string | undefined;
    }
  | { readonly kind: 'unsure' };

/** A pair that is named no better than this is there by chance. */
const CHANCE = 0.15;
/** The same as a share of the best named pair, where the sentence names two rows. */
const CHANCE_BESIDE = 0.3;
/** How surely the best named pair must be named before a number that it does not give is wrong. */
const SURE = 0.36;
/** The same where the number stands in the table somewhere else. */
const SURER = 0.5;
/** The same where the table is one that the page happens to hold. */
const SUREST = 0.65;

/** A change that no pair of cells gives, though two are named, is wrong. */
export function judgeChange(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  siblings: Siblings,
): ChangeJudgement {
  const derivations = derivationsOf(view, quantity);
  const quoted =
    quantity.bound || quantity.aggregate ? undefined : quotedPair(view, quantity, siblings.fitsOf);
  if (quoted?.gives) return { kind: 'explained', derivation: { ...quoted.pair, kind: 'difference' } };
  if (quoted && isWrong(view, quantity, quoted.pair, derivations, siblings))
    return {
      kind: 'contradicted',
      score: 0.9,
      best: quoted.pair,
      expected: expectedChange(view, quantity, quoted.pair),
    };
  const inColumn = inSaidColumn(view, quantity);
  const comparand = comparandRows(view, quantity);
  const best = bestPair(view, ofComparand(comparand, inColumn)) ?? bestOf(view, quantity, inColumn);
  const explaining = derivations.find(pair => inColumn(pair) && isWithComparand(comparand, pair));
  const chance = best && twoRowsNamed(view, best) ? Math.max(CHANCE, CHANCE_BESIDE * best.named) : CHANCE;
  if (explaining && explaining.named >= chance) return { kind: 'explained', derivation: explaining };
  if (!best || quantity.bound || quantity.aggregate || best.a.scoped.level !== view.nearest[0]?.level)
    return { kind: 'unsure' };
  if (quantity.decimals === 0 && quantity.size < 2) return { kind: 'unsure' };
  if (saysElsewhere(view) || isOfAnotherTime(view, quantity, best.a)) return { kind: 'unsure' };
  const explained = explaining?.named ?? 0;
  const needed = best.a.scoped.table.format === 'gfm' ? SUREST : fits.length > 0 ? SURER : SURE;
  if (
    derivations.some(pair => isAnchored(view, quantity, pair) || isFromQuotedBefore(view, pair, siblings)) ||
    isDifferenceOfParts(view, quantity) ||
    isOfOtherThings(view, quantity, best) ||
    isOfOtherMeasure(view, quantity, best) ||
    saysUnknownBehind(view, quantity, best.a.scoped) ||
    EACH_BEHIND.test(sentenceBehind(view, quantity)) ||
    isOfOthers(sentenceBefore(view, quantity), sentenceBehind(view, quantity)) ||
    isOfEach(view, quantity, best) ||
    followsFromOwn(view, quantity) ||
    followsFromOneNamed(view, quantity, siblings) ||
    isOnBaseOfHundred(view, quantity) ||
    !isUnitOf(quantity, best) ||
    !isPlausible(quantity, best) ||
    !isComparedHere(view, best) ||
    best.named < needed ||
    fits.some(fit => (fit.row >= 0.2 && fit.column >= 0.2) || isInColumnOfChanges(fit))
  )
    return { kind: 'unsure' };
  return {
    kind: 'contradicted',
    score: 0.5 + 0.5 * (best.named - explained),
    best,
    expected: expectedChange(view, quantity, best),
  };
}

/** The column is named, and holds what goes both ways: changes. */
const isInColumnOfChanges = ({ scoped, number, column }: Fit): boolean =>
  column >= NAMED && columnStats(scoped.table)[number.column]!.negatives;

/** Nothing else that the sentence quotes or names in full gives the number, and it is about as large as what the pair gives. */
const isWrong = (
  view: SentenceView,
  quantity: Quantity,
  pair: Pair,
  derivations: readonly Derivation[],
  siblings: Siblings,
): boolean =>
  !(quantity.decimals === 0 && quantity.size < 2) &&
  !saysElsewhere(view) &&
  !isOfAnotherTime(view, quantity, pair.a) &&
  isPlausible(quantity, pair) &&
  !derivations.some(
    other =>
      isAnchored(view, quantity, other) ||
      isFromQuotedBefore(view, other, siblings) ||
      other.named >= GIVEN_ELSEWHERE,
  ) &&
  !isDifferenceOfParts(view, quantity);

/** A pair of cells that is named as well as this may be meant, whatever stands behind `than`. */
const GIVEN_ELSEWHERE = 0.7;

/** `People reach 89.8, 15 points above Aster`: what sets a number that no table has against the cell of a row that is named. */
function followsFromOneNamed(view: SentenceView, quantity: Quantity, { fitsOf }: Siblings): boolean {
  const wanted = readings(written(quantity));
  const others = view.sentence.quantities.filter(
    other =>
      other !== quantity &&
      other.noClaim === undefined &&
      significantDigits(other.text) >= TELLING_DIGITS &&
      fitsOf(other).length === 0,
  );
  return others.some(other =>
    view.nearest.some(scoped =>
      isInNamedRow(scoped, view.naming(scoped.table).own, number =>
        changeReadings(operandOf(other), operand({ scoped, number })).some(
          ({ kind, range }) => kind !== 'ratio' && overlap(range, wanted),
        ),
      ),
    ),
  );
}

/** Some number of a row that is named is one of these. */
const isInNamedRow = (
  { numbers }: ScopedTable,
  { rows }: Naming,
  isOne: (number: TableNumber) => boolean,
): boolean =>
  [...rows].some(
    ([row, { score }]) => score >= NAMED && numbers.inRow(row).some(number => number && isOne(number)),
  );

/** The sentence itself names two rows of the table: then it compares those. */
const twoRowsNamed = (view: SentenceView, { a }: Pair): boolean =>
  [...view.naming(a.scoped.table).own.rows.values()].filter(({ score }) => score >= NAMED).length >= 2;

/** `by 35.4 % in BLEU`: the column is said right at the number; two cells of others are not what it compares. */
function inSaidColumn(view: SentenceView, quantity: Quantity): (pair: Pair) => boolean {
  const said = new Map(view.tables.map(scoped => [scoped, columnsSaid(view, quantity, scoped)] as const));
  return ({ a, b }) => {
    const columns = said.get(a.scoped) ?? [];
    return columns.length === 0 || columns.includes(a.number.column) || columns.includes(b.number.column);
  };
}

/** In each table the row that something is set against, where one is. */
type ComparandRows = ReadonlyMap<ScopedTable, number | undefined>;

const comparandRows = (view: SentenceView, quantity: Quantity): ComparandRows =>
  new Map(view.tables.map(scoped => [scoped, comparandOf(view, quantity, { scoped })] as const));

/** `14 points ahead of B`: of one column, and one of them is B's. */
const ofComparand =
  (comparand: ComparandRows, inColumn: (pair: Pair) => boolean) =>
  (a: CellNumberRef, b: CellNumberRef): boolean => {
    const pair = { a, b, named: 0 };
    return (
      comparand.get(a.scoped) !== undefined &&
      a.number.column === b.number.column &&
      isWithComparand(comparand, pair) &&
      inColumn(pair)
    );
  };

/** `A outperforms B by 3.1`: two cells of which none is of B are not what it compares. */
function isWithComparand(comparand: ComparandRows, { a, b }: Pair): boolean {
  const row = comparand.get(a.scoped);
  return row === undefined || a.number.row === row || b.number.row === row;
}

/** `scores 82.5, 14.7 above the classifier`: one of the two cells is quoted in the sentence, the other may be called otherwise. */
const isAnchored = (view: SentenceView, quantity: Quantity, { a, b, kind }: Derivation): boolean =>
  (kind === 'difference' || kind === 'points' || kind === 'change' || quantity.unit === '×') &&
  a.number.column === b.number.column &&
  [a, b].some(cell => isQuoted(view, quantity, cell));

const NAMED_AT_ALL = 0.3;

/** `Without it A gave 3.92. The first 60 kg added 1.69`: from a cell that another sentence of the passage quotes to one of a row named here. */
function isFromQuotedBefore(view: SentenceView, { a, b, kind }: Derivation, { inBlock }: Siblings): boolean {
  if ((kind !== 'difference' && kind !== 'points') || a.number.column !== b.number.column) return false;
  const { rows } = view.naming(a.scoped.table).own;
  const goes = (from: CellNumberRef, to: CellNumberRef): boolean =>
    inBlock.some(fit => sameCell(fit, from)) && (rows.get(to.number.row)?.score ?? 0) >= NAMED_AT_ALL;
  return goes(a, b) || goes(b, a);
}

/**
 * The pair that is named best. `Better by 52 % on the first turn and 34 % on the third`: a number with a column of its own is no change from
 * one column to another.
 */
function bestOf(view: SentenceView, quantity: Quantity, inColumn: (pair: Pair) => boolean): Pair | undefined {
  const best = bestPair(view);
  if (!best || best.a.number.row !== best.b.number.row) return best;
  if (columnsSaid(view, quantity, best.a.scoped).length !== 1) return best;
  return bestPair(view, (a, b) => a.number.column === b.number.column && inColumn({ a, b, named: 0 }));
}

const THINGS_BEHIND = /^\s(\p{Ll}{3,}s)(?!\p{L})/u;

/** `an increase of 2.95 dollars`, of which no label has any. */
const isOfOtherThings = (view: SentenceView, quantity: Quantity, { a }: Pair): boolean => {
  const things = THINGS_BEHIND.exec(sentenceBehind(view, quantity))?.[1];
  return quantity.unit === '' && things !== undefined && isUnknown(view, things, a.scoped);
};

const CHANGES_THE =
  /(?<!\p{L})(?:increas|decreas|reduc|rais|lower|improv|boost|shorten|cut)\p{L}*\s(?:the\s|its\s|their\s)?(?!\p{L}+ly\s)((?:[\p{L}-]+\s){1,3}?)(?:of|on|for|in|by|from)\s(?:[^;:.]|\.\d)*$/iu;

/** `decreases the latency of A by 2.39`, of which no label has any. */
const isOfOtherMeasure = (view: SentenceView, quantity: Quantity, { a }: Pair): boolean =>
  isUnknown(view, CHANGES_THE.exec(sentenceBefore(view, quantity))?.[1], a.scoped);

const IMPROVEMENTS_OF =
  /(?<!\p{L})(?:improvements?|gains?|increases?|decreases?|drops?|reductions?|growth)\sof\s(?:both\s)?(?:the\s)?$/iu;
/** `(8.6 each)`. */
const EACH_BEHIND = /^\s?(?:[\p{L}\d@-]+\s)?(?:each|apiece)(?!\p{L})/iu;
const FOR_THESE = /(?<!\p{L})(?:for|in|on|with|at)\s(?:both\s)?(?:the\s)?$/iu;
const AND_THESE = /^[)\]]?\s?(?:,\s?(?:and\s)?|and\s|or\s|&\s?|\/\s?)(?:the\s|on\s|for\s|in\s)*$/iu;

/** `gains of 8.6 for A and B`, `the improvements of A and B are 8.6 and 7.2`: what each of them gained, not what they differ by. */
function isOfEach(view: SentenceView, quantity: Quantity, { a, b }: Pair): boolean {
  if (a.number.column !== b.number.column) return false;
  const { block, words } = view.reading;
  const spans = [a, b].map(({ scoped, number }) =>
    view.mentionsOf(scoped.table, 'row', number.row, NAMED_AT_ALL).map(mention => ({
      start: words[mention.words[0]!]!.start,
      end: words[mention.words.at(-1)!]!.end,
    })),
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

const FITTING_UNIT = 0.4;

/** `saves 3.9 GB` is no difference of two levels. */
function isUnitOf({ unit, changeKind }: Quantity, { a }: Pair): boolean {
  if (unit === '%' || unit === 'point' || unit === '×' || changeKind === 'points') return true;
  const stats = columnStats(a.scoped.table);
  return unitFit(unit, stats[a.number.column]!, stats) >= FITTING_UNIT;
}

/** `have risen by 72 %` where the table has 172.4, with 100 for the year it began with. */
function isOnBaseOfHundred(view: SentenceView, quantity: Quantity): boolean {
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

/** The sentence itself names what it compares: two rows, or two columns of a row. */
function isComparedHere(view: SentenceView, { a, b }: Pair): boolean {
  const { own, wide } = view.naming(a.scoped.table);
  const isNamed = (named: { readonly score: number } | undefined): boolean => (named?.score ?? 0) >= NAMED;
  if (a.number.column === b.number.column) {
    const rows = [a, b].filter(({ number }) => isNamed(own.rows.get(number.row))).length;
    if ([a, b].some(cell => isOneOfGroup(view, cell))) return false;
    // A table that the page happens to hold needs more.
    return rows === 2 || (rows === 1 && a.scoped.table.format !== 'gfm');
  }
  return (
    isNamed(own.columns.get(a.number.column)) &&
    isNamed(own.columns.get(b.number.column)) &&
    isNamed(wide.rows.get(a.number.row))
  );
}

const ABOUT_AS_LARGE = 2.2;
const isAsLarge = (a: number, b: number): boolean => a / b <= ABOUT_AS_LARGE && b / a <= ABOUT_AS_LARGE;

/** A name that so few rows have says which of them is meant, or nearly. */
const MOST_ROWS = 2;

/** `over the baselines`, of which there are four. */
function isOneOfGroup(view: SentenceView, { scoped, number }: CellNumberRef): boolean {
  const mentions = view.mentionsOf(scoped.table, 'row', number.row, NAMED_AT_ALL);
  return mentions.length > 0 && mentions.every(({ label }) => label.ids.length > MOST_ROWS);
}

/** A number that is far from all that the two cells give is about something else; a tenth or ten times of it is a slip. */
function isPlausible(quantity: Quantity, { a, b }: Pair): boolean {
  const ways = changeReadings(operand(a), operand(b)).filter(
    ({ kind }) => (quantity.unit === '×') === (kind === 'ratio'),
  );
  return ways.some(
    ({ value }) => value > 0 && (isAsLarge(quantity.size, value) || isDecimalShift(written(quantity), value)),
  );
}

/** Points are a difference and nothing else; a percentage may be points or relative, so that nothing is said. */
function expectedChange(view: SentenceView, quantity: Quantity, { a, b, named }: Pair): string | undefined {
  if (named < 0.8 || quantity.unit !== 'point') return undefined;
  const rows = view.naming(a.scoped.table).own.rows;
  if ([a, b].some(({ number }) => (rows.get(number.row)?.score ?? 0) < NAMED)) return undefined;
  const scale = Math.max(a.number.size, b.number.size) <= 1 ? 100 : 1;
  const value = Math.abs(a.number.size - b.number.size) * scale;
  return isAsLarge(quantity.size, value) ? formatLike(quantity.text, value) : undefined;
}

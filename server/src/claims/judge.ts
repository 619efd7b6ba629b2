import { type Aggregate, explainingAggregates, isColumnsName } from './aggregate.ts';
import { anchorsOf } from './anchors.ts';
import { NAMED } from './candidates.ts';
import { isOfSaidChanges } from './change-cells.ts';
import { pairByOthers } from './change-list.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { conditionOf } from './conditions.ts';
import { intendedCount, isPlainCount } from './count.ts';
import { isOfMore } from './doubts/one-of-many.ts';
import { doubtOf, doubtOfChange } from './doubts.ts';
import { columnScore, type Fit, fitsOf, isNamedInFull, isSaid } from './fit.ts';
import { intendedAggregate } from './intended-aggregate.ts';
import { judgeAbsent } from './judge-absent.ts';
import { agreesWith } from './judge-agreeing.ts';
import { judgeAsChange } from './judge-as-change.ts';
import { isSaidInFull, suspectElsewhere } from './judge-elsewhere.ts';
import { judgeAmongCommas, judgeByNames, judgeInList } from './judge-in-list.ts';
import { suspectInstead } from './judge-instead.ts';
import { suspectMisplaced } from './judge-misplaced.ts';
import { judgeRange } from './judge-range.ts';
import { suspectUnlikely } from './judge-unlikely.ts';
import type { Siblings, Suspicion } from './judge-value.ts';
import { type Judgement, takenBy, unverified } from './judgement.ts';
import { isSetting } from './measure.ts';
import { judgeJoined } from './measures-of-sets.ts';
import { isAnyRowNamed } from './naming.ts';
import { slashListOf } from './number-list.ts';
import { goingOtherWay, offPartners } from './off-partner.ts';
import { suspectOtherMeasure } from './other-measure-said.ts';
import { OTHER_NAME } from './other-subject.ts';
import { isBound, type Quantity } from './quantity.ts';
import { besideSameRows } from './same-rows.ts';
import { sureCell } from './suggest.ts';
import { judgeTwoOfMeasure } from './two-of-measure.ts';
import type { SentenceView } from './view.ts';

/** The same for one that stands in the table, but in a row that nothing names. */
const ELSEWHERE = 0.6;
/** The same in a table that the page happens to hold. */
const ELSEWHERE_IN_PAGE = 0.7;
/** The same where nothing at all speaks for that other row. */
const ELSEWHERE_ALONE = 0.5;
/** With more numbers than this a sentence is a list of data, and holding each against all others would take long. */
const MOST_NUMBERS = 60;

/**
 * Judges every number of a sentence that claims something and that no link binds. `others` are cells that the block's other
 * sentences agree with.
 */
export function judgeSentence(
  view: SentenceView,
  bound: readonly Quantity[],
  others: readonly Fit[],
): ReadonlyMap<Quantity, Judgement> {
  const claims = view.sentence.quantities.filter(
    quantity => quantity.noClaim === undefined && !isBound(quantity, bound),
  );
  if (claims.length > MOST_NUMBERS)
    return new Map(claims.map(quantity => [quantity, unverified('the sentence has too many numbers')]));
  const fits = new Map(claims.map(quantity => [quantity, fitsOf(view, quantity)] as const));
  const judged = new Map(
    claims.map(quantity => {
      const inSentence = claims.flatMap(other =>
        other === quantity ? [] : tellingFit(other, fits.get(other)!),
      );
      const anchors = anchorsOf([...fits].filter(([other]) => other !== quantity && other.role === 'value'));
      return [
        quantity,
        judge(view, quantity, fits.get(quantity)!, {
          inSentence,
          fitsOf: other => fits.get(other) ?? [],
          inBlock: others,
          anchors,
        }),
      ] as const;
    }),
  );
  for (const [quantity, judgement] of besideSameRows(view, judged)) judged.set(quantity, judgement);
  for (const [quantity, judgement] of offPartners(view, judged, other => fits.get(other) ?? []))
    judged.set(quantity, judgement);
  const taken = takenBy(judged);
  let before: Quantity | undefined;
  let ofOther: Quantity | undefined;
  for (const [quantity, judgement] of judged) {
    // `The teacher itself has 84.9 % clean and 53.1 % robust accuracy`: both are the teacher's.
    const isListed = before !== undefined && before === ofOther && isJoined(view, before, quantity);
    before = quantity;
    if (
      judgement.verdict === 'contradicted' &&
      (judgement.by === 'pair' || judgement.by === 'aggregate') &&
      !view.narrowed
    ) {
      const doubt =
        judgement.by === 'pair'
          ? doubtOfChange(view, quantity, judgement.a, judgement.b)
          : conditionOf(view, quantity, judgement.aggregate.scoped);
      if (doubt !== undefined) judged.set(quantity, unverified(doubt));
      continue;
    }
    if (judgement.verdict !== 'contradicted' || (judgement.by !== 'absent' && judgement.by !== 'elsewhere'))
      continue;
    const doubt = view.narrowed
      ? undefined
      : isListed
        ? OTHER_NAME
        : doubtOf(view, quantity, judgement, judged);
    if (doubt === OTHER_NAME) ofOther = quantity;
    if (doubt !== undefined) {
      judged.set(quantity, unverified(doubt, judgement.candidates));
      continue;
    }
    judged.set(quantity, {
      ...judgement,
      sure: sureCell(view, judgement.candidates, quantity, taken, judgement.slip),
    });
  }
  for (const [quantity, judgement] of goingOtherWay(view, judged)) judged.set(quantity, judgement);
  return judged;
}

const AND = /^\s?(?:\p{Ll}+\s){0,3}(?:,\s)?and\s(?:\p{Ll}+\s){0,2}$/u;

/** Nothing but `and`, and a word of what the first one measures, stands between. */
const isJoined = ({ reading }: SentenceView, a: Quantity, b: Quantity): boolean =>
  AND.test(reading.block.text.slice(a.unitEnd, b.start));

/** The best cell that a number agrees with, if it is no agreement by chance. */
function tellingFit(quantity: Quantity, fits: readonly Fit[]): Fit[] {
  const [best] = fits;
  if (!best || best.unit < 0.45) return [];
  return isSaid(best) || significantDigits(quantity.text) >= TELLING_DIGITS ? [best] : [];
}

function judge(view: SentenceView, quantity: Quantity, fits: readonly Fit[], siblings: Siblings): Judgement {
  const owned = fits.filter(fit => isOwned(view, fit));
  const [key] = owned;
  if (key && isKey(key) && quantity.decimals === 0) return { verdict: 'none', reason: 'it names a row' };
  if (isSetting(view, quantity)) return { verdict: 'none', reason: 'it is a setting' };
  switch (quantity.role) {
    case 'range':
      return owned[0] ? agreesWith(quantity, owned) : judgeRange(view, quantity, fits, siblings);
    case 'change':
    case 'ratio':
      if (isOfSaidChanges(view, quantity)) return judgeAsValue(view, quantity, fits, owned, siblings);
      return judgeAsChange(view, quantity, fits, owned, siblings);
    case 'value':
      return judgeAsValue(view, quantity, fits, owned, siblings);
  }
}

/** The number stands in a column that names rows: `at 5 % biased users`. */
const isKey = ({ scoped, number }: Fit): boolean =>
  number.main &&
  scoped.labels.keys.includes(number.column) &&
  !scoped.labels.measures.includes(number.column);

/** A cell may be meant when its row is named, or when no row is named for sure. */
function isOwned(view: SentenceView, fit: Fit): boolean {
  if (fit.unit < 0.3 && !isNamedInFull(fit)) return false;
  if (fit.row >= 0.2) return true;
  return !isAnyRowNamed(view.naming(fit.scoped.table).own, NAMED);
}

const SAID_AGGREGATE = 0.5;

/** A cell of a column of means, as a sentence about one of them quotes it. */
const isOfNamedMean = (fit: Fit, aggregate: Aggregate): boolean =>
  isColumnsName(aggregate) && fit.scoped === aggregate.scoped && fit.number.column === aggregate.column;

/** The number is surely meant for a row that is named, and stands in another. */
const isElsewhere = ({ text }: Quantity, { score, marks, candidates }: Suspicion): boolean =>
  score >= (candidates[0]?.scoped.table.format === 'gfm' ? ELSEWHERE_IN_PAGE : ELSEWHERE) ||
  (score >= ELSEWHERE_ALONE &&
    marks.length === 1 &&
    (significantDigits(text) >= TELLING_DIGITS || isSaidInFull(candidates[0]!)));

/** It is called wrong where it surely stands in another row, or in another column, than the sentence names. */
const asElsewhere = (
  quantity: Quantity,
  fits: readonly Fit[],
  suspicion: Suspicion,
): Judgement | undefined =>
  isElsewhere(quantity, suspicion)
    ? { verdict: 'contradicted', by: 'elsewhere', fits, sure: undefined, ...suspicion }
    : undefined;

function judgeAsValue(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  owned: readonly Fit[],
  siblings: Siblings,
): Judgement {
  const list = slashListOf(view, quantity);
  if (list) return judgeInList(view, quantity, fits, owned, list, siblings);
  const byNames = judgeByNames(view, quantity, fits, siblings);
  if (byNames) return byNames;
  const amongCommas = judgeAmongCommas(view, quantity, fits, siblings);
  if (amongCommas) return amongCommas;
  const ofTwo =
    judgeTwoOfMeasure(view, quantity, fits, siblings) ?? judgeJoined(view, quantity, fits, siblings);
  if (ofTwo) return ofTwo;
  // `with +0.48, +0.08 and +0.75`
  const byOthers = quantity.sign === 0 || owned[0] ? undefined : pairByOthers(view, quantity);
  if (byOthers) return { verdict: 'contradicted', by: 'pair', score: 0.8, ...byOthers, expected: undefined };
  const intended =
    quantity.aggregate &&
    !quantity.bound &&
    !quantity.approximate &&
    !view.nearest.some(scoped => isOfMore(view, quantity, scoped))
      ? intendedAggregate(view, quantity)
      : undefined;
  const count = intendedCount(view, quantity, fits);
  if (count) {
    const unsure = !isPlainCount(view, quantity);
    return { verdict: 'contradicted', by: 'aggregate', score: 0.8, aggregate: count, unsure };
  }
  // Where an average over rows is surely meant, a cell of one row that happens to agree explains nothing.
  if (
    owned[0] &&
    !(intended && owned.every(fit => fit.row < 0.2 && !isOfNamedMean(fit, intended.aggregate)))
  ) {
    return (
      asElsewhere(quantity, fits, suspectElsewhere(view, quantity, fits, siblings)) ??
      asElsewhere(quantity, fits, suspectMisplaced(view, quantity, fits, siblings)) ??
      asElsewhere(quantity, fits, suspectOtherMeasure(view, quantity, fits)) ??
      asElsewhere(quantity, fits, suspectInstead(view, quantity, fits, siblings)) ??
      asElsewhere(quantity, fits, suspectUnlikely(view, quantity, fits, siblings)) ??
      agreesWith(quantity, owned)
    );
  }
  if (quantity.aggregate) {
    const [aggregate] = explainingAggregates(view, quantity).filter(
      ({ kind }) => kind === quantity.aggregate || kind === 'count',
    );
    if (aggregate) {
      const said =
        aggregate.named * (0.3 + columnScore(view, aggregate.scoped, aggregate.column)) >= SAID_AGGREGATE;
      return { verdict: said ? 'supported' : 'let-pass', by: 'aggregate', aggregate };
    }
    if (intended && !fits.some(fit => isOfNamedMean(fit, intended.aggregate)))
      return { verdict: 'contradicted', by: 'aggregate', score: 0.8, aggregate: intended.aggregate };
  }
  if (fits.length > 0) {
    const suspicion = suspectElsewhere(view, quantity, fits, siblings);
    const { candidates, score, marks } = suspicion;
    return (
      asElsewhere(quantity, fits, suspicion) ??
      asElsewhere(quantity, fits, suspectMisplaced(view, quantity, fits, siblings)) ??
      asElsewhere(quantity, fits, suspectInstead(view, quantity, fits, siblings)) ??
      asElsewhere(quantity, fits, suspectUnlikely(view, quantity, fits, siblings)) ??
      unverified('it stands in the table, but nothing says that it is this cell', candidates, score, marks)
    );
  }
  return judgeAbsent(view, quantity, siblings);
}

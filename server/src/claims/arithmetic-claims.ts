import { type Mismatch, mismatchOf, type StatedChange, statedChanges, wordMismatches } from './arithmetic.ts';
import { NAMED } from './candidates.ts';
import type { Claim } from './claim.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { directionMismatches } from './directions.ts';
import { fitsOf } from './fit.ts';
import { formatLike } from './format-like.ts';
import type { Judgement } from './judgement.ts';
import type { NumberPair } from './number-pairs.ts';
import { isOverHundred } from './over-hundred.ts';
import { partsOverWholes } from './part-over-whole.ts';
import { isBound, type Quantity } from './quantity.ts';
import { followsFromOwn } from './quoted.ts';
import { RANK, type Ranked } from './rank.ts';
import { spanOf } from './report.ts';
import { type StatedShare, shareMismatchOf, statedShares } from './stated-shares.ts';
import type { SentenceView } from './view.ts';

/** A stated change held to the two numbers that its own sentence gives. */
export interface ArithmeticClaim {
  readonly claim: Claim;
  readonly report: Ranked | undefined;
}

export interface ArithmeticClaims {
  readonly checked: ReadonlyMap<Quantity, ArithmeticClaim>;
  /** Changes said in words (`doubled`) that are far off. */
  readonly worded: readonly Ranked[];
}

/** What a sentence says of its own numbers. Where the table says which of the three is off, that one is reported instead. */
export function arithmeticClaims(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
  bound: readonly Quantity[],
): ArithmeticClaims {
  const { text } = view.reading.block;
  const { quantities } = view.sentence;
  const isWrong = (quantity: Quantity): boolean => judged.get(quantity)?.verdict === 'contradicted';
  const checked = new Map<Quantity, ArithmeticClaim>();
  for (const stated of statedChanges(text, quantities)) {
    const { a, b, change } = stated;
    if (isWrong(a) || isWrong(b) || isBound(change, bound)) continue;
    const mismatch = mismatchOf(stated, view.text);
    if (mismatch && !mismatch.isOfItsSize) continue;
    const own = arithmeticClaim(view, stated, mismatch);
    // `drops by 3.9 (from 0.613 to 0.569)`: the table has the change beside one of the two, and which is off, it does not say. Of
    // `0.196 and 0.072 against 7.43, a factor of 38` it is the factor of another two.
    if (own.report && (isBesideOne(view, change, [a, b]) || followsFromOwn(view, change))) continue;
    checked.set(change, own);
  }
  for (const stated of statedShares(text, quantities)) {
    const { part, whole, share } = stated;
    if ([part, whole, share].some(isWrong) || isBound(share, bound) || checked.has(share)) continue;
    const [off, own] =
      isBesideWhole(view, judged.get(share), whole) && !isBound(part, bound)
        ? [part, partClaim(view, stated)]
        : [share, shareClaim(view, stated)];
    checked.set(off, own);
  }
  for (const quantity of quantities) {
    if (quantity.noClaim !== undefined || isBound(quantity, bound) || checked.has(quantity)) continue;
    const verdict = judged.get(quantity)?.verdict;
    if (verdict !== 'contradicted' && verdict !== 'supported' && isOverHundred(view, quantity))
      checked.set(quantity, atOdds(view, quantity, `${quantity.text} % is more than there is`, undefined));
  }
  for (const { part, whole, off } of partsOverWholes(view)) {
    if ([part, whole].some(number => isWrong(number) || isBound(number, bound) || checked.has(number)))
      continue;
    checked.set(off, atOdds(view, off, `${part.text} of ${whole.text} is more than there are`, undefined));
  }
  return { checked, worded: [...farOff(view), ...otherWay(view, judged)] };
}

/** The share is what a cell says that the sentence names, and the whole stands in its row. */
const isBesideWhole = (view: SentenceView, share: Judgement | undefined, whole: Quantity): boolean =>
  share?.verdict === 'supported' &&
  share.by === 'cell' &&
  share.fit.row >= NAMED &&
  share.fit.column >= NAMED &&
  fitsOf(view, whole).some(
    ({ scoped, number }) => scoped === share.fit.scoped && number.row === share.fit.number.row,
  );

/** A cell says the change, in the row in which one of the two stands. */
function isBesideOne(view: SentenceView, change: Quantity, ends: readonly Quantity[]): boolean {
  const changes = fitsOf(view, change).filter(({ number }) => number.main);
  return ends.some(
    end =>
      significantDigits(end.text) >= TELLING_DIGITS &&
      fitsOf(view, end).some(({ scoped, number }) =>
        changes.some(
          fit =>
            fit.scoped === scoped && fit.number.row === number.row && fit.number.column !== number.column,
        ),
      ),
  );
}

function arithmeticClaim(
  view: SentenceView,
  { a, b, change, kind }: StatedChange,
  mismatch: Mismatch | undefined,
): ArithmeticClaim {
  const step = kind === 'steps' ? `from ${a.text} to ${b.text}` : `${a.text} against ${b.text}`;
  return claimFrom(view, change, [a, b], mismatch && { ...mismatch, step });
}

function shareClaim(view: SentenceView, stated: StatedShare): ArithmeticClaim {
  const { part, whole, share } = stated;
  const mismatch = shareMismatchOf(stated);
  return claimFrom(
    view,
    share,
    [part, whole],
    mismatch && { ...mismatch, step: `${part.text} of ${whole.text}` },
  );
}

/** `18.5 % of the questions (2,369 of 14,019)`, where the table has 18.5 and 14,019: it is the part that is off. */
function partClaim(view: SentenceView, stated: StatedShare): ArithmeticClaim {
  const { part, whole, share } = stated;
  const value = (share.size * whole.size) / 100;
  const mismatch = shareMismatchOf(stated) && {
    step: `${share.text} % of ${whole.text}`,
    says: `about ${formatLike(part.text, value)}`,
    expected: undefined,
  };
  return claimFrom(view, part, [share, whole], mismatch);
}

/** What is said of a number that two others of its sentence give, or do not give. */
function claimFrom(
  view: SentenceView,
  derived: Quantity,
  [a, b]: readonly [Quantity, Quantity],
  mismatch:
    | { readonly step: string; readonly says: string; readonly expected: string | undefined }
    | undefined,
): ArithmeticClaim {
  if (!mismatch) {
    const explanation = `It follows from ${a.text} and ${b.text} in the sentence.`;
    return { claim: ownClaim(view, derived, 'supported', explanation), report: undefined };
  }
  const message = `${mismatch.step} is ${mismatch.says}, the text says ${derived.text}`;
  return atOdds(view, derived, message, mismatch.expected);
}

/** A claim that no table has a say in. */
const ownClaim = (
  view: SentenceView,
  quantity: Quantity,
  verdict: Claim['verdict'],
  explanation: string,
): Claim => ({
  span: spanOf(view.reading.block, quantity),
  text: quantity.text,
  bound: false,
  cells: [],
  candidates: [],
  verdict,
  explanation,
});

/** What is said of a number that can't be right, whatever a table says. */
function atOdds(
  view: SentenceView,
  quantity: Quantity,
  message: string,
  expected: string | undefined,
): ArithmeticClaim {
  const claim = ownClaim(view, quantity, 'contradicted', `The sentence is at odds with itself: ${message}.`);
  return {
    claim,
    report: {
      rule: 'claims/arithmetic',
      span: claim.span,
      message,
      cells: [],
      ...(expected === undefined ? {} : { expected: [expected] }),
      rank: RANK.arithmetic,
      score: 1,
    },
  };
}

/** `drops from 512 to 1024`, where columns are called so: over what something drops. */
const isInNames = ({ tables }: SentenceView, { a, b }: NumberPair): boolean =>
  [a, b].every(({ text }) => tables.some(({ labels }) => labels.words.hasNumber(text.replaceAll(',', ''))));

/** `grows from 83.8 to 78.5`. Where a table knows one of the two it says which is off, and the verb is left alone. */
const otherWay = (view: SentenceView, judged: ReadonlyMap<Quantity, Judgement>): Ranked[] =>
  directionMismatches(view.reading.block.text, view.sentence.start, view.sentence.quantities)
    .filter(({ a, b }) =>
      [a, b].every(number => (judged.get(number)?.verdict ?? 'unverified') === 'unverified'),
    )
    .filter(mismatch => !isInNames(view, mismatch))
    .map(({ a, b, verb }) => ({
      rule: 'claims/arithmetic',
      span: spanOf(view.reading.block, verb),
      message: `from ${a.text} to ${b.text} goes the other way than "${verb.text}" says`,
      cells: [],
      rank: RANK.arithmetic,
      score: 0.5,
    }));

const farOff = (view: SentenceView): Ranked[] =>
  wordMismatches(
    view.reading.block.text,
    view.sentence.start,
    view.sentence.end,
    view.sentence.quantities,
  ).map(({ a, b, change, says }) => ({
    rule: 'claims/arithmetic',
    span: spanOf(view.reading.block, change),
    message: `from ${a.text} to ${b.text} is ${says}, the text says "${change.text}"`,
    cells: [],
    rank: RANK.arithmetic,
    score: 0.5,
  }));

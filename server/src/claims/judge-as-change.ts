import { isInOtherColumn } from './across-measures.ts';
import { nearestOfNone } from './any-partner.ts';
import { HALF_NAMED, NAMED } from './candidates.ts';
import { changeCell, saysChange } from './change-cells.ts';
import { pairByOthers } from './change-list.ts';
import { significantDigits } from './compare.ts';
import { type Derivation, derivationsOf } from './derive.ts';
import { type Fit, rowScore } from './fit.ts';
import { agreesWith } from './judge-agreeing.ts';
import { followsFromOneNamed, judgeChange } from './judge-change.ts';
import { judgeAmongCommas } from './judge-in-list.ts';
import { ABSENT, type Siblings, suspectAbsent } from './judge-value.ts';
import { type Judgement, notInCell, unverified } from './judgement.ts';
import { isListed, isOneOfRespective, slashListOf } from './number-list.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** Named no better than this a pair may agree by chance. */
export const SAID_PAIR = 0.35;

/** What a number that says a change is to the cells that the sentence names, and to those that say changes. */
export function judgeAsChange(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  owned: readonly Fit[],
  siblings: Siblings,
): Judgement {
  const amongCommas = judgeAmongCommas(view, quantity, fits, siblings);
  if (amongCommas) return amongCommas;
  const own = owned.filter(fit => fit.row >= NAMED && fit.scale === 1 && saysChange(fit));
  if (own.length > 0) return agreesWith(quantity, own);
  const byOthers = pairByOthers(view, quantity);
  if (byOthers) return { verdict: 'contradicted', by: 'pair', score: 0.8, ...byOthers, expected: undefined };
  const judged = judgeChange(view, quantity, fits, siblings);
  if (judged.kind === 'explained') {
    const { derivation } = judged;
    // What the table itself says of the change is more exact than what two of its values allow.
    const slip = derivation.named < SAID_PAIR ? heldToChangeCell(view, quantity) : undefined;
    if (slip?.slip) return slip;
    return { verdict: derivation.named >= SAID_PAIR ? 'supported' : 'let-pass', by: 'pair', derivation };
  }
  if (owned[0]) return agreesWith(quantity, owned);
  if (judged.kind === 'unsure') {
    const held = heldToChangeCell(view, quantity) ?? slipOfValue(view, quantity, siblings);
    if (held) return held;
    const off = followsFromOneNamed(view, quantity, siblings)
      ? undefined
      : nearestOfNone(view, quantity, fits);
    return off && !isInOtherColumn(view, quantity, off.a)
      ? {
          verdict: 'contradicted',
          by: 'pair',
          score: 0.5,
          a: off.a,
          b: off.b,
          expected: undefined,
          anyPartner: true,
        }
      : unverified('no two cells are named surely enough');
  }
  const { a, b } = judged.best;
  const isOfSeveral = isListed(view, quantity) || isOneOfRespective(view, quantity);
  if (isOfSeveral && (slashListOf(view, quantity) || derivationsOf(view, quantity).some(isOfNamedRows(view))))
    return unverified('it is one of several, and nothing says which');
  const expected = isOfSeveral ? undefined : judged.expected;
  return { verdict: 'contradicted', by: 'pair', score: judged.score, a, b, expected };
}

/** What a number that no two cells explain is to a cell that says how much something changed. */
function heldToChangeCell(
  view: SentenceView,
  quantity: Quantity,
): Extract<Judgement, { by: 'absent' | 'elsewhere' }> | undefined {
  if (quantity.bound || quantity.approximate || quantity.aggregate) return undefined;
  const change = changeCell(view, quantity);
  if (!change) return undefined;
  const { cell, isSlip } = change;
  return notInCell(cell, [], { score: isSlip ? 0.8 : 0.5, slip: isSlip });
}

const MANY_DIGITS = 4;

/** `the error increases up to 1.155` where the cell that is named has 11.55: what reads as a change is a value. */
function slipOfValue(
  view: SentenceView,
  quantity: Quantity,
  siblings: Siblings,
): Extract<Judgement, { by: 'absent' | 'elsewhere' }> | undefined {
  if (quantity.bound || quantity.approximate || significantDigits(quantity.text) < MANY_DIGITS)
    return undefined;
  const { near, score } = suspectAbsent(view, quantity, siblings);
  if (!near || score < ABSENT || near.row < NAMED || near.column < HALF_NAMED) return undefined;
  return notInCell(near, [], { score, slip: true });
}

/** Two rows that the sentence names, in whatever column: of `by 0.051, 0.036 and 0.028` each is of one of several. */
const isOfNamedRows =
  (view: SentenceView) =>
  ({ a, b }: Derivation): boolean =>
    a.number.column === b.number.column &&
    [a, b].every(({ scoped, number }) => rowScore(view, scoped, number.row) >= NAMED);

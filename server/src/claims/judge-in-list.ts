import type { Candidate } from './candidates.ts';
import type { Fit } from './fit.ts';
import { agreesWith } from './judge-agreeing.ts';
import type { Siblings } from './judge-value.ts';
import { type Judgement, unverified } from './judgement.ts';
import type { Quantity } from './quantity.ts';
import { cellInList, type SlashList } from './slash-list.ts';
import type { SentenceView } from './view.ts';

/** One of several numbers with slashes: its place among them says which cell it must be, and nothing else does. */
export function judgeInList(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  owned: readonly Fit[],
  list: SlashList,
  siblings: Siblings,
): Judgement {
  const meant = cellInList(view, quantity, list, siblings.fitsOf);
  if (!meant || fits.some(fit => isInRow(fit, meant.cell)))
    return owned[0]
      ? agreesWith(quantity, owned)
      : unverified('it is one of several, and nothing says which');
  const { cell, isSlip } = meant;
  return {
    verdict: 'contradicted',
    by: fits.length > 0 ? 'elsewhere' : 'absent',
    score: isSlip ? 0.9 : 0.8,
    candidates: [cell],
    slip: isSlip,
    near: isSlip ? cell : undefined,
    sure: undefined,
    fits,
  };
}

const isInRow = (fit: Fit, { scoped, number }: Candidate): boolean =>
  fit.scoped === scoped && fit.number.row === number.row;

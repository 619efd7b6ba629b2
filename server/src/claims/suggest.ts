import { type Candidate, NAMED } from './candidates.ts';
import type { Fit } from './fit.ts';
import { formatLike } from './format-like.ts';
import type { Judgement } from './judge.ts';
import { inColumn, isSlip } from './judge-value.ts';
import type { Quantity } from './quantity.ts';
import { sameCell } from './scoped.ts';

type Contradicted = Extract<Judgement, { verdict: 'contradicted' }>;

/**
 * The cell that a contradicted number is surely meant to quote: the only one that it is a slip of, or the only one that is
 * named and that no other number of the sentence takes. Undefined in every doubt.
 */
export function sureCell(
  judgement: Contradicted,
  quantity: Quantity,
  siblings: readonly Fit[],
): Candidate | undefined {
  if (judgement.by !== 'absent' && judgement.by !== 'elsewhere') return undefined;
  const { candidates } = judgement;
  const slips = candidates.filter(({ scoped, number }) => isSlip(inColumn(quantity, scoped, number), number));
  if (slips.length > 0 && sameValue(slips)) return slips[0];
  const free = candidates.filter(candidate => !siblings.some(fit => sameCell(fit, candidate)));
  const [best] = free;
  if (!best || best.row < 0.75 || (best.column < NAMED && best.openColumns > 1)) return undefined;
  const rivals = free.filter(candidate => candidate.score >= best.score * 0.75);
  return sameValue(rivals) ? best : undefined;
}

const sameValue = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ number }) => number.size === candidates[0]!.number.size);

/** The cell's value in the author's own format. */
export function inAuthorsFormat(quantity: Quantity, cell: Candidate): string {
  const { size } = inColumn(quantity, cell.scoped, cell.number);
  const scale = size === 0 || quantity.size === 0 ? 1 : quantity.size / size;
  const suffix = quantity.step * 10 ** quantity.decimals;
  return formatLike(quantity.text, ((cell.number.negative ? -1 : 1) * cell.number.size * scale) / suffix);
}

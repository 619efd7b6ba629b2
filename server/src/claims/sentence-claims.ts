import { arithmeticClaims } from './arithmetic-claims.ts';
import type { Claim } from './claim.ts';
import { companionsIn } from './companions.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import type { Fit } from './fit.ts';
import { judgeSentence } from './judge.ts';
import { type Judgement, takenBy, unverified } from './judgement.ts';
import { offPartsIn } from './off-share.ts';
import type { Suspected } from './page-trust.ts';
import { isBound, type Quantity } from './quantity.ts';
import { RANK, type Ranked } from './rank.ts';
import { diagnosticFor, explain } from './report.ts';
import type { SentenceView } from './view.ts';
import { cellRef } from './wording.ts';

/** From so many digits on a number is hardly by chance those of a cell in another order. */
const TELLING_SLIP = 4;

export interface SentenceClaims {
  readonly claims: readonly Claim[];
  readonly reports: readonly Ranked[];
  readonly suspicions: readonly Suspected[];
  /** The cells that the sentence's numbers agree with, for its neighbours. */
  readonly agreeing: readonly Fit[];
}

/** Judges the numbers of a sentence that no link binds. `bound` are those that one does. */
export function sentenceClaims(
  view: SentenceView,
  bound: readonly Quantity[],
  others: readonly Fit[],
): SentenceClaims {
  const { block } = view.reading;
  const judged = view.tables.length > 0 ? judgeSentence(view, bound, others) : new Map<Quantity, Judgement>();
  const companions = new Map([...companionsIn(view, judged), ...offPartsIn(view)]);
  const { checked, worded } = arithmeticClaims(view, new Map([...judged, ...companions]), bound);
  const claims: Claim[] = [];
  const reports: Ranked[] = [...worded];
  const suspicions: Suspected[] = [];
  for (const quantity of view.sentence.quantities) {
    const companion = companions.get(quantity);
    const own = checked.get(quantity);
    if ((quantity.noClaim !== undefined && !companion && !own?.report) || isBound(quantity, bound)) continue;
    const judgement = companion ?? judged.get(quantity);
    if (judgement?.verdict === 'none') continue;
    // Two cells say more than two numbers of the sentence.
    if (own && (own.report || judgement?.verdict !== 'supported')) {
      claims.push(own.claim);
      if (own.report) reports.push(own.report);
      continue;
    }
    claims.push(explain(block, quantity, judgement));
    if (judgement?.verdict !== 'contradicted') continue;
    const diagnostic = diagnosticFor(block, quantity, judgement);
    reports.push({ ...diagnostic, rank: RANK.contradicted, score: judgement.score });
    if (companion || (judgement.by !== 'absent' && judgement.by !== 'elsewhere')) continue;
    const { near, sure, candidates, score } = judgement;
    const digits = significantDigits(quantity.text);
    suspicions.push({
      score,
      absent: judgement.by === 'absent',
      slip: judgement.slip && digits >= TELLING_SLIP,
      cell: cellRef(near ?? sure ?? candidates[0]!),
      ofItsCell: near !== undefined && digits >= TELLING_DIGITS,
      block: block.span,
      otherwise: explain(block, quantity, unverified('', candidates)),
    });
  }
  return { claims, reports, suspicions, agreeing: takenBy(judged) };
}

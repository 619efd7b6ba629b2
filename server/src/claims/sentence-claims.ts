import { mismatchOf, statedChanges, wordMismatches } from './arithmetic.ts';
import type { Claim, ClaimDiagnostic } from './claim.ts';
import type { Fit } from './fit.ts';
import { type Judgement, judgeSentence } from './judge.ts';
import type { Quantity } from './quantity.ts';
import { diagnosticFor, explain } from './report.ts';
import type { SentenceView } from './view.ts';

/** A diagnostic with its place among those of its sentence: the lowest rank is reported, of equal ones the surest. */
export interface Ranked extends ClaimDiagnostic {
  readonly rank: number;
  readonly score: number;
}

export interface SentenceClaims {
  readonly claims: readonly Claim[];
  readonly reports: readonly Ranked[];
  /** The cells that the sentence's numbers agree with, for its neighbours. */
  readonly agreeing: readonly Fit[];
}

export const RANK = { bound: 0, broken: 1, contradicted: 2, arithmetic: 3, conflicting: 4 } as const;

/** Judges the numbers of a sentence that no link binds. `bound` are those that one does. */
export function sentenceClaims(
  view: SentenceView,
  bound: readonly Quantity[],
  others: readonly Fit[],
): SentenceClaims {
  const { block } = view.reading;
  const judged = view.tables.length > 0 ? judgeSentence(view, bound, others) : new Map<Quantity, Judgement>();
  const claims = new Map<Quantity, Claim>();
  const reports: Ranked[] = [];
  const taken = [...judged.values()].flatMap(judgement =>
    judgement.verdict === 'supported' && judgement.by === 'cell' ? [judgement.fit] : [],
  );
  for (const quantity of view.sentence.quantities) {
    if (quantity.noClaim !== undefined || bound.includes(quantity)) continue;
    const judgement = judged.get(quantity);
    if (judgement?.verdict === 'none') continue;
    claims.set(quantity, explain(block, quantity, judgement));
    if (judgement?.verdict !== 'contradicted') continue;
    reports.push({
      ...diagnosticFor(block, quantity, judgement, taken),
      rank: RANK.contradicted,
      score: judgement.score,
    });
  }
  for (const { quantity, claim, report } of arithmeticClaims(view, judged, bound)) {
    if (quantity) claims.set(quantity, claim!);
    reports.push(report);
  }
  return { claims: [...claims.values()], reports, agreeing: taken };
}

interface ArithmeticClaim {
  readonly quantity: Quantity | undefined;
  readonly claim: Claim | undefined;
  readonly report: Ranked;
}

/** What the sentence says against itself. Where the table says which of the three numbers is off, that one is reported already. */
function arithmeticClaims(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
  bound: readonly Quantity[],
): ArithmeticClaim[] {
  const { block } = view.reading;
  const { quantities } = view.sentence;
  const isWrong = (quantity: Quantity): boolean => judged.get(quantity)?.verdict === 'contradicted';
  const stated = statedChanges(block.text, quantities).flatMap((change): ArithmeticClaim[] => {
    const mismatch = mismatchOf(change, view.text);
    if (!mismatch || isWrong(change.a) || isWrong(change.b) || bound.includes(change.change)) return [];
    const { a, b, says, expected } = mismatch;
    const span = { start: block.sources[change.change.start]!, end: block.ends[change.change.end - 1]! };
    const message = `from ${a.text} to ${b.text} is ${says}, the text says ${change.change.text}`;
    const claim: Claim = {
      span,
      text: change.change.text,
      verdict: 'contradicted',
      bound: false,
      cells: [],
      candidates: [],
      explanation: `The sentence is at odds with itself: ${message}.`,
    };
    const sure = expected !== undefined ? { expected: [expected] } : {};
    return [
      {
        quantity: change.change,
        claim,
        report: {
          rule: 'claims/arithmetic',
          span,
          message,
          cells: [],
          ...sure,
          rank: RANK.arithmetic,
          score: 1,
        },
      },
    ];
  });
  const worded = wordMismatches(block.text, view.sentence.start, view.sentence.end, quantities).map(
    ({ a, b, change, says }): ArithmeticClaim => {
      const span = { start: block.sources[change.start]!, end: block.ends[change.end - 1]! };
      const message = `from ${a.text} to ${b.text} is ${says}, the text says "${change.text}"`;
      return {
        quantity: undefined,
        claim: undefined,
        report: { rule: 'claims/arithmetic', span, message, cells: [], rank: RANK.arithmetic, score: 0.5 },
      };
    },
  );
  return [...stated, ...worded];
}

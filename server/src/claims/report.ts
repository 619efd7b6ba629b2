import type { ProseBlock } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { saysChange } from './change-cells.ts';
import type { CellRef, Claim, ClaimDiagnostic } from './claim.ts';
import { formatLike } from './format-like.ts';
import type { Contradicted, Explained, Judgement } from './judgement.ts';
import type { Quantity } from './quantity.ts';
import { inAuthorsFormat } from './suggest.ts';
import { aggregateIs, cellIs, cellRef, cellSays, pairIs } from './wording.ts';

/** The page span of a number's digits. */
export const spanOf = (block: ProseBlock, { start, end }: Span): Span => block.sourceSpan(start, end);

/** Why a number is not checked, as a sentence. */
export const notChecked = (reason: string): string => `Not checked: ${reason}.`;

const MOST_CELLS = 5;

/** What a person is told of a number that no link binds. */
export function explain(
  block: ProseBlock,
  quantity: Quantity,
  judgement: Exclude<Judgement, { verdict: 'none' }> | undefined,
): Claim {
  const claim = (
    verdict: Claim['verdict'],
    explanation: string,
    cells: readonly CellRef[],
    candidates: readonly CellRef[] = [],
  ): Claim => ({
    span: spanOf(block, quantity),
    text: quantity.text,
    verdict,
    bound: false,
    cells: cells.slice(0, MOST_CELLS),
    candidates: candidates.slice(0, MOST_CELLS),
    explanation,
  });
  if (!judgement) return claim('unverified', 'No table is in scope here.', []);
  switch (judgement.verdict) {
    case 'supported':
      return claim('supported', `It ${explainedBy(judgement)}.`, explainingCells(judgement));
    case 'let-pass':
      return claim(
        'unverified',
        `Not checked: it ${explainedBy(judgement)}, but the sentence does not say that this is meant.`,
        [],
        explainingCells(judgement),
      );
    case 'unverified':
      return claim('unverified', notChecked(judgement.reason), [], judgement.candidates.map(cellRef));
    case 'contradicted': {
      const cells = contradictingCells(judgement);
      const sure = 'sure' in judgement ? judgement.sure : undefined;
      return claim(
        'contradicted',
        contradictedBecause(judgement, quantity),
        sure ? [cellRef(sure)] : cells,
        sure ? [] : cells,
      );
    }
  }
}

function explainedBy(judgement: Explained): string {
  switch (judgement.by) {
    case 'cell':
      return `agrees with ${cellIs(cellRef(judgement.fit))}`;
    case 'pair':
      return `is ${pairIs(judgement.derivation.kind, cellRef(judgement.derivation.a), cellRef(judgement.derivation.b))}`;
    case 'aggregate':
      return `is ${aggregateIs(judgement.aggregate)}`;
  }
}

function explainingCells(judgement: Explained): CellRef[] {
  switch (judgement.by) {
    case 'cell':
      return [cellRef(judgement.fit)];
    case 'pair':
      return [cellRef(judgement.derivation.a), cellRef(judgement.derivation.b)];
    case 'aggregate':
      return judgement.aggregate.numbers.map(number =>
        cellRef({ scoped: judgement.aggregate.scoped, number }),
      );
  }
}

function contradictingCells(judgement: Contradicted): CellRef[] {
  switch (judgement.by) {
    case 'absent':
    case 'elsewhere':
      return judgement.candidates.map(cellRef);
    case 'pair':
      return [cellRef(judgement.a), cellRef(judgement.b)];
    case 'aggregate':
      return judgement.aggregate.numbers.map(number =>
        cellRef({ scoped: judgement.aggregate.scoped, number }),
      );
    case 'partner':
    case 'direction':
      return [cellRef(judgement.cell)];
  }
}

function contradictedBecause(judgement: Contradicted, quantity: Quantity): string {
  switch (judgement.by) {
    case 'absent': {
      const best = judgement.candidates[0]!;
      if (saysChange(best) && quantity.role === 'change')
        return `For the change the named row has ${cellIs(cellRef(best))}, not ${quantity.text}.`;
      return `The words around it name ${cellIs(cellRef(best))}; ${quantity.text} is nowhere in the tables in scope, and follows from no two of their values.`;
    }
    case 'elsewhere': {
      const best = judgement.candidates[0]!;
      return `The words around it name ${cellIs(cellRef(best))}; ${quantity.text} is ${cellIs(cellRef(judgement.fits[0]!))}, which the sentence does not name.`;
    }
    case 'pair':
      if (judgement.anyPartner)
        return `The sentence names ${cellIs(cellRef(judgement.a))}. Nothing that it may be compared with gives a change of ${quantity.text}; ${cellIs(cellRef(judgement.b))} comes nearest.`;
      return `The sentence names ${cellIs(cellRef(judgement.a))}, and ${cellIs(cellRef(judgement.b))}; neither their difference nor their ratio is ${quantity.text}.`;
    case 'aggregate':
      return `The sentence speaks of ${aggregateIs(judgement.aggregate)}; that is ${rounded(judgement.aggregate.value)}.`;
    case 'partner':
      return `The sentence states the change, and with the other number it leads to ${cellIs(cellRef(judgement.cell))}.`;
    case 'direction':
      return `The sentence is at odds with itself: ${otherWay(judgement)}; ${cellSays(cellRef(judgement.cell))}.`;
  }
}

/** What is reported at a contradicted number. */
export function diagnosticFor(
  block: ProseBlock,
  quantity: Quantity,
  judgement: Contradicted,
): ClaimDiagnostic {
  const base = { rule: 'claims/contradicted' as const, span: spanOf(block, quantity) };
  const says = `the text says ${quantity.text}`;
  switch (judgement.by) {
    case 'absent':
    case 'elsewhere': {
      const { sure } = judgement;
      const shown = cellRef(sure ?? judgement.candidates[0]!);
      const cells = sure ? [shown] : contradictingCells(judgement).slice(0, MOST_CELLS);
      return {
        ...base,
        message: `${cellSays(shown)}; ${says}`,
        cells,
        ...(sure ? { expected: [inAuthorsFormat(quantity, sure)] } : {}),
      };
    }
    case 'partner':
      return {
        ...base,
        message: `${cellSays(cellRef(judgement.cell))}; ${says}`,
        cells: [cellRef(judgement.cell)],
        expected: [judgement.expected],
      };
    case 'direction':
      return {
        ...base,
        message: `${otherWay(judgement)}; ${cellSays(cellRef(judgement.cell))}`,
        cells: [cellRef(judgement.cell)],
      };
    case 'pair': {
      const cells = [cellRef(judgement.a), cellRef(judgement.b)];
      const message = judgement.anyPartner
        ? `${cellSays(cells[0]!)}, and no value beside it makes that change; ${says}`
        : `${cellSays(cells[0]!)} and ${cellIs(cells[1]!)}; ${says} for the change`;
      return {
        ...base,
        message,
        cells,
        ...(judgement.expected === undefined ? {} : { expected: [judgement.expected] }),
      };
    }
    case 'aggregate': {
      const { aggregate } = judgement;
      const expected = formatLike(quantity.text, aggregate.value);
      return {
        ...base,
        message: `${aggregateIs(aggregate)} is ${rounded(aggregate.value)}; ${says}`,
        cells: [],
        ...(judgement.unsure ? {} : { expected: [expected] }),
      };
    }
  }
}

const rounded = (value: number): string => String(Number(value.toFixed(Math.abs(value) < 1 ? 4 : 2)));

const otherWay = ({ a, b, verb }: Extract<Judgement, { by: 'direction' }>): string =>
  `from ${a.text} to ${b.text} goes the other way than "${verb}" says`;

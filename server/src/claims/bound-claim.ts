import type { ProseBlock } from '../markdown/prose.ts';
import type { FragmentValue } from '../tables/expression.ts';
import { overlaps } from '../text/span.ts';
import type { Binding, BoundNumber } from './bindings.ts';
import { boundVerdict } from './bound-value.ts';
import type { CellRef, Claim } from './claim.ts';
import { formatLike } from './format-like.ts';
import { inWordsLike } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import { RANK, type Ranked } from './rank.ts';
import { spanOf } from './report.ts';
import { tableName } from './scoped.ts';
import { cellIs, cellSays } from './wording.ts';

type FragmentExpression = Extract<FragmentValue, { kind: 'expression' }>;
type NumberBinding = Extract<Binding, { kind: 'number' | 'count' }>;

export interface BoundClaim {
  /** The sentence's quantity that the link binds, if it was read as one. */
  readonly quantity: Quantity | undefined;
  readonly claim: Claim;
  readonly report: Ranked | undefined;
}

/** A number that a link binds, held to what it is bound to. */
export function boundClaim(
  block: ProseBlock,
  binding: NumberBinding,
  quantities: readonly Quantity[],
): BoundClaim {
  const { number } = binding;
  const quantity = quantities.find(other => overlaps(other, number));
  const claim = (verdict: Claim['verdict'], explanation: string, cells: readonly CellRef[]): Claim => ({
    span: spanOf(block, number),
    text: number.text,
    verdict,
    bound: true,
    cells,
    candidates: [],
    explanation,
  });
  if (binding.kind === 'count') return { quantity, ...countClaim(block, binding, claim) };
  const { table, value } = binding;
  const written = quantity ?? inWords(number);
  const cells = (value.kind === 'cell' ? [value.place] : value.places).map(
    ({ row, column }): CellRef => ({ path: table.path, table: table.table, row, column }),
  );
  const verdict = boundVerdict(table.table, value, written);
  const where =
    value.kind === 'cell'
      ? cellIs(cells[0]!)
      : `${expressionValue(value)}, the ${value.name} of ${cells.length} cells of ${tableName(table.path, table.table)}`;
  switch (verdict.kind) {
    case 'agrees':
      return {
        quantity,
        claim: claim('supported', `The link binds it to ${where}; they agree.`, cells),
        report: undefined,
      };
    case 'cannot-tell':
      return {
        quantity,
        claim: claim('unverified', `The link binds it to ${where}, which is no exact number.`, cells),
        report: undefined,
      };
    case 'no-number': {
      const what = verdict.says === '' ? 'is blank' : `says "${verdict.says}"`;
      const message = `the cell that this binds to ${what}, which is no number`;
      const report: Ranked = {
        rule: 'claims/broken-binding',
        span: spanOf(block, number),
        message,
        cells,
        rank: RANK.broken,
        score: 1,
      };
      return {
        quantity,
        claim: claim('unverified', `The link binds it to a cell that ${what}.`, cells),
        report,
      };
    }
    case 'differs': {
      const says =
        value.kind === 'cell'
          ? cellSays(cells[0]!)
          : `${tableName(table.path, table.table)} gives ${verdict.says} for the ${value.name}`;
      const message = `${says}; the text says ${number.text}`;
      const right = number.inWords ? inWordsLike(number.text, Number(verdict.expected)) : verdict.expected;
      const expected = right === undefined ? {} : { expected: [right] };
      const report: Ranked = {
        rule: 'claims/bound-value',
        span: spanOf(block, number),
        message,
        cells,
        ...expected,
        rank: RANK.bound,
        score: 1,
      };
      return {
        quantity,
        claim: claim('contradicted', `The link binds it to ${where}; they differ.`, cells),
        report,
      };
    }
  }
}

function countClaim(
  block: ProseBlock,
  { number, type, count }: Extract<NumberBinding, { kind: 'count' }>,
  claim: (verdict: Claim['verdict'], explanation: string, cells: readonly CellRef[]) => Claim,
): Omit<BoundClaim, 'quantity'> {
  const pages = `${count} ${count === 1 ? 'page' : 'pages'} of type ${type}`;
  if (number.value === count)
    return { claim: claim('supported', `The wiki has ${pages}.`, []), report: undefined };
  const message = `the wiki has ${pages}; the text says ${number.text}`;
  const right = number.inWords ? inWordsLike(number.text, count) : formatLike(number.text, count);
  const expected = right === undefined ? {} : { expected: [right] };
  return {
    claim: claim('contradicted', `The wiki has ${pages}.`, []),
    report: {
      rule: 'claims/bound-value',
      span: spanOf(block, number),
      message,
      cells: [],
      ...expected,
      rank: RANK.bound,
      score: 1,
    },
  };
}

function expressionValue({ name, value, decimals }: FragmentExpression): string {
  const rounded = Number(value.toFixed(Math.min(Math.max(decimals, 2), 6)));
  return name === 'change' ? `${rounded} %` : String(rounded);
}

/** A number in words, or one that is read as no quantity, as a bare quantity. */
function inWords(number: BoundNumber): Quantity {
  const fraction = /\.(\d+)/.exec(number.text)?.[1] ?? '';
  return {
    start: number.start,
    end: number.end,
    text: number.text,
    sign: number.value < 0 ? -1 : 0,
    size: Math.abs(number.value),
    step: 10 ** -fraction.length,
    decimals: fraction.length,
    unit: '',
    unitEnd: number.end,
    approximate: false,
    bound: undefined,
    role: 'value',
    changeKind: undefined,
    aggregate: undefined,
    sentence: 0,
    noClaim: undefined,
  };
}

/** An anchor or expression that names nothing, reported at the link's fragment. */
export function brokenBinding({ span, table, problem }: Extract<Binding, { kind: 'broken' }>): Ranked {
  const where = table ? `${tableName(table.path, table.table)}: ` : '';
  const cells =
    table && problem.candidates
      ? problem.candidates
          .slice(0, 5)
          .map((row): CellRef => ({ path: table.path, table: table.table, row, column: 0 }))
      : [];
  return {
    rule: 'claims/broken-binding',
    span,
    message: `${where}${problem.message}`,
    cells,
    rank: RANK.broken,
    score: 1,
  };
}

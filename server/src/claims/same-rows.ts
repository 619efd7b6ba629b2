import { overlap, readings } from './compare.ts';
import { type Derivation, operand, type Pair } from './derive.ts';
import { formatLike } from './format-like.ts';
import type { Judgement } from './judgement.ts';
import { isListed } from './number-list.ts';
import { changeReadings, type PairKind } from './pair-readings.ts';
import { isPlausible } from './plausible-change.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import { columnsSaid } from './said-column.ts';
import type { SentenceView } from './view.ts';

/** Ways to say one change; the others of a list say which is meant. */
const KINDS: ReadonlySet<PairKind> = new Set(['difference', 'points', 'change']);

/**
 * `gains of 12.4 on A, 3.5 on B and 5.6 on C`: where all others are changes from one row to another, each in its column, so is this
 * one, whose column is said right at it. What becomes of those of which that tells.
 */
export function besideSameRows(
  view: SentenceView,
  judged: ReadonlyMap<Quantity, Judgement>,
): Map<Quantity, Judgement> {
  const found = new Map<Quantity, Judgement>();
  const changes = [...judged].filter(([{ role }]) => role === 'change');
  if (changes.length < 2) return found;
  for (const [quantity, judgement] of changes) {
    if (quantity.bound || quantity.aggregate || quantity.approximate || isListed(view, quantity)) continue;
    if (!isOpen(judgement)) continue;
    const beside = changes.flatMap(([other, judgement]) =>
      other !== quantity && other.unit === quantity.unit ? changeInColumn(judgement) : [],
    );
    const pair = pairBeside(view, quantity, beside);
    const held = pair && heldTo(quantity, pair, beside[0]!.kind);
    if (held) found.set(quantity, held);
  }
  return found;
}

/** Not settled, or called wrong though one end of the change is not named. */
const isOpen = (judgement: Judgement): boolean =>
  judgement.verdict === 'unverified' ||
  judgement.verdict === 'let-pass' ||
  (judgement.verdict === 'contradicted' && judgement.by === 'pair' && judgement.expected === undefined);

/** The change from one row to another that a number is. */
const changeInColumn = (judgement: Judgement): Derivation[] =>
  judgement.verdict === 'supported' &&
  judgement.by === 'pair' &&
  KINDS.has(judgement.derivation.kind) &&
  judgement.derivation.a.number.column === judgement.derivation.b.number.column
    ? [judgement.derivation]
    : [];

/** The two cells of the others' rows in the number's own column. */
function pairBeside(view: SentenceView, quantity: Quantity, beside: readonly Derivation[]): Pair | undefined {
  const [first] = beside;
  if (!first || beside.some(other => !isOfRows(other, first))) return undefined;
  const { scoped } = first.a;
  const [column, ...more] = columnsSaid(view, quantity, scoped);
  if (column === undefined || more.length > 0 || beside.some(({ a }) => a.number.column === column))
    return undefined;
  const [a, b] = [first.a, first.b].map(({ number }) => scoped.numbers.inRow(number.row)[column]);
  return a && b ? { a: { scoped, number: a }, b: { scoped, number: b }, named: 1 } : undefined;
}

function heldTo(quantity: Quantity, pair: Pair, usual: PairKind): Judgement | undefined {
  const ways = changeReadings(operand(pair.a), operand(pair.b)).filter(
    ({ kind }) => KINDS.has(kind) && (isPercent(quantity) || kind !== 'change' || usual === 'change'),
  );
  const given = ways.find(({ range }) => overlap(range, readings(written(quantity))));
  if (given) return { verdict: 'supported', by: 'pair', derivation: { ...pair, kind: given.kind } };
  if (!isPlausible(quantity, pair)) return undefined;
  const meant = ways.find(({ kind }) => kind === usual);
  const expected = meant && formatLike(quantity.text, meant.value);
  return { verdict: 'contradicted', by: 'pair', score: 0.8, a: pair.a, b: pair.b, expected };
}

const isOfRows = ({ a, b }: Derivation, other: Derivation): boolean => {
  const rows = [other.a.number.row, other.b.number.row];
  return a.scoped === other.a.scoped && rows.includes(a.number.row) && rows.includes(b.number.row);
};

import { NAMED } from './candidates.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Derivation, derivationsOf, type Pair } from './derive.ts';
import { columnScore, rowScore } from './fit.ts';
import { isPlausible } from './judge-change.ts';
import { type Axis, type NameItem, nameItems, nameLists } from './name-items.ts';
import { andListOf } from './number-list.ts';
import type { PairKind } from './pair-readings.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * `by 33.5 and 31.6 points`, said of two names, `by 2 % on A, 17 % on B`: each change has a name of its own. Where the others are
 * the changes at theirs from one and the same row, or between the same two rows, so must this one be.
 */

/** Changes of a sentence, each with the name that it goes with. */
interface NamedChanges {
  readonly axis: Axis;
  readonly members: readonly Quantity[];
  readonly items: readonly NameItem[];
}

/** What the changes have in common: the row they start from and the column, or the two rows, and how they are worked out. */
interface Way {
  readonly kind: PairKind;
  /** The row that each is set against, or the two rows. */
  readonly rows: readonly number[];
  /** The column, where the names are of rows. */
  readonly column: number | undefined;
}

/** The two cells that a change must be of by the other changes of the sentence; undefined where they leave a doubt. */
export function pairByNames(view: SentenceView, quantity: Quantity): Pair | undefined {
  if (quantity.approximate || quantity.bound || quantity.aggregate) return undefined;
  for (const scoped of view.nearest)
    for (const axis of ['column', 'row'] as const) {
      const changes = listedChanges(view, quantity, scoped, axis) ?? toldApart(view, quantity, scoped, axis);
      const pair = changes && pairOf(view, quantity, scoped, changes);
      if (pair === 'as said') return undefined;
      if (pair) return pair;
    }
  return undefined;
}

const isChange = ({ role, noClaim, bound, approximate }: Quantity): boolean =>
  (role === 'change' || role === 'ratio') && noClaim === undefined && bound === undefined && !approximate;

const RESPECTIVELY = /(?<!\p{L})respectively(?!\p{L})/iu;
/** From the last number to the first name: `points over the`. */
const ON =
  /^(?:\s[\p{L}\d@%-]+){0,4}\s(?:on|for|in|at|with|when|of|by|over|using|than|to|against)\s[^,;:.()]{0,40}$/iu;
const FEWEST_BEFORE = 3;

/** `A and B improve by 33.5 and 31.6`, `5.6, 2.2, and 0.4 over A, B, and C`: as many names as numbers, in the same order. */
function listedChanges(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  axis: Axis,
): NamedChanges | undefined {
  const list = andListOf(view, quantity);
  if (!list?.members.every(isChange)) return undefined;
  const { members } = list;
  const { text } = view.reading.block;
  const [items, ...more] = nameLists(view, scoped, axis).filter(({ length }) => length === members.length);
  if (!items || more.length > 0) return undefined;
  const isSaid =
    items[0]!.start >= members.at(-1)!.unitEnd
      ? ON.test(text.slice(members.at(-1)!.unitEnd, items[0]!.start))
      : members.length >= FEWEST_BEFORE;
  return isSaid || RESPECTIVELY.test(view.text) ? { axis, members, items } : undefined;
}

/** From a number to its own name: `points on the`. */
const TO_NAME = /^(?:\s[\p{L}-]+){0,2}\s(?:on|in|for|over|with|at|than|against)\s(?:the\s)?$/iu;

/** `52 % on A and 34 % on B`: each has its name right behind it. */
function toldApart(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  axis: Axis,
): NamedChanges | undefined {
  const { text } = view.reading.block;
  const members = view.sentence.quantities.filter(other => isChange(other) && other.unit === quantity.unit);
  if (members.length < 2 || !members.includes(quantity)) return undefined;
  const all = nameItems(view, scoped, axis);
  const items = members.flatMap(
    ({ unitEnd }) =>
      all.find(({ start }) => start > unitEnd && TO_NAME.test(text.slice(unitEnd, start))) ?? [],
  );
  if (items.length < members.length || !areDisjoint(items)) return undefined;
  // `A gains 2.4 over B and C gains 3.5 over D`: each of another, too.
  const isOther = (item: NameItem): boolean =>
    !items.includes(item) && item.start > items[0]!.start && item.end < items.at(-1)!.end;
  return axis === 'row' && all.some(isOther) ? undefined : { axis, members, items };
}

const areDisjoint = (items: readonly NameItem[]): boolean => {
  const ids = items.flatMap(item => [...item.ids]);
  return new Set(ids).size === ids.length;
};

function pairOf(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  { axis, members, items }: NamedChanges,
): Pair | 'as said' | undefined {
  const at = members.indexOf(quantity);
  const waysOf = (member: Quantity, item: NameItem): readonly Way[] =>
    derivationsOf(view, member).flatMap(derivation => wayOf(derivation, scoped, axis, item) ?? []);
  const others = members.flatMap((member, index) => (index === at ? [] : [waysOf(member, items[index]!)]));
  const common = others[0]!.filter(way => others.every(list => list.some(other => isSame(other, way))));
  const own = waysOf(quantity, items[at]!);
  if (common.some(way => own.some(other => isAlike(other, way)))) return 'as said';
  const said = common.filter(way => isSaid(view, scoped, axis, way));
  const isMany = others.length > 1 && members.every(({ text }) => significantDigits(text) > 1);
  const ways = said.length > 0 ? said : isMany ? common : [];
  if (ways.length === 0) return undefined;
  const isTelling = members.some(
    (member, index) => index !== at && significantDigits(member.text) >= TELLING_DIGITS,
  );
  if (!isMany && !isTelling && said.length === 0) return undefined;
  const pairs = ways.flatMap(way => [...items[at]!.ids].flatMap(id => cellsOf(scoped, axis, way, id) ?? []));
  return pairs.find(pair => isPlausible(quantity, pair));
}

/** How a derivation goes if it is a change at this name. */
function wayOf(
  { a, b, kind }: Derivation,
  scoped: ScopedTable,
  axis: Axis,
  { ids }: NameItem,
): Way | undefined {
  if (a.scoped !== scoped || a.number.column !== b.number.column) return undefined;
  const { column } = a.number;
  const rows = [a.number.row, b.number.row];
  if (axis === 'column')
    return ids.has(column) ? { kind, rows: rows.sort((x, y) => x - y), column: undefined } : undefined;
  const [base, ...more] = rows.filter(row => !ids.has(row));
  return base === undefined || more.length > 0 ? undefined : { kind, rows: [base], column };
}

const isAlike = (a: Way, b: Way): boolean =>
  a.column === b.column && a.rows.every((row, index) => row === b.rows[index]);
const isSame = (a: Way, b: Way): boolean => a.kind === b.kind && isAlike(a, b);

/** The row that the changes are set against is named, or one of the two rows between which they go. */
const isSaid = (view: SentenceView, scoped: ScopedTable, axis: Axis, { rows, column }: Way): boolean =>
  rows.some(row => rowScore(view, scoped, row) >= NAMED) &&
  (axis === 'column' || columnScore(view, scoped, column!) >= NAMED || scoped.labels.measures.length === 1);

function cellsOf(scoped: ScopedTable, axis: Axis, { rows, column }: Way, id: number): Pair | undefined {
  const [first, second] = axis === 'column' ? rows : [id, rows[0]!];
  const along = axis === 'column' ? id : column!;
  const a = scoped.numbers.inRow(first!)[along];
  const b = scoped.numbers.inRow(second!)[along];
  return a && b && { a: { scoped, number: a }, b: { scoped, number: b }, named: 1 };
}

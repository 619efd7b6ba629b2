import { HALF_NAMED, NAMED } from './candidates.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Derivation, derivationsOf, type Pair } from './derive.ts';
import { columnScore, fitsOf, rowScore } from './fit.ts';
import { type Axis, type NameItem, nameItems, nameLists, RESPECTIVELY } from './name-items.ts';
import { andListOf } from './number-list.ts';
import type { PairKind } from './pair-readings.ts';
import { isOfNamedLine, isPlausible } from './plausible-change.ts';
import type { Quantity } from './quantity.ts';
import { comparandOf } from './quoted-pair.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/*
 * Changes of which each has a name of its own, or a value: `A and B improve by 33.5 and 31.6 points`, `by 2 % on A and 17 % on B`, `87.8 on
 * A and 88.6 on B, 1.3 and 1.7 above C`. Where the others are the changes at theirs from one and the same row, or between the same
 * two rows, so must this one be.
 */

/** Changes of a sentence, each with the rows or the columns that it may be at. */
interface PlacedChanges {
  readonly axis: Axis;
  readonly members: readonly Quantity[];
  readonly ids: readonly ReadonlySet<number>[];
  /** The two rows between which they go, where the sentence says them beyond doubt. */
  readonly rows?: readonly number[];
  /** Which is at which nothing says; the sentence names the two rows. */
  readonly unplaced?: true;
}

/** What the changes have in common: the row they start from and the column, or the two rows, and how they are worked out. */
interface Way {
  readonly kind: PairKind;
  readonly rows: readonly number[];
  /** The column, where the names are of rows. */
  readonly column: number | undefined;
}

/** The two cells that a change must be of by the other changes of the sentence; undefined where they leave a doubt. */
export function pairByOthers(view: SentenceView, quantity: Quantity): Pair | undefined {
  if (quantity.approximate || quantity.bound) return undefined;
  if (derivationsOf(view, quantity).some(pair => isOfNamedLine(view, pair))) return undefined;
  const list = andListOf(view, quantity)?.members;
  const inList = list?.every(isChange) ? list : undefined;
  for (const scoped of view.nearest)
    for (const changes of placedChanges(view, quantity, scoped, inList)) {
      const pair = pairOf(view, quantity, scoped, changes);
      if (pair === 'as said') return undefined;
      if (pair) return pair;
    }
  return undefined;
}

function* placedChanges(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  inList: readonly Quantity[] | undefined,
): Generator<PlacedChanges> {
  const byValues = inList && besideValues(view, inList, scoped);
  if (byValues) yield byValues;
  for (const axis of ['column', 'row'] as const) {
    const named = (inList && listed(view, inList, scoped, axis)) ?? toldApart(view, quantity, scoped, axis);
    if (named) yield named;
  }
  const unplaced = inList && anywhere(inList, scoped);
  if (unplaced) yield unplaced;
}

const FEWEST_UNPLACED = 3;

/** `by 2.97, 4.20 and 5.61 on the three corpora`, which the table calls otherwise: each at some column, between the same two rows. */
function anywhere(members: readonly Quantity[], { labels }: ScopedTable): PlacedChanges | undefined {
  if (members.length < FEWEST_UNPLACED) return undefined;
  if (members.some(({ text }) => significantDigits(text) < FEWEST_DIGITS)) return undefined;
  const columns = new Set(labels.measures);
  return { axis: 'column', members, ids: members.map(() => columns), unplaced: true };
}

/** `+0.48` is one, whatever the words. */
const isChange = ({ role, sign, noClaim, bound, approximate }: Quantity): boolean =>
  (role === 'change' || role === 'ratio' || (role === 'value' && sign !== 0)) &&
  noClaim === undefined &&
  bound === undefined &&
  !approximate;

/** From the last number to the first name: `points over the`. */
const ON =
  /^(?:\s[\p{L}\d@%-]+){0,4}\s(?:on|for|in|at|with|when|of|by|over|using|than|to|against)\s[^,;:.()]{0,40}$/iu;
const FEWEST_BEFORE = 3;

/** `A and B improve by 33.5 and 31.6`, `5.6, 2.2, and 0.4 over A, B, and C`: as many names as numbers, in the same order. */
function listed(
  view: SentenceView,
  members: readonly Quantity[],
  scoped: ScopedTable,
  axis: Axis,
): PlacedChanges | undefined {
  const { text } = view.reading.block;
  const [first, last] = [members[0]!, members.at(-1)!];
  const lists = nameLists(view, scoped, axis).filter(({ length }) => length === members.length);
  const behind = lists.find(
    ([item]) => item!.start >= last.unitEnd && ON.test(text.slice(last.unitEnd, item!.start)),
  );
  const mayStandBefore = members.length >= FEWEST_BEFORE || RESPECTIVELY.test(view.text);
  const before = mayStandBefore ? lists.findLast(list => list.at(-1)!.end <= first.start) : undefined;
  const items = behind ?? before;
  if (!items || (behind && before)) return undefined;
  return { axis, members, ids: items.map(({ ids }) => ids) };
}

/** From a number to its own name: `points on the`. */
const TO_NAME = /^(?:\s[\p{L}-]+){0,2}\s(?:on|in|for|over|with|at|than|against)\s(?:the\s)?$/iu;

/** `52 % on A and 34 % on B`: each has its name right behind it. */
function toldApart(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  axis: Axis,
): PlacedChanges | undefined {
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
  return axis === 'row' && all.some(isOther)
    ? undefined
    : { axis, members, ids: items.map(({ ids }) => ids) };
}

const areDisjoint = (items: readonly NameItem[]): boolean => {
  const ids = items.flatMap(item => [...item.ids]);
  return new Set(ids).size === ids.length;
};

/** `87.8 on A and 88.6 on B, improving C by 1.3 and 1.7`: as many values of one row before them, and a row that they are set against. */
function besideValues(
  view: SentenceView,
  members: readonly Quantity[],
  scoped: ScopedTable,
): PlacedChanges | undefined {
  const first = members[0]!;
  const against = comparandOf(view, first, { scoped }) ?? comparandOf(view, members.at(-1)!, { scoped });
  const values = valuesBefore(view, first, scoped);
  if (against === undefined || values.length !== members.length) return undefined;
  const fits = values.map(value =>
    fitsOf(view, value).filter(fit => fit.scoped === scoped && fit.scale === 1 && fit.number.main),
  );
  const rows = [...new Set(fits[0]!.map(({ number }) => number.row))].filter(
    row => row !== against && fits.every(own => own.some(({ number }) => number.row === row)),
  );
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) return undefined;
  const ids = fits.map(
    own => new Set(own.flatMap(({ number }) => (number.row === row ? [number.column] : []))),
  );
  return { axis: 'column', members, ids, rows: [row, against].sort((a, b) => a - b) };
}

const FEWEST_DIGITS = 2;
const MOST_MEMBERS = 8;

/** The values of the table that the sentence quotes before its changes, or that the sentence before quotes where it has none. */
function valuesBefore(view: SentenceView, first: Quantity, scoped: ScopedTable): readonly Quantity[] {
  const areValues = (quantities: readonly Quantity[]): readonly Quantity[] =>
    quantities.filter(
      quantity =>
        quantity.noClaim === undefined &&
        quantity.role === 'value' &&
        quantity.end <= first.start &&
        significantDigits(quantity.text) >= FEWEST_DIGITS &&
        fitsOf(view, quantity).some(fit => fit.scoped === scoped && fit.number.main),
    );
  const own = areValues(view.sentence.quantities);
  const before = view.reading.sentences[view.at - 1];
  return own.length > 0 || !before ? own : areValues(before.quantities);
}

function pairOf(
  view: SentenceView,
  quantity: Quantity,
  scoped: ScopedTable,
  { axis, members, ids, rows, unplaced }: PlacedChanges,
): Pair | 'as said' | undefined {
  // Each is held to all others, and all pairs of cells are gone through for each of them.
  if (members.length > MOST_MEMBERS) return undefined;
  const at = members.indexOf(quantity);
  const waysOf = (member: Quantity, own: ReadonlySet<number>): readonly Way[] =>
    derivationsOf(view, member)
      .flatMap(derivation => wayOf(derivation, scoped, axis, own) ?? [])
      .filter(way => !rows || rows.every((row, index) => way.rows[index] === row))
      .filter(way => !unplaced || way.rows.every(row => rowScore(view, scoped, row) >= NAMED));
  const others = members.flatMap((member, index) => (index === at ? [] : [waysOf(member, ids[index]!)]));
  const common = others[0]!.filter(way => others.every(list => list.some(other => isSame(other, way))));
  const own = waysOf(quantity, ids[at]!);
  if (common.some(way => own.some(other => isAlike(other, way)))) return 'as said';
  const isMany = others.length > 1 && members.every(({ text }) => significantDigits(text) > 1);
  const isTelling = members.some(
    (member, index) => index !== at && significantDigits(member.text) >= TELLING_DIGITS,
  );
  const isMeant = (way: Way): boolean => rows !== undefined || isSaid(view, scoped, axis, way, isTelling);
  if (own.some(isMeant)) return undefined;
  const ways = isMany ? common : common.filter(isMeant);
  const pairs = ways.flatMap(way => [...ids[at]!].flatMap(id => cellsOf(scoped, axis, way, id) ?? []));
  return pairs.find(pair => isPlausible(quantity, pair));
}

/** How a derivation goes if it is a change at this name. */
function wayOf(
  { a, b, kind }: Derivation,
  scoped: ScopedTable,
  axis: Axis,
  ids: ReadonlySet<number>,
): Way | undefined {
  if (a.scoped !== scoped || a.number.column !== b.number.column) return undefined;
  const { column } = a.number;
  const rows = [a.number.row, b.number.row].sort((x, y) => x - y);
  if (axis === 'column') return ids.has(column) ? { kind, rows, column: undefined } : undefined;
  // From one row of the name to another there is no other row: `the gain is 4.8 for A and 4.0 for B`.
  const bases = rows.filter(row => !ids.has(row));
  return bases.length > 1 ? undefined : { kind, rows: bases, column };
}

const isAlike = (a: Way, b: Way): boolean =>
  a.column === b.column &&
  a.rows.length === b.rows.length &&
  a.rows.every((row, index) => row === b.rows[index]);
const isSame = (a: Way, b: Way): boolean => a.kind === b.kind && isAlike(a, b);

/** The row that the changes are set against is named, or one of the two rows between which they go. */
const isSaid = (
  view: SentenceView,
  scoped: ScopedTable,
  axis: Axis,
  { rows, column }: Way,
  isTelling: boolean,
): boolean =>
  rows.some(row => rowScore(view, scoped, row) >= HALF_NAMED) &&
  (isTelling || axis === 'column' || columnScore(view, scoped, column!) >= NAMED);

function cellsOf(scoped: ScopedTable, axis: Axis, { rows, column }: Way, id: number): Pair | undefined {
  if (rows.length === 0) return undefined;
  const [first, second] = axis === 'column' ? rows : [id, rows[0]!];
  const along = axis === 'column' ? id : column!;
  const a = scoped.numbers.inRow(first!)[along];
  const b = scoped.numbers.inRow(second!)[along];
  return a && b && { a: { scoped, number: a }, b: { scoped, number: b }, named: 1 };
}

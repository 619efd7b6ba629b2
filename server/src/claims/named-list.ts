import { type Candidate, cellAsNamed, FITTING_UNIT } from './candidates.ts';
import { significantDigits } from './compare.ts';
import { columnScore, type Fit, rowScore, unitIn } from './fit.ts';
import { isFarOff } from './in-column.ts';
import { type Axis, type NameItem, nameLists, RESPECTIVELY } from './name-items.ts';
import type { TableNumber } from './number-index.ts';
import { andListOf } from './number-list.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { wordsOf } from './words.ts';

/*
 * `19.0 and 12.1 BLEU on the En-De and En-Cs tasks, respectively`: as many names as numbers, in the same order. Where the others
 * are the cells that their names say, of one line, so must this one be.
 */

/** The cell that a number must be by the list of names that its list of numbers goes with; undefined where there is no such list. */
export function cellByNames(
  view: SentenceView,
  quantity: Quantity,
  fitsOf: (other: Quantity) => readonly Fit[],
): Candidate | undefined {
  const list = andListOf(view, quantity);
  if (!list || list.members.some(({ role, noClaim }) => role !== 'value' || noClaim !== undefined))
    return undefined;
  const { members, at } = list;
  for (const scoped of view.nearest)
    for (const axis of ['column', 'row'] as const) {
      const items = namesBeside(view, scoped, axis, members);
      if (!items) continue;
      const cell = cellOf(view, scoped, axis, items, members, at, fitsOf);
      if (cell && unitIn(view, scoped, quantity, cell.column) >= FITTING_UNIT) {
        const meant = cellAsNamed(view, { scoped, number: cell }, NAMED_BY_LIST);
        if (!isFarOff(quantity, meant)) return meant;
      }
    }
  return undefined;
}

const NAMED_BY_LIST = 0.9;

/** From the last number to the first name: `BLEU points on the`. */
const ON = /^(?:\s[\p{L}\d@%-]+){0,4}\s(?:on|for|in|at|with|when|of|by|over|using)\s[^,;:.()]{0,40}$/iu;

/** The only list of so many names in the sentence, if it says `respectively` or goes on behind the numbers. */
function namesBeside(
  view: SentenceView,
  scoped: ScopedTable,
  axis: Axis,
  members: readonly Quantity[],
): readonly NameItem[] | undefined {
  const lists = nameLists(view, scoped, axis);
  const [list, ...more] = lists.filter(({ length }) => length === members.length);
  if (!list || more.length > 0) return undefined;
  const behind = list[0]!.start - members.at(-1)!.unitEnd;
  const { text } = view.reading.block;
  const goesOn = behind > 0 && ON.test(text.slice(members.at(-1)!.unitEnd, list[0]!.start));
  return goesOn || RESPECTIVELY.test(view.text) ? list : undefined;
}

const FEWEST_DIGITS = 2;

/** The cell at the number's name in the line in which the others are cells at theirs. */
function cellOf(
  view: SentenceView,
  scoped: ScopedTable,
  axis: Axis,
  items: readonly NameItem[],
  members: readonly Quantity[],
  at: number,
  fitsOf: (other: Quantity) => readonly Fit[],
): TableNumber | undefined {
  const along = (number: TableNumber): number => (axis === 'column' ? number.column : number.row);
  const across = (number: TableNumber): number => (axis === 'column' ? number.row : number.column);
  const agreeing = members.map((member, index) =>
    index === at || significantDigits(member.text) < FEWEST_DIGITS
      ? []
      : fitsOf(member).filter(
          fit => fit.scoped === scoped && fit.number.main && items[index]!.ids.has(along(fit.number)),
        ),
  );
  if (agreeing.filter(fits => fits.length > 0).length < members.length - 1) return undefined;
  const others = agreeing.filter((_, index) => index !== at);
  const lines = new Set(
    others[0]!
      .map(({ number }) => across(number))
      .filter(line => others.every(fits => fits.some(({ number }) => across(number) === line))),
  );
  const scoreOf = (line: number): number =>
    axis === 'column' ? rowScore(view, scoped, line) : columnScore(view, scoped, line);
  const named = [...lines].filter(line => scoreOf(line) >= NAMED_LINE);
  const [line, ...more] = named.length > 0 ? named : [...lines];
  if (line === undefined || more.length > 0) return undefined;
  // Where it is the cell of its own name in a line that is named as well, another one is off.
  const isItsName = (id: number): boolean => {
    const norms = normsOf(scoped, axis, id);
    return items[at]!.ids.has(id) || [...items[at]!.norms].every(norm => norms.includes(norm));
  };
  const own = fitsOf(members[at]!).filter(fit => fit.scoped === scoped && isItsName(along(fit.number)));
  if (own.some(({ number }) => scoreOf(across(number)) >= scoreOf(line))) return undefined;
  const neighbour = agreeing.findIndex(fits => fits.some(({ number }) => across(number) === line));
  const like = agreeing[neighbour]!.find(({ number }) => across(number) === line)!.number;
  const ids = [...items[at]!.ids].filter(
    id =>
      items[at]!.ids.size === 1 ||
      isCalledAlike(scoped, axis, id, items[at]!, along(like), items[neighbour]!),
  );
  if (ids.length !== 1) return undefined;
  const [row, column] = axis === 'column' ? [line, ids[0]!] : [ids[0]!, line];
  return scoped.numbers.inRow(row)[column];
}

const NAMED_LINE = 0.5;

/** But for what the two items say the names are one: `DSQuAD F1` and `DBERT F1`. */
function isCalledAlike(
  scoped: ScopedTable,
  axis: Axis,
  id: number,
  item: NameItem,
  other: number,
  otherNameItem: NameItem,
): boolean {
  const nameOf = (of: number, { norms }: NameItem): string =>
    normsOf(scoped, axis, of)
      .filter(norm => !norms.has(norm) && !/^\d+$/.test(norm))
      .join(' ');
  return nameOf(id, item) === nameOf(other, otherNameItem);
}

const normsOf = ({ table, labels }: ScopedTable, axis: Axis, of: number): readonly string[] =>
  axis === 'column'
    ? wordsOf(table.columns[of]!.header).map(({ norm }) => norm)
    : labels.ofRow[of]!.flatMap(({ words }) => words.map(({ norm }) => norm));

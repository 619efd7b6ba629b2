import type { Label } from './label-index.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { isCommon, isPale } from './words.ts';

/*
 * The names in a sentence as stretches of words, and the lists of such names: `En-De and En-Cs`, `A, B, and C`.
 */

export type Axis = Label['axis'];

/** Says that a list of numbers goes with a list of names. */
export const RESPECTIVELY = /(?<!\p{L})respectively(?!\p{L})/iu;

/** A name in a list of names: the rows or the columns that may be called so. */
export interface NameItem {
  readonly start: number;
  readonly end: number;
  readonly ids: ReadonlySet<number>;
  readonly norms: ReadonlySet<string>;
}

/** The names of one axis in a sentence, in order. */
export const nameItems = (view: SentenceView, scoped: ScopedTable, axis: Axis): readonly NameItem[] =>
  view.once(scoped, axis === 'column' ? columnItems : rowItems);

const columnItems = (view: SentenceView, scoped: ScopedTable): readonly NameItem[] =>
  itemsOf(view, scoped, 'column');
const rowItems = (view: SentenceView, scoped: ScopedTable): readonly NameItem[] =>
  itemsOf(view, scoped, 'row');

const JOINS = /^[)\]]?(?:,|,?\s(?:and|or|&))\s(?:the\s|on\s|for\s|in\s)*$|^\/$/iu;

/** The lists of names of one axis in a sentence: `En-De and En-Cs`, `A, B, and C`. */
export function nameLists(
  view: SentenceView,
  scoped: ScopedTable,
  axis: Axis,
): readonly (readonly NameItem[])[] {
  const { text } = view.reading.block;
  const lists: NameItem[][] = [];
  for (const item of nameItems(view, scoped, axis)) {
    const before = lists.at(-1)?.at(-1);
    if (before && JOINS.test(text.slice(before.end, item.start))) lists.at(-1)!.push(item);
    else lists.push([item]);
  }
  return lists.filter(({ length }) => length > 1);
}

const BETWEEN = /^[\s–(-]$/u;

/** Stretches of words that name rows or columns, in order. */
function itemsOf(view: SentenceView, scoped: ScopedTable, axis: Axis): readonly NameItem[] {
  const { words, block } = view.reading;
  const idsAt = new Map<number, Set<number>>();
  for (const { label, words: at } of view.naming(scoped.table).mentions) {
    if (label.axis !== axis) continue;
    for (const word of at) {
      const ids = idsAt.get(word) ?? new Set<number>();
      for (const id of label.ids) ids.add(id);
      idsAt.set(word, ids);
    }
  }
  const items: NameItem[] = [];
  let run: number[] = [];
  const close = (): void => {
    const item = itemFrom(view, scoped, axis, run, idsAt);
    if (item) items.push(item);
    run = [];
  };
  for (const word of [...idsAt.keys()].sort((a, b) => a - b)) {
    const last = run.at(-1);
    const isNext =
      last !== undefined &&
      word === last + 1 &&
      BETWEEN.test(block.text.slice(words[last]!.end, words[word]!.start));
    if (!isNext) close();
    run.push(word);
  }
  close();
  return items;
}

/** The rows or columns whose names have all words of a stretch that tell names apart. */
function itemFrom(
  view: SentenceView,
  scoped: ScopedTable,
  axis: Axis,
  run: readonly number[],
  idsAt: ReadonlyMap<number, ReadonlySet<number>>,
): NameItem | undefined {
  const { words } = view.reading;
  const telling = run.filter(word => !isCommon(words[word]!.norm) && !isPale(words[word]!.norm));
  if (telling.length === 0) return undefined;
  const count = axis === 'column' ? scoped.labels.measures.length : scoped.table.rows.length;
  const [first, ...more] = telling.map(word => idsAt.get(word)!);
  const ids = new Set([...first!].filter(id => more.every(own => own.has(id))));
  if (ids.size === 0 || ids.size >= count) return undefined;
  return {
    start: words[run[0]!]!.start,
    end: words[run.at(-1)!]!.end,
    ids,
    norms: new Set(run.map(word => words[word]!.norm)),
  };
}

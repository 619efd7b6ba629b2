import { rowLabel } from '../tables/labels.ts';
import { columnStats, comparable } from './column-stats.ts';
import { type Interval, overlap, readings } from './compare.ts';
import { columnScore, rowScore, writtenInTable } from './fit.ts';
import type { TableNumber } from './number-index.ts';
import { type Quantity, written } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

export type AggregateKind = 'mean' | 'total' | 'count';

/** A mean, total or count over rows of one column. */
export interface Aggregate {
  readonly kind: AggregateKind;
  readonly scoped: ScopedTable;
  readonly column: number;
  readonly rows: readonly number[];
  /** What the rows have in common: a label's text, or empty for all rows. */
  readonly selection: string;
  readonly value: number;
  readonly range: Interval;
  readonly numbers: readonly TableNumber[];
}

export type NamedAggregate = Aggregate & { readonly named: number };

interface Selection {
  readonly name: string;
  readonly rows: readonly number[];
  /** How surely the sentence means these rows. */
  readonly named: number;
}

/** Labels of rows that sum up the others. */
const TOTAL_ROW = /^\W*(?:avg|average|mean|total|overall|sum|all|median|std)\b/i;
/** Headers of columns that sum up the others. */
const AGGREGATE_HEADER = /\b(?:avg|ave|average|mean|median|total|overall|sum)\b/i;
const MOST_ROWS = 5000;

/** The row sums up the others, by its first label. */
export const isTotalRow = ({ labels }: ScopedTable, row: number): boolean =>
  TOTAL_ROW.test(labels.ofRow[row]![0]?.text ?? '');

/** Sets of rows that a sentence may speak of: all, those that share a label that it names, and where two labels meet. */
export function selectionsOf(view: SentenceView, scoped: ScopedTable): Selection[] {
  const { table, numbers } = scoped;
  if (table.rows.length > MOST_ROWS) return [];
  const all = table.rows.map((_, row) => row).filter(row => numbers.hasMain(row));
  const plain = all.filter(row => !isTotalRow(scoped, row));
  const selections: Selection[] = [{ name: '', rows: plain, named: 1 }];
  if (plain.length < all.length) selections.push({ name: '', rows: all, named: 0.9 });
  const named = new Map<string, Selection>();
  for (const mention of view.naming(table).mentions) {
    const { label } = mention;
    if (label.axis !== 'row' || mention.quality < 0.3) continue;
    const key = `${label.column}\0${label.text}`;
    const known = named.get(key);
    if (!known || known.named < mention.quality)
      named.set(key, { name: label.text, rows: label.ids, named: mention.quality });
  }
  const single = [...named.values()];
  selections.push(...single);
  for (let first = 0; first < single.length; first++) {
    for (let second = first + 1; second < single.length && second < first + 12; second++) {
      const [a, b] = [single[first]!, single[second]!];
      const inB = new Set(b.rows);
      const both = a.rows.filter(row => inB.has(row));
      const either = [...new Set([...a.rows, ...b.rows])];
      const sure = Math.min(a.named, b.named);
      if (both.length > 0) selections.push({ name: `${a.name}, ${b.name}`, rows: both, named: sure });
      selections.push({ name: `${a.name} or ${b.name}`, rows: either, named: sure });
    }
  }
  for (const { name, rows, named: sure } of single) {
    const inside = new Set(rows);
    const without = plain.filter(row => !inside.has(row));
    if (without.length > 0) selections.push({ name: `all but ${name}`, rows: without, named: sure * 0.5 });
  }
  return selections;
}

const SUMMING = ['total', 'mean'] as const;

/** The total or the mean of numbers, and how far their rounding lets it lie from that. */
export function worth(
  kind: (typeof SUMMING)[number],
  numbers: readonly TableNumber[],
): Pick<Aggregate, 'value' | 'range'> {
  const total = numbers.reduce((sum, { size, negative }) => sum + (negative ? -size : size), 0);
  // Counts are exact.
  const slack = numbers.reduce((sum, { step, decimals }) => sum + (decimals > 0 ? step / 2 : 0), 0);
  const by = kind === 'mean' ? numbers.length : 1;
  return { value: total / by, range: { low: (total - slack) / by, high: (total + slack) / by } };
}

/** Mean and total of every selection in every column, and how many rows each has. Worked out once a sentence. */
export const aggregatesOf = (view: SentenceView, scoped: ScopedTable): NamedAggregate[] =>
  view.once(scoped, aggregatesIn);

function aggregatesIn(view: SentenceView, scoped: ScopedTable): NamedAggregate[] {
  return selectionsOf(view, scoped).flatMap(({ name, rows, named }) => {
    const common = { scoped, selection: name, named };
    const counts = {
      ...common,
      kind: 'count' as const,
      column: 0,
      rows,
      numbers: [],
      value: rows.length,
      range: { low: rows.length, high: rows.length },
    };
    const sums = scoped.labels.measures.flatMap(column => {
      const numbers = rows.flatMap(row => scoped.numbers.inRow(row)[column] ?? []);
      if (numbers.length < 2) return [];
      return SUMMING.map(kind => ({ ...common, kind, column, rows, numbers, ...worth(kind, numbers) }));
    });
    return [counts, ...sums];
  });
}

/** Mean and total along a named row, over columns that measure the same kind of thing. */
function alongRows(view: SentenceView, scoped: ScopedTable): NamedAggregate[] {
  const stats = columnStats(scoped.table);
  return scoped.table.rows.flatMap((_, row): NamedAggregate[] => {
    const named = rowScore(view, scoped, row);
    if (named < 0.5) return [];
    const cells = scoped.labels.measures.flatMap(column => scoped.numbers.inRow(row)[column] ?? []);
    return cells.flatMap((first, at) => {
      const kin = cells.filter(({ column }) => comparable(stats[first.column]!, stats[column]!));
      // Each set of columns once, from its first.
      if (kin.length < 2 || kin[0] !== first || cells.slice(0, at).some(cell => kin.includes(cell)))
        return [];
      const common = {
        scoped,
        column: first.column,
        rows: [row],
        numbers: kin,
        selection: rowLabel(scoped.table, row),
        named,
      };
      return SUMMING.map(kind => ({ ...common, kind, ...worth(kind, kin) }));
    });
  });
}

/** The aggregates that give the number; those over rows and in a column that are named first. */
export function explainingAggregates(view: SentenceView, quantity: Quantity): NamedAggregate[] {
  const percent = readings({ ...written(quantity), size: quantity.size / 100, step: quantity.step / 100 });
  return view.tables
    .flatMap(scoped => {
      const wanted = readings(writtenInTable(quantity, scoped));
      return [...aggregatesOf(view, scoped), ...alongRows(view, scoped)]
        .filter(
          ({ column, kind, rows }) =>
            kind === 'count' || rows.length === 1 || !isPassedOver(view, scoped, column),
        )
        .filter(({ kind, range, value }) => {
          if (kind === 'count') return quantity.decimals === 0 && value === quantity.size;
          const size = {
            low: Math.min(Math.abs(range.low), Math.abs(range.high)),
            high: Math.max(Math.abs(range.low), Math.abs(range.high)),
          };
          return (
            overlap(size, wanted) || (quantity.unit === '%' && size.high <= 1.5 && overlap(size, percent))
          );
        });
    })
    .sort(
      (a, b) =>
        b.named * (0.3 + columnScore(view, b.scoped, b.column)) -
        a.named * (0.3 + columnScore(view, a.scoped, a.column)),
    );
}

/** `cover was 41.0 % in 2015 and 31.1 % in 2017`: of the second column no more is said than what sets it apart. */
const isMentioned = (view: SentenceView, scoped: ScopedTable, column: number): boolean =>
  view.mentionsOf(scoped.table, 'column', column, LEAST_MENTION).some(({ dominated }) => dominated === 0);
const LEAST_MENTION = 0.1;

/** The sentence names another column and not this one: what it gives, it gives by chance. */
function isPassedOver(view: SentenceView, scoped: ScopedTable, column: number): boolean {
  if (columnScore(view, scoped, column) >= 0.3 || isMentioned(view, scoped, column)) return false;
  return scoped.labels.measures.some(other => columnScore(view, scoped, other) >= 0.85);
}

/** `a mean income of 31.2` where the header is `mean income`: the word may be the column's own name. */
export const isColumnsName = ({ scoped, column }: Pick<Aggregate, 'scoped' | 'column'>): boolean =>
  AGGREGATE_HEADER.test(scoped.table.columns[column]!.header);

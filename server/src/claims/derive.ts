import { type ColumnStats, columnStats, unitFit } from './column-stats.ts';
import { type Interval, overlap, readings, touches, type Written } from './compare.ts';
import { columnScore, rowScore, writtenInTable } from './fit.ts';
import type { TableNumber } from './number-index.ts';
import {
  changeReadings,
  errorReadings,
  mayGive,
  type Operand,
  type PairKind,
  type PairReading,
} from './pair-readings.ts';
import { isPercent, type Quantity } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import { comparedColumns, pairsIn } from './table-pairs.ts';
import type { SentenceView } from './view.ts';

/** Two cells of one column or one row, with how surely the sentence names them, 0 to 1. */
export interface Pair {
  readonly a: CellNumberRef;
  readonly b: CellNumberRef;
  readonly named: number;
}

/** Two cells that together give a number of the text. */
export interface Derivation extends Pair {
  readonly kind: PairKind;
}

/** A cell as an operand. `69` in a column of one decimal is 69.0; only where whole numbers are the rule it may be rounded. */
export function operand({ scoped, number }: CellNumberRef): Operand {
  const usual = 10 ** -columnStats(scoped.table)[number.column]!.decimals;
  const step = number.step === 1 ? Math.min(1, usual) : number.step;
  return { size: number.size, half: step / 2, negative: number.negative };
}

/** Both are whole: their difference is, too. */
const areWhole = (scoped: ScopedTable, x: TableNumber, y: TableNumber): boolean =>
  x.step === 1 &&
  y.step === 1 &&
  [x, y].every(({ column }) => columnStats(scoped.table)[column]!.decimals === 0);

/** Whole numbers that nothing was rounded to. */
const isCount = ({ unit, approximate, bound }: Quantity, column: ColumnStats): boolean =>
  unit === '' && !approximate && bound === undefined && !column.percent && column.unit === '';

/** `19 feet longer` is no difference of two years. */
const mayMeasure = ({ unit }: Quantity, column: ColumnStats, stats: readonly ColumnStats[]): boolean =>
  unit === '' || unit === '%' || unit === 'point' || unit === '×' || unitFit(unit, column, stats) >= 0.3;

/** Of scores and percentages people say the difference in points, far more often than how much the one is of the other. */
const UNUSUAL = 0.5;
const isOfHundred = ({ max, decimals, percent, unit }: ColumnStats): boolean =>
  max > LARGEST_FRACTION && max <= 100 && (percent || unit === '%' || decimals > 0);

/** The pairs that give a number in one of the ways that its unit allows, best named first. */
export function derivationsOf(view: SentenceView, quantity: Quantity): Derivation[] {
  const kinds = kindsFor(quantity, view.text);
  const saysRelative = quantity.changeKind === 'relative' || /\brelative/i.test(view.text);
  const found: Derivation[] = [];
  for (const scoped of view.tables) {
    const names = namesIn(view, scoped);
    const said = writtenInTable(quantity, scoped);
    const wanted = readings(said);
    const { first, second } = pairsIn(scoped, names.rows);
    const stats = columnStats(scoped.table);
    for (let index = 0; index < first.length; index++) {
      const x = first[index]!;
      const y = second[index]!;
      if (!mayGive(x, y, wanted)) continue;
      if (!mayMeasure(quantity, stats[x.column]!, stats)) continue;
      const exact = (quantity.decimals > 0 || isCount(quantity, stats[x.column]!)) && areWhole(scoped, x, y);
      // A difference has no more decimals than what it is of.
      const finer = quantity.decimals > Math.max(x.decimals, y.decimals);
      const reading = pairReadings({ scoped, number: x }, { scoped, number: y }, kinds).find(
        ({ kind, range, value }) =>
          ((exact || finer) && kind === 'difference') || isVague(range, said)
            ? touches(wanted, value)
            : overlap(range, wanted),
      );
      if (!reading) continue;
      const isUnusual = reading.kind === 'change' && !saysRelative && isOfHundred(stats[x.column]!);
      const named = names.of(x, y) * (isUnusual ? UNUSUAL : 1);
      found.push({ kind: reading.kind, a: { scoped, number: x }, b: { scoped, number: y }, named });
    }
  }
  return found.sort((a, b) => b.named - a.named);
}

/** Rounded as the two values are, anything of the number's size may come out: of `10.9M` and `10.9M` any small number is the difference. */
const isVague = ({ low, high }: Interval, { size, step }: Written): boolean =>
  high - low > VAGUE * Math.max(size, step);
const VAGUE = 4;

/** The pair that the sentence names best, whatever it gives, of those that `mayBe` takes. */
export function bestPair(
  view: SentenceView,
  mayBe: (a: CellNumberRef, b: CellNumberRef) => boolean = () => true,
): Pair | undefined {
  const pairs = view.tables.flatMap(scoped => {
    const names = namesIn(view, scoped);
    const { first, second } = pairsIn(scoped, names.rows);
    return first.flatMap((x, index): Pair | [] => {
      const y = second[index]!;
      const a = { scoped, number: x };
      const b = { scoped, number: y };
      return mayBe(a, b) ? { a, b, named: names.of(x, y) } : [];
    });
  });
  return pairs.reduce<Pair | undefined>(
    (top, pair) => (pair.named > (top?.named ?? -1) ? pair : top),
    undefined,
  );
}

/** `Park Lane gained 6.1 points`: from one column of the row to another, neither of them named. */
const UNNAMED_COLUMNS = 0.35;

const LARGEST_FRACTION = 1.5;

function pairReadings(x: CellNumberRef, y: CellNumberRef, kinds: ReadonlySet<PairKind>): PairReading[] {
  const all = changeReadings(operand(x), operand(y));
  if (kinds.has('error-change')) all.push(...errorReadings(operand(x), operand(y)));
  // A zero among percentages is no fraction.
  const mayBePoints = [x, y].every(({ scoped, number }) => {
    const { max, percent } = columnStats(scoped.table)[number.column]!;
    return max <= LARGEST_FRACTION && !percent;
  });
  return all.filter(({ kind }) => kinds.has(kind) && (mayBePoints || kind !== 'points'));
}

interface PairNames {
  /** The rows that are named at all, best first. */
  readonly rows: readonly number[];
  of(x: TableNumber, y: TableNumber): number;
}

/**
 * How surely a pair is named: two cells of one column by their rows, and by the column; two cells of one row by their
 * columns, and by the row.
 */
const namesIn = (view: SentenceView, scoped: ScopedTable): PairNames => view.once(scoped, pairNames);

function pairNames(view: SentenceView, scoped: ScopedTable): PairNames {
  const { wide } = view.naming(scoped.table);
  const rows = new Map([...wide.rows.keys()].map(row => [row, rowScore(view, scoped, row)]));
  const columns = new Map(
    comparedColumns(scoped.labels).map(column => [column, columnScore(view, scoped, column)]),
  );
  const row = ({ row: id }: TableNumber): number => rows.get(id) ?? 0;
  const column = ({ column: id }: TableNumber): number => columns.get(id) ?? 0;
  const anyColumn = Math.max(0, ...columns.values()) >= 0.6;
  const anyRow = Math.max(0, ...rows.values()) >= 0.6;
  const both = (p: number, q: number): number => 0.35 * Math.max(p, q) + 0.65 * Math.min(p, q);
  const unnamedRow = scoped.table.rows.length > 1 ? 0.5 : 0.9;
  return {
    rows: [...rows]
      .filter(([, score]) => score >= 0.3)
      .sort((a, b) => b[1] - a[1])
      .map(([id]) => id),
    of: (x, y) =>
      x.column === y.column
        ? both(row(x), row(y)) * (anyColumn ? 0.5 + 0.5 * column(x) : 0.9)
        : both(column(x), column(y)) * (anyRow ? 0.5 + 0.5 * row(x) : unnamedRow) +
          (anyColumn ? 0 : UNNAMED_COLUMNS * row(x)),
  };
}

function kindsFor(quantity: Quantity, sentence: string): ReadonlySet<PairKind> {
  if (quantity.unit === '×') return new Set(['ratio']);
  if (isPercent(quantity)) {
    const kinds: PairKind[] = ['difference', 'points', 'change'];
    return new Set(/\berrors?\b/i.test(sentence) ? [...kinds, 'error-change'] : kinds);
  }
  if (quantity.role === 'ratio') return new Set(['ratio', 'change']);
  return new Set([
    'difference',
    'points',
    ...(quantity.changeKind === 'relative' ? (['change', 'ratio'] as const) : []),
  ]);
}

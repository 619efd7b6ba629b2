import { type ColumnStats, columnStats } from './column-stats.ts';
import { overlap, readings } from './compare.ts';
import { columnScore, rowScore } from './fit.ts';
import type { TableNumber } from './number-index.ts';
import {
  changeReadings,
  errorReadings,
  type Operand,
  type PairKind,
  type PairReading,
} from './pair-readings.ts';
import { isPercent, type Quantity, written } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** Two cells that together give a number of the text. */
export interface Derivation {
  readonly kind: PairKind;
  readonly a: CellNumberRef;
  readonly b: CellNumberRef;
  /** 0 to 1: how surely the sentence names the two cells. */
  readonly named: number;
}

/** Above this all pairs are too many; then one of the two must be in a row that is named. */
const MOST_CELLS = 400;
const MOST_ROWS_NAMED = 40;

export const operand = (number: TableNumber): Operand => ({
  size: number.size,
  half: number.step / 2,
  negative: number.negative,
});

export interface Derivations {
  /** The pairs that give the number, best named first. */
  readonly found: readonly Derivation[];
  /** How surely the best named pair is named, whether it gives the number or not. */
  readonly bestNamed: number;
  readonly best: Pair | undefined;
  /** The pairs that are named nearly as surely as the best. */
  readonly rivals: readonly Pair[];
}

export type Pair = Omit<Derivation, 'kind'>;
const NEARLY = 0.8;
const MOST_RIVALS = 200;

/** The pairs of cells of one row or one column that give the number in one of the ways that its unit allows. */
export function derivationsOf(view: SentenceView, quantity: Quantity): Derivations {
  const wanted = readings(written(quantity));
  const kinds = kindsFor(quantity, view.text);
  const found: Derivation[] = [];
  let best: Pair | undefined;
  let rivals: Pair[] = [];
  for (const scoped of view.tables) {
    const named = namesOf(view, scoped);
    for (const [x, y] of pairsOf(scoped, view.naming(scoped.table).wide.rows)) {
      const how = named(x, y);
      if (how >= NEARLY * (best?.named ?? 0)) {
        const pair: Pair = { a: { scoped, number: x }, b: { scoped, number: y }, named: how };
        if (how > (best?.named ?? -1)) {
          best = pair;
          rivals = rivals.filter(({ named: other }) => other >= NEARLY * how);
        }
        if (rivals.length < MOST_RIVALS) rivals.push(pair);
      }
      const reading = pairReadings(x, y, kinds).find(({ range }) => overlap(range, wanted));
      if (reading)
        found.push({ kind: reading.kind, a: { scoped, number: x }, b: { scoped, number: y }, named: how });
    }
  }
  return { found: found.sort((a, b) => b.named - a.named), bestNamed: best?.named ?? 0, best, rivals };
}

function pairReadings(x: TableNumber, y: TableNumber, kinds: ReadonlySet<PairKind>): PairReading[] {
  const all = changeReadings(operand(x), operand(y));
  if (kinds.has('error-change')) all.push(...errorReadings(operand(x), operand(y)));
  return all.filter(({ kind }) => kinds.has(kind));
}

/**
 * How surely a pair is named: two cells of one column by their rows, and by the column; two cells of one row by their
 * columns, and by the row.
 */
function namesOf(view: SentenceView, scoped: ScopedTable): (x: TableNumber, y: TableNumber) => number {
  const rows = scoped.table.rows.map((_, row) => rowScore(view, scoped, row));
  const columns = scoped.table.columns.map(({ index }) => columnScore(view, scoped, index));
  const anyColumn = Math.max(...columns) >= 0.6;
  const anyRow = Math.max(...rows) >= 0.6;
  return (x, y) => {
    if (x.column === y.column) {
      const [p, q] = [rows[x.row]!, rows[y.row]!];
      return (
        (0.35 * Math.max(p, q) + 0.65 * Math.min(p, q)) * (anyColumn ? 0.5 + 0.5 * columns[x.column]! : 0.9)
      );
    }
    const [p, q] = [columns[x.column]!, columns[y.column]!];
    return (0.35 * Math.max(p, q) + 0.65 * Math.min(p, q)) * (anyRow ? 0.5 + 0.5 * rows[x.row]! : 0.9);
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
    ...(quantity.changeKind === 'points' ? [] : (['change', 'ratio'] as const)),
  ]);
}

function* pairsOf(
  scoped: ScopedTable,
  rows: ReadonlyMap<number, unknown>,
): Iterable<[TableNumber, TableNumber]> {
  const { numbers, table } = scoped;
  const whole = numbers.count <= MOST_CELLS;
  const firsts = whole ? table.rows.map((_, row) => row) : [...rows.keys()].slice(0, MOST_ROWS_NAMED);
  const stats = columnStats(table);
  const columns = scoped.labels.measures.filter(column => !scoped.labels.keys.includes(column));
  for (const row of firsts) {
    const cells = numbers.cells[row]!;
    for (const [at, column] of columns.entries()) {
      const x = cells[column];
      if (!x) continue;
      for (const other of columns.slice(at + 1)) {
        const y = cells[other];
        if (y && comparable(stats[column]!, stats[other]!)) yield [x, y];
      }
      for (let below = whole ? row + 1 : 0; below < table.rows.length; below++) {
        const y = below === row ? undefined : numbers.cells[below]![column];
        if (y) yield [x, y];
      }
    }
  }
}

/** Two columns measure the same kind of thing: one unit, and sizes that meet. */
const comparable = (a: ColumnStats, b: ColumnStats): boolean =>
  a.unit === b.unit && a.percent === b.percent && a.min <= b.max * 3 && b.min <= a.max * 3;

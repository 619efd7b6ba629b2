/** What stands in a label column, and the rows that have it. */
interface LabelText {
  readonly text: string;
  readonly column: number;
  readonly ids: readonly number[];
}

const FEWEST = 3;
const HIGHEST = 200;

/** Label columns that hold 1, 2, 3 and so on, each once: numbers that rows are counted with. */
export function countingColumns(named: readonly LabelText[]): ReadonlySet<number> {
  const byColumn = new Map<number, number[]>();
  for (const { column, text, ids } of named) {
    const known = byColumn.get(column);
    const value = ids.length === 1 && /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (known) known.push(value);
    else byColumn.set(column, [value]);
  }
  return new Set([...byColumn].flatMap(([column, values]) => (areCounted(values) ? [column] : [])));
}

function areCounted(values: readonly number[]): boolean {
  if (values.length < FEWEST || values.length > HIGHEST) return false;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high <= HIGHEST && high - low === values.length - 1;
}

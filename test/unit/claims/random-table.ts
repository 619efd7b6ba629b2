import fc from 'fast-check';

/** A table of numbers with one name for each row and each column. */
export interface RandomTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Decimals of each column. */
  readonly decimals: readonly number[];
  /** As printed; row by row. */
  readonly cells: readonly (readonly string[])[];
}

const NAMES = [
  ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel'],
  ['Base', 'Base + cache', 'Large', 'Large (tuned)', 'Tiny-2', 'w/o memory', 'Oracle', 'GRU-128'],
  ['Nordhaven', 'East Hill', 'West Hill', 'Old Town', 'Saint Anne', 'Port 7', 'Zürich', 'Ōtsu'],
  ['placebo', '5 mg', '10 mg', '20 mg', 'severe', 'mild', 'control', 'untreated'],
];
const MEASURES = [
  ['height (m)', 'girth', 'yield (%)', 'growth rate'],
  ['accuracy', 'F1', 'latency (ms)', 'BLEU-4'],
  ['people', 'mean income', 'share of pupils', 'area km2'],
  ['response', 'drop-out rate', 'mean dose', 'adverse events'],
];

/** One column's way to print: how many decimals, and how large. */
const scale = fc.constantFrom(
  { decimals: 0, most: 90 },
  { decimals: 0, most: 2_000_000 },
  { decimals: 1, most: 100 },
  { decimals: 2, most: 100 },
  { decimals: 2, most: 1 },
  { decimals: 3, most: 1 },
  { decimals: 4, most: 5 },
);

export const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    rows: fc.constantFrom(...NAMES).chain(names => fc.shuffledSubarray(names, { minLength: 2 })),
    columns: fc.constantFrom(...MEASURES).chain(names => fc.shuffledSubarray(names, { minLength: 1 })),
  })
  .chain(({ rows, columns }) =>
    fc.tuple(...columns.map(() => scale)).chain(scales => {
      const row = fc.tuple(
        ...scales.map(({ decimals, most }) =>
          fc.tuple(fc.nat({ max: most * 10 ** decimals }), fc.boolean()).map(([size, negative]) => {
            const printed = (size / 10 ** decimals).toFixed(decimals);
            return negative && most <= 5 && size > 0 ? `-${printed}` : printed;
          }),
        ),
      );
      return fc.array(row, { minLength: rows.length, maxLength: rows.length }).map(
        (cells): RandomTable => ({
          rows,
          columns,
          decimals: scales.map(({ decimals }) => decimals),
          cells,
        }),
      );
    }),
  );

/** Three tables about the same rows, each with columns of its own. */
export const threeTables: fc.Arbitrary<readonly RandomTable[]> = fc
  .tuple(randomTable, randomTable, randomTable)
  .filter(tables => new Set(tables.flatMap(({ columns }) => columns[0])).size === 3)
  .map(([first, ...others]) => [
    first,
    ...others.map(
      (other): RandomTable => ({
        ...other,
        rows: first.rows,
        cells: first.rows.map((_, at) => other.cells[at % other.cells.length]!),
      }),
    ),
  ]);

/** The table as a CSV file, names in the first column. */
export const csvOf = ({ rows, columns, cells }: RandomTable): string =>
  [['name', ...columns], ...rows.map((row, at) => [row, ...cells[at]!])]
    .map(record => record.map(text => `"${text}"`).join(','))
    .join('\n');

import type { Table } from '../tables/table.ts';

const FEWEST_ROWS = 4;
/** Longer tables are no grids of settings, and this looks at every cell. */
const MOST_ROWS = 5000;
const NONE: ReadonlySet<number> = new Set();

/**
 * Columns of whole numbers that tell rows of one name apart, such as the horizon that each was tried with: the first column repeats
 * its names, and the values of these columns, repeated as well, are another one in each row of a name.
 */
export function conditionColumns({ rows }: Table, measures: readonly number[]): ReadonlySet<number> {
  if (rows.length < FEWEST_ROWS || rows.length > MOST_ROWS) return NONE;
  const names = rows.map(row => row[0]?.text ?? '');
  if (new Set(names).size > names.length / 2) return NONE;
  return new Set(
    measures.filter(column => {
      if (column === 0) return false;
      const texts = rows.map(row => row[column]?.text.trim() ?? '');
      if (!texts.every(text => /^\d+$/.test(text)) || new Set(texts).size > texts.length / 2) return false;
      return new Set(texts.map((text, row) => `${names[row]}\0${text}`)).size === texts.length;
    }),
  );
}

import type { Table } from '../../../server/src/tables/table.ts';
import { problemsOf as allProblemsOf } from '../../../server/src/tables/table-problems.ts';

/** The cells of a table as printed, row by row. */
export const textsOf = (table: Table): string[][] => table.rows.map(row => row.map(({ text }) => text));

export const headersOf = (table: Table): string[] => table.columns.map(({ header }) => header);

/** What is wrong with a table, as `rule: message`. */
export const problemsOf = (table: Table): string[] =>
  allProblemsOf(table).map(({ rule, message }) => `${rule}: ${message}`);

/** Headers of the columns that name rows. */
export const labelsOf = (table: Table): string[] =>
  table.columns.filter(({ isLabel }) => isLabel).map(({ header }) => header);

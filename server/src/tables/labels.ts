import { derived } from './derived.ts';
import type { Cell, Column, Table } from './table.ts';

/*
 * What the rows of a table are called. A blank label means the one above it, as authors print groups; the title of
 * a group stands in a row of its own.
 */

/** The label columns of a table, left to right. */
export const labelColumns = (table: Table): readonly Column[] =>
  table.columns.filter(column => column.isLabel);

/**
 * The text of every cell of a row, with a blank in the first column filled from above when the rows above and the
 * row itself hold something else: in `a,x / ,y` the second row is `a, y`.
 */
export function filledTexts(table: Table): readonly (readonly string[])[] {
  return derived(table, fillTexts);
}

function fillTexts(table: Table): readonly (readonly string[])[] {
  const first = filledFirst(table);
  return table.rows.map((row, at) => row.map(({ text }, column) => (column === 0 ? first[at]! : text)));
}

/** The same of the first column alone. */
export function filledFirst(table: Table): readonly string[] {
  return derived(table, fillFirst);
}

function fillFirst({ rows, columns }: Table): readonly string[] {
  let above = '';
  return rows.map(row => {
    const own = row[0]?.text ?? '';
    if (!columns[0]?.isText) return own;
    if (own !== '') above = own;
    return own === '' && row.some(({ text }) => text !== '') ? above : own;
  });
}

/** True for a row that only says what the rows below it have in common: one name, alone or in every cell. */
export function isGroupRow(row: readonly Cell[]): boolean {
  const first = row.find(({ text }) => text !== '');
  return first !== undefined && row.length > 1 && row.every(({ text }) => text === '' || text === first.text);
}

/**
 * How a person calls a row: the labels it has, `SFT, 5%`; the row's number where it has none. Where the label columns
 * call several rows the same, what the columns of numbers say is added from the left until they differ.
 */
export const rowLabel = (table: Table, row: number): string =>
  derived(table, rowLabels)[row] ?? `row ${row + 1}`;

/** No more labels than this are said. */
const MOST_SAID = 3;
/** No more columns than this are added to tell rows apart. */
const MOST_ADDED = 2;

function rowLabels(table: Table): readonly string[] {
  const first = filledFirst(table);
  const labels = labelColumns(table);
  let names = table.rows.map((row, at) => {
    let name = '';
    let last = '';
    let said = 0;
    for (const { index } of labels) {
      const text = (index === 0 ? first[at] : row[index]?.text) ?? '';
      if (text === '' || text === last || said === MOST_SAID) continue;
      name = said === 0 ? text : `${name}, ${text}`;
      last = text;
      said++;
    }
    return said > 0 ? name : `row ${at + 1}`;
  });
  for (const { index } of table.columns.filter(({ isLabel }) => !isLabel).slice(0, MOST_ADDED)) {
    const times = new Map<string, number>();
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
    if (times.size === names.length) break;
    names = names.map((name, row) => {
      const text = (index === 0 ? first[row] : table.rows[row]![index]?.text) ?? '';
      return times.get(name)! > 1 && text !== '' ? `${name}, ${text}` : name;
    });
  }
  return names;
}

/** How a person calls a column: its header, else its number. */
export const columnLabel = (table: Table, column: number): string =>
  table.columns[column]?.header || `column ${column + 1}`;

/** The cell as printed. */
export const cellText = (table: Table, row: number, column: number): string =>
  table.rows[row]?.[column]?.text ?? '';

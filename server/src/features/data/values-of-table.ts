import { bindingFor } from '../../claims/binding-for.ts';
import { cellText, columnLabel, rowLabel } from '../../tables/labels.ts';
import type { Table } from '../../tables/table.ts';
import { valueAt } from '../../tables/table-values.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';

/** A value of a table, ready to stand in a page. */
export interface TableValue {
  /** What the cell says. */
  readonly value: string;
  readonly row: string;
  readonly column: string;
  /** The number as a link to its cell: `[34.46](../data/d.csv#severe-medical/total)`. */
  readonly newText: string;
}

/** A list of more is searched by nobody. */
const MOST = 20_000;

/** Belongs to the number; a unit in words is the sentence's own. */
const SUFFIX = /^(?:%|[kKMB](?!\p{L}))/u;

/** Every number of a table with the link that binds it in the page at `fromPath`; cells that no anchor names are left out. */
export function valuesOfTable(path: string, table: Table, fromPath: string): readonly TableValue[] {
  const found: TableValue[] = [];
  for (const row of table.rows.keys()) {
    for (const { index, isLabel } of table.columns) {
      const main = isLabel ? undefined : valueAt(table, { row, column: index }).main;
      const destination = main && bindingFor({ path, table, row, column: index }, fromPath);
      if (!main || !destination) continue;
      const value = cellText(table, row, index);
      const shown = value.slice(main.start, main.end) + (SUFFIX.exec(value.slice(main.end))?.[0] ?? '');
      found.push({
        value,
        row: rowLabel(table, row),
        column: columnLabel(table, index),
        newText: `[${escapeLinkText(shown)}](${destination})`,
      });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

import type { Table } from './table.ts';

/** What `work` makes of a table, worked out once and kept as long as the table is. `work` must be a function of its own name. */
export function derived<Value>(table: Table, work: (table: Table) => Value): Value {
  let value = table.derived.get(work) as Value | undefined;
  if (value === undefined) {
    value = work(table);
    table.derived.set(work, value);
  }
  return value;
}

let ids = 0;

const nextId = (): number => ++ids;

/** The same number for tables that share what is derived from them, and for no others. */
export const derivedId = (table: Table): number => derived(table, nextId);

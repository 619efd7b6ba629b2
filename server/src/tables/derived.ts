import type { Table } from './table.ts';

const known = new WeakMap<Table, Map<unknown, unknown>>();

/** What `work` makes of a table, worked out once and kept as long as the table is. `work` must be a function of its own name. */
export function derived<Value>(table: Table, work: (table: Table) => Value): Value {
  let ofTable = known.get(table);
  if (!ofTable) known.set(table, (ofTable = new Map()));
  let value = ofTable.get(work) as Value | undefined;
  if (value === undefined) {
    value = work(table);
    ofTable.set(work, value);
  }
  return value;
}

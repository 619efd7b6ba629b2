import type { Table } from '../tables/table.ts';
import { type SentenceNaming, type Surroundings, sentenceNaming } from './context.ts';
import type { Named, Naming } from './naming.ts';
import type { Reading, Sentence } from './reading.ts';
import type { ScopedTable } from './scoped.ts';

/** A sentence with the tables that it may speak of. */
export interface SentenceView {
  readonly reading: Reading;
  /** Index of the sentence in its block. */
  readonly at: number;
  readonly sentence: Sentence;
  /** The sentence's text. */
  readonly text: string;
  /** True where a link says which row or column is meant. */
  readonly narrowed: boolean;
  /** All tables in scope; each can explain a number. */
  readonly tables: readonly ScopedTable[];
  /** The tables of the nearest level; only they can contradict one. */
  readonly nearest: readonly ScopedTable[];
  /** Words of the page's title and the table's caption: what the whole page is about selects nothing. */
  readonly subject: ReadonlySet<string>;
  naming(table: Table): SentenceNaming;
  /** What `work` makes of this sentence and a table in scope, worked out once. */
  once<Value>(scoped: ScopedTable, work: (view: SentenceView, scoped: ScopedTable) => Value): Value;
}

/** Rows and columns that a link narrows a stretch of text to; an open side is undefined. */
export interface Narrowing {
  readonly table: Table;
  readonly rows: ReadonlySet<number> | undefined;
  readonly columns: ReadonlySet<number> | undefined;
}

export function sentenceView(
  reading: Reading,
  at: number,
  tables: readonly ScopedTable[],
  subject: () => ReadonlySet<string>,
  around: (table: ScopedTable) => readonly Surroundings[],
  narrowings: readonly Narrowing[] = [],
): SentenceView {
  const sentence = reading.sentences[at]!;
  const narrowed = new Set(narrowings.map(narrowing => narrowing.table));
  const near = narrowed.size > 0 ? tables.filter(({ table }) => narrowed.has(table)) : tables;
  const level = Math.min(...near.map(table => table.level));
  const namings = new Map<Table, SentenceNaming>();
  const known = new Map<ScopedTable, Map<unknown, unknown>>();
  const view: SentenceView = {
    reading,
    at,
    sentence,
    text: reading.block.text.slice(sentence.start, sentence.end),
    tables,
    get subject() {
      return subject();
    },
    nearest: near.filter(table => table.level === level && table.close),
    narrowed: narrowings.length > 0,
    naming: table => {
      let naming = namings.get(table);
      if (!naming) {
        naming = sentenceNaming(reading, at, table, around(tables.find(scoped => scoped.table === table)!));
        for (const narrowing of narrowings)
          if (narrowing.table === table) naming = narrowedNaming(naming, narrowing);
        namings.set(table, naming);
      }
      return naming;
    },
    once<Value>(scoped: ScopedTable, work: (sentence: SentenceView, scoped: ScopedTable) => Value): Value {
      let ofTable = known.get(scoped);
      if (!ofTable) known.set(scoped, (ofTable = new Map()));
      if (!ofTable.has(work)) ofTable.set(work, work(view, scoped));
      return ofTable.get(work) as Value;
    },
  };
  return view;
}

const SAID: Named = { score: 1, by: [] };

/** A link says which rows or columns are meant: those are named, and no others of that kind. */
function narrowedNaming(naming: SentenceNaming, { rows, columns }: Narrowing): SentenceNaming {
  const narrow = ({ rows: oldRows, row, columns: oldColumns }: Naming): Naming => ({
    rows: rows ? new Map([...rows].map(id => [id, SAID])) : oldRows,
    row: rows ? id => (rows.has(id) ? SAID : undefined) : row,
    columns: columns ? new Map([...columns].map(column => [column, SAID])) : oldColumns,
  });
  const mentions = naming.mentions.filter(({ label }) => {
    const said = label.axis === 'row' ? rows : columns;
    return said === undefined || label.ids.some(id => said.has(id));
  });
  return { own: narrow(naming.own), wide: narrow(naming.wide), mentions };
}

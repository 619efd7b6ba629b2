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
  subject: ReadonlySet<string>,
  around: (table: ScopedTable) => readonly Surroundings[],
  narrowings: readonly Narrowing[] = [],
): SentenceView {
  const sentence = reading.sentences[at]!;
  const narrowed = new Set(narrowings.map(narrowing => narrowing.table));
  const near = narrowed.size > 0 ? tables.filter(({ table }) => narrowed.has(table)) : tables;
  const level = Math.min(...near.map(table => table.level));
  const namings = new Map<Table, SentenceNaming>();
  const byTable = new Map(tables.map(scoped => [scoped.table, scoped]));
  return {
    reading,
    at,
    sentence,
    text: reading.block.text.slice(sentence.start, sentence.end),
    tables,
    subject,
    nearest: near.filter(table => table.level === level && table.close),
    narrowed: narrowings.length > 0,
    naming: table => {
      let naming = namings.get(table);
      if (!naming) {
        naming = sentenceNaming(reading, at, table, around(byTable.get(table)!));
        for (const narrowing of narrowings)
          if (narrowing.table === table) naming = narrowedNaming(naming, narrowing);
        namings.set(table, naming);
      }
      return naming;
    },
  };
}

const SAID: Named = { score: 1, by: [] };

/** A link says which rows or columns are meant: those are named, and no others of that kind. */
function narrowedNaming(naming: SentenceNaming, { rows, columns }: Narrowing): SentenceNaming {
  const narrow = ({ rows: oldRows, columns: oldColumns }: Naming): Naming => ({
    rows: rows ? new Map([...rows].map(row => [row, SAID])) : oldRows,
    columns: columns ? new Map([...columns].map(column => [column, SAID])) : oldColumns,
  });
  const mentions = naming.mentions.filter(({ label }) => {
    const said = label.axis === 'row' ? rows : columns;
    return said === undefined || label.ids.some(id => said.has(id));
  });
  return { own: narrow(naming.own), wide: narrow(naming.wide), mentions };
}

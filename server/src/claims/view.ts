import type { Table } from '../tables/table.ts';
import { type SentenceNaming, type Surroundings, sentenceNaming } from './context.ts';
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
  /** All tables in scope; each can explain a number. */
  readonly tables: readonly ScopedTable[];
  /** The tables of the nearest level; only they can contradict one. */
  readonly nearest: readonly ScopedTable[];
  /** Words of the page's title and the table's caption: what the whole page is about selects nothing. */
  readonly subject: ReadonlySet<string>;
  naming(table: Table): SentenceNaming;
}

export function sentenceView(
  reading: Reading,
  at: number,
  tables: readonly ScopedTable[],
  subject: ReadonlySet<string>,
  around: (table: ScopedTable) => readonly Surroundings[],
): SentenceView {
  const sentence = reading.sentences[at]!;
  const level = Math.min(...tables.map(table => table.level));
  const namings = new Map<Table, SentenceNaming>();
  const byTable = new Map(tables.map(scoped => [scoped.table, scoped]));
  return {
    reading,
    at,
    sentence,
    text: reading.block.text.slice(sentence.start, sentence.end),
    tables,
    subject,
    nearest: tables.filter(table => table.level === level),
    naming: table => {
      let naming = namings.get(table);
      if (!naming) namings.set(table, (naming = sentenceNaming(reading, at, table, around(byTable.get(table)!))));
      return naming;
    },
  };
}

import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import { NamingInBlock, type SentenceNaming, type Surroundings } from './context.ts';
import type { Label } from './label-index.ts';
import type { Mention } from './mentions.ts';
import type { Named, Naming } from './naming.ts';
import type { Reading, Sentence } from './reading.ts';
import type { ScopedTable } from './scoped.ts';
import { withSymbolColumns } from './symbol-columns.ts';

/** Rows and columns that a link narrows a stretch of text to; an open side is undefined. */
export interface Narrowing {
  readonly table: Table;
  readonly rows: ReadonlySet<number> | undefined;
  readonly columns: ReadonlySet<number> | undefined;
}

/** A sentence with the tables that it may speak of. `subject` and `around` are asked for only where they are needed. */
export class SentenceView {
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
  private readonly subjectNow: () => ReadonlySet<string>;
  private readonly around: (table: ScopedTable) => readonly Surroundings[];
  private readonly narrowings: readonly Narrowing[];
  private readonly namings = new Map<Table, SentenceNaming>();
  private readonly known = new Map<ScopedTable, Map<unknown, unknown>>();

  constructor(
    reading: Reading,
    at: number,
    tables: readonly ScopedTable[],
    subject: () => ReadonlySet<string>,
    around: (table: ScopedTable) => readonly Surroundings[],
    narrowings: readonly Narrowing[],
  ) {
    this.reading = reading;
    this.at = at;
    this.sentence = withSymbolColumns(reading.sentences[at]!, reading.block.text, tables);
    this.text = reading.block.text.slice(this.sentence.start, this.sentence.end);
    this.tables = tables;
    this.subjectNow = subject;
    this.around = around;
    this.narrowings = narrowings;
    this.narrowed = narrowings.length > 0;
    const narrowed = new Set(narrowings.map(narrowing => narrowing.table));
    const near = this.narrowed ? tables.filter(({ table }) => narrowed.has(table)) : tables;
    const level = Math.min(...near.map(table => table.level));
    this.nearest = near.filter(table => table.level === level && table.close);
  }

  /** Words of the page's title and the table's caption: what the whole page is about selects nothing. */
  get subject(): ReadonlySet<string> {
    return this.subjectNow();
  }

  naming(table: Table): SentenceNaming {
    let naming = this.namings.get(table);
    if (!naming) {
      const around = this.around(this.tables.find(scoped => scoped.table === table)!);
      naming = new NamingInBlock(this.reading, this.at, table, around);
      for (const narrowing of this.narrowings)
        if (narrowing.table === table) naming = narrowedNaming(naming, narrowing);
      this.namings.set(table, naming);
    }
    return naming;
  }

  /** The sentence's own mentions of a row or a column, as fully as `least` or more. */
  mentionsOf(table: Table, axis: Label['axis'], id: number, least: number): readonly Mention[] {
    return this.naming(table).mentions.filter(
      ({ label, quality }) => label.axis === axis && label.ids.includes(id) && quality >= least,
    );
  }

  /** Where a mention stands in the block's text, from its first word to its last. */
  spanOf({ words: at }: Mention): Span {
    const { words } = this.reading;
    return { start: words[at[0]!]!.start, end: words[at.at(-1)!]!.end };
  }

  /** True where the sentence names a row or a column, as fully as `least` or more, and each such name is so. */
  isEachName(
    { scoped, axis, id }: { readonly scoped: ScopedTable; readonly axis: Label['axis']; readonly id: number },
    least: number,
    is: (name: Span) => boolean,
  ): boolean {
    const names = this.mentionsOf(scoped.table, axis, id, least);
    return names.length > 0 && names.every(name => is(this.spanOf(name)));
  }

  /** What `work` makes of this sentence and a table in scope, worked out once. */
  once<Value>(scoped: ScopedTable, work: (sentence: SentenceView, scoped: ScopedTable) => Value): Value {
    let ofTable = this.known.get(scoped);
    if (!ofTable) this.known.set(scoped, (ofTable = new Map()));
    if (!ofTable.has(work)) ofTable.set(work, work(this, scoped));
    return ofTable.get(work) as Value;
  }
}

const SAID: Named = { score: 1, by: [] };

/** A link says which rows or columns are meant: those are named, and no others of that kind. */
function narrowedNaming(naming: SentenceNaming, { rows, columns }: Narrowing): SentenceNaming {
  const narrow = (old: Naming): Naming => ({
    rows: rows ? new Map([...rows].map(id => [id, SAID])) : old.rows,
    row: rows ? id => (rows.has(id) ? SAID : undefined) : id => old.row(id),
    columns: columns ? new Map([...columns].map(column => [column, SAID])) : old.columns,
  });
  const mentions = naming.mentions.filter(({ label }) => {
    const said = label.axis === 'row' ? rows : columns;
    return said === undefined || label.ids.some(id => said.has(id));
  });
  return { own: narrow(naming.own), wide: narrow(naming.wide), mentions };
}

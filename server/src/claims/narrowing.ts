import type { Binding } from './bindings.ts';
import { Reading, type Sentence } from './reading.ts';
import type { Narrowing } from './view.ts';

type NarrowBinding = Extract<Binding, { kind: 'narrow' }>;

/** A clause of a sentence with what its links narrow it to. */
export interface NarrowedClause {
  readonly reading: Reading;
  /** Index of the clause among the reading's sentences. */
  readonly at: number;
  readonly narrowings: readonly Narrowing[];
}

const CLAUSE_END = /[;—]|,?\s(?:while|whereas|but)\s/g;

/** A sentence with narrowing links, split into clauses, each read as a sentence of its own. */
export function narrowedClauses(
  reading: Reading,
  at: number,
  bindings: readonly NarrowBinding[],
): NarrowedClause[] {
  const sentence = reading.sentences[at]!;
  const clauses = clausesOf(reading, sentence);
  const sentences = [...reading.sentences.slice(0, at), ...clauses, ...reading.sentences.slice(at + 1)];
  const split = new Reading(reading.block, sentences);
  return clauses.map((clause, index) => ({
    reading: split,
    at: at + index,
    narrowings: bindings
      .filter(({ at: place }) => clause.start <= place.start && place.start < clause.end)
      .map(({ table, rows, columns }) => ({
        table: table.table,
        rows: rows && new Set(rows),
        columns: columns && new Set(columns),
      })),
  }));
}

function clausesOf(reading: Reading, sentence: Sentence): Sentence[] {
  const text = reading.block.text.slice(sentence.start, sentence.end);
  const ends = [...text.matchAll(CLAUSE_END)].map(match => sentence.start + match.index);
  const starts = [sentence.start, ...ends];
  return starts.map((start, index): Sentence => {
    const end = starts[index + 1] ?? sentence.end;
    const inside = ({ start: from }: { start: number }): boolean => start <= from && from < end;
    const first = reading.words.findIndex(inside);
    return {
      start,
      end,
      from: first < 0 ? sentence.from : first,
      to: first < 0 ? sentence.from : reading.words.findLastIndex(inside) + 1,
      quantities: sentence.quantities.filter(inside),
    };
  });
}

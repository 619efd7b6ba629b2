import type { Table } from '../tables/table.ts';
import { labelIndex } from './label-index.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { type Naming, namingOf, type WeighedMention } from './naming.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** Words around a sentence that may name what it speaks of, with how much they count. */
export interface Surroundings {
  readonly words: readonly Word[];
  readonly weight: number;
}

/** What a sentence names in a table: by its own words, and with the help of what is around it. */
export interface SentenceNaming {
  readonly own: Naming;
  readonly wide: Naming;
  /** The sentence's own mentions, for the places of names. */
  readonly mentions: readonly Mention[];
}

const BEFORE = 0.55;
const NEARBY = 0.3;

const known = new WeakMap<Reading, Map<Table, (readonly Mention[])[]>>();

/** The mentions of one sentence, found once. */
function mentionsAt(reading: Reading, at: number, table: Table): readonly Mention[] {
  let byTable = known.get(reading);
  if (!byTable) known.set(reading, (byTable = new Map()));
  let bySentence = byTable.get(table);
  if (!bySentence) byTable.set(table, (bySentence = []));
  const { from, to } = reading.sentences[at]!;
  return (bySentence[at] ??= mentionsIn(labelIndex(table), reading.words, from, to));
}

/** Names that sentence `at` of a block uses for the rows and columns of a table. */
export function sentenceNaming(
  reading: Reading,
  at: number,
  table: Table,
  around: readonly Surroundings[],
): SentenceNaming {
  const index = labelIndex(table);
  const { sentences } = reading;
  const mentions = mentionsAt(reading, at, table);
  const own = mentions.map(mention => ({ ...mention, weight: 1 }));
  const wide: WeighedMention[] = [...own];
  sentences.forEach((_, position) => {
    const distance = at - position;
    if (distance === 0 || Math.abs(distance) > 3) return;
    const weight = distance === 1 ? BEFORE : NEARBY;
    for (const mention of mentionsAt(reading, position, table)) wide.push({ ...mention, weight });
  });
  for (const { words: others, weight } of around) {
    for (const mention of mentionsIn(index, others, 0, others.length)) wide.push({ ...mention, weight });
  }
  return { own: namingOf(index, own), wide: namingOf(index, wide), mentions };
}

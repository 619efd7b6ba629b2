import type { Table } from '../tables/table.ts';
import { labelIndex } from './label-index.ts';
import type { Mention } from './mentions.ts';
import { type Naming, namingOf, type WeighedMentions } from './naming.ts';
import type { Reading, SplitText } from './reading.ts';

/** Words around a sentence that may name what it speaks of, with how much they count. */
export interface Surroundings {
  readonly text: SplitText;
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

/** The mentions of one sentence. */
function mentionsAt(reading: Reading, at: number, table: Table): readonly Mention[] {
  const { from, to } = reading.sentences[at]!;
  return reading.mentions(table, from, to);
}

/**
 * Names that sentence `at` of a block uses for the rows and columns of a table. What is around is looked at only for those that the
 * sentence itself does not name.
 */
export class NamingInBlock implements SentenceNaming {
  readonly own: Naming;
  readonly mentions: readonly Mention[];
  private readonly reading: Reading;
  private readonly at: number;
  private readonly table: Table;
  private readonly around: readonly Surroundings[];
  private widely: Naming | undefined;

  constructor(reading: Reading, at: number, table: Table, around: readonly Surroundings[]) {
    this.reading = reading;
    this.at = at;
    this.table = table;
    this.around = around;
    this.mentions = mentionsAt(reading, at, table);
    this.own = namingOf(labelIndex(table), [{ mentions: this.mentions, weight: 1 }]);
  }

  get wide(): Naming {
    return (this.widely ??= namingOf(labelIndex(this.table), this.places()));
  }

  private places(): WeighedMentions[] {
    const { reading, at, table } = this;
    const places: WeighedMentions[] = [{ mentions: this.mentions, weight: 1 }];
    reading.sentences.forEach((_, position) => {
      const distance = at - position;
      if (distance === 0 || Math.abs(distance) > 3) return;
      const weight = distance === 1 ? BEFORE : NEARBY;
      places.push({ mentions: mentionsAt(reading, position, table), weight });
    });
    for (const { text, weight } of this.around) places.push({ mentions: text.mentions(table), weight });
    return places;
  }
}

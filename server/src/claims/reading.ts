import type { ProseBlock } from '../markdown/prose.ts';
import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import { labelIndex } from './label-index.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { quantitiesOf } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { sentencesOf } from './sentences.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence of a block. Offsets count in the block's text. */
export interface Sentence extends Span {
  /** Its words: indexes `[from, to)` in the block's words. */
  readonly from: number;
  readonly to: number;
  readonly quantities: readonly Quantity[];
}

/** A text told apart into words, with the names of tables that they hold: found when somebody asks. */
export class SplitText {
  readonly text: string;
  private split: readonly Word[] | undefined;
  private readonly found = new Map<Table, Map<number, readonly Mention[]>>();

  constructor(text: string) {
    this.text = text;
  }

  get words(): readonly Word[] {
    return (this.split ??= wordsOf(this.text));
  }

  /** The names of a table's rows and columns in the words `[from, to)`. */
  mentions(table: Table, from = 0, to = this.words.length): readonly Mention[] {
    let ofTable = this.found.get(table);
    if (!ofTable) this.found.set(table, (ofTable = new Map()));
    const key = from * (this.words.length + 1) + to;
    let mentions = ofTable.get(key);
    if (!mentions) ofTable.set(key, (mentions = mentionsIn(labelIndex(table), this.words, from, to)));
    return mentions;
  }
}

/** A block of prose, taken apart. */
export class Reading extends SplitText {
  readonly block: ProseBlock;
  readonly sentences: readonly Sentence[];

  /** `sentences` where the block is cut otherwise than at its full stops. */
  constructor(block: ProseBlock, sentences?: readonly Sentence[]) {
    super(block.text);
    this.block = block;
    this.sentences = sentences ?? this.read();
  }

  private read(): readonly Sentence[] {
    const { block } = this;
    const spans = sentencesOf(block.text);
    const bySentence: Quantity[][] = spans.map(() => []);
    for (const quantity of quantitiesOf(block, spans)) bySentence[quantity.sentence]!.push(quantity);
    return spans.map((span, index) => new BlockSentence(this, span, bySentence[index]!));
  }
}

class BlockSentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly quantities: readonly Quantity[];
  private readonly reading: SplitText;

  constructor(reading: SplitText, { start, end }: Span, quantities: readonly Quantity[]) {
    this.reading = reading;
    this.start = start;
    this.end = end;
    this.quantities = quantities;
  }

  get from(): number {
    return firstFrom(this.reading.words, this.start);
  }

  get to(): number {
    return firstFrom(this.reading.words, this.end);
  }
}

/** The first word that begins at `offset` or behind it. */
function firstFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes a block apart. */
export const readingOf = (block: ProseBlock): Reading => new Reading(block);

import type { ProseBlock } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
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

/** A block of prose, taken apart. */
export interface Reading {
  readonly block: ProseBlock;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
}

const known = new WeakMap<ProseBlock, Reading>();

/** Takes a block apart, once. */
export function readingOf(block: ProseBlock): Reading {
  let reading = known.get(block);
  if (!reading) known.set(block, (reading = read(block)));
  return reading;
}

function read(block: ProseBlock): Reading {
  const words = wordsOf(block.text);
  const spans = sentencesOf(block.text);
  const quantities = quantitiesOf(block, spans);
  let at = 0;
  const sentences = spans.map((span, index): Sentence => {
    while (at < words.length && words[at]!.start < span.start) at++;
    const from = at;
    while (at < words.length && words[at]!.start < span.end) at++;
    return { ...span, from, to: at, quantities: quantities.filter(quantity => quantity.sentence === index) };
  });
  return { block, words, sentences };
}

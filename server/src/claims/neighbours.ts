import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** A number right before another one of its sentence, or right behind. */
interface Neighbour {
  readonly other: Quantity;
  /** The text between the two. */
  readonly between: string;
}

/** The numbers that stand next to one in its sentence, the one before it first. */
export function neighboursOf({ reading, sentence }: SentenceView, quantity: Quantity): Neighbour[] {
  const { text } = reading.block;
  const at = sentence.quantities.indexOf(quantity);
  if (at < 0) return [];
  const before = sentence.quantities[at - 1];
  const behind = sentence.quantities[at + 1];
  return [
    ...(before ? [{ other: before, between: text.slice(before.unitEnd, quantity.start) }] : []),
    ...(behind ? [{ other: behind, between: text.slice(quantity.unitEnd, behind.start) }] : []),
  ];
}

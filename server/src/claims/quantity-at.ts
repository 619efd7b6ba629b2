import type { Prose, ProseBlock } from '../markdown/prose.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Quantity } from './quantity.ts';
import { readingOf, type Sentence } from './reading.ts';
import { spanOf } from './report.ts';

/** A number of the prose with where it stands. */
export interface QuantityPlace {
  readonly block: ProseBlock;
  readonly sentence: Sentence;
  readonly quantity: Quantity;
}

/** The quantity whose digits are at a span of the page, as `Claim.span` has it; undefined for one in words. */
export function quantityAt({ blocks }: Prose, span: Span): QuantityPlace | undefined {
  const block = blocks.find(candidate => encloses(candidate.span, span));
  if (!block) return undefined;
  for (const sentence of readingOf(block).sentences) {
    const quantity = sentence.quantities.find(candidate => spanOf(block, candidate).start === span.start);
    if (quantity) return { block, sentence, quantity };
  }
  return undefined;
}

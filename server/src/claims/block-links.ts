import type { Link, PageFacts } from '../markdown/facts.ts';
import type { ProseBlock } from '../markdown/prose.ts';

const NONE: readonly Link[] = [];

/** The links of each block by the page's facts alone: a block's text need not be read for them. */
export class BlockLinks {
  private readonly byStart = new Map<number, Link[]>();

  constructor({ links }: PageFacts) {
    for (const link of links) {
      if (link.kind !== 'inline' && link.kind !== 'reference' && link.kind !== 'autolink') continue;
      const others = this.byStart.get(link.blockSpan.start);
      if (others) others.push(link);
      else this.byStart.set(link.blockSpan.start, [link]);
    }
  }

  of(block: ProseBlock): readonly Link[] {
    return this.byStart.get(block.span.start) ?? NONE;
  }
}

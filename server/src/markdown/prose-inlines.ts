import type { PhrasingContent } from 'mdast';
import type { Span } from '../text/span.ts';
import type { Link } from './facts.ts';
import type { Mask, ProseBlock } from './prose.ts';
import { alignText } from './prose-align.ts';
import { patternsIn, quotationsIn } from './prose-masks.ts';
import { Offsets, type Piece } from './prose-offsets.ts';

/** What a block says: its text with the way back to the source, its masks and its links. */
export interface BlockText extends Pick<ProseBlock, 'text' | 'masks' | 'links'> {
  readonly offsets: Offsets;
}

/** Reads the inline nodes of a block that ends at `end` of the page. */
export function readBlock(
  page: string,
  nodes: readonly PhrasingContent[],
  linksByStart: ReadonlyMap<number, Link>,
  end: number,
): BlockText {
  const reader = new InlineReader(page, linksByStart);
  reader.inlines(nodes);
  return reader.finish(end);
}

/** One walk over a block's inline nodes. A class only to hold what the walk fills. */
class InlineReader {
  private readonly page: string;
  private readonly linksByStart: ReadonlyMap<number, Link>;
  private text = '';
  private readonly pieces: Piece[] = [];
  private readonly masks: Mask[] = [];
  private readonly links: { link: Link; start: number; end: number }[] = [];
  /** Where `<sup>` or `<sub>` opened: what is raised is no part of the number before it. */
  private raised = -1;

  constructor(page: string, linksByStart: ReadonlyMap<number, Link>) {
    this.page = page;
    this.linksByStart = linksByStart;
  }

  inlines(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.inline(node);
  }

  private inline(node: PhrasingContent): void {
    const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
    const start = this.text.length;
    switch (node.type) {
      case 'text':
        this.add(node.value, span);
        return;
      case 'inlineCode':
        this.addCode(node.value, span);
        break;
      case 'break':
        this.addGap(' ', span);
        return;
      case 'image':
      case 'imageReference':
        this.addGap(' ', span);
        return;
      case 'html':
        this.html(node.value, span);
        return;
      case 'footnoteReference':
        return;
      case 'link':
      case 'linkReference': {
        this.inlines(node.children);
        const link = this.linksByStart.get(span.start);
        if (link) this.links.push({ link, start, end: this.text.length });
        // A bare address is its own text.
        if (node.type === 'link' && this.page[span.start] !== '[')
          this.masks.push({ start, end: this.text.length, kind: 'url' });
        return;
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
        this.inlines(node.children);
        break;
    }
    const kind = MASK_KINDS[node.type];
    if (kind) this.masks.push({ start, end: this.text.length, kind });
  }

  finish(end: number): BlockText {
    const { text } = this;
    const masks = [...this.masks, ...quotationsIn(text), ...patternsIn(text)];
    return {
      text,
      offsets: new Offsets(this.pieces, text.length, end),
      masks: masks.sort((a, b) => a.start - b.start || b.end - a.end),
      links: this.links,
    };
  }

  private add(value: string, { start, end }: Span): void {
    const source = this.page.slice(start, end);
    const isSame = value === source;
    const alignment = isSame ? 'same' : alignText(value, source);
    // Character by character, so that the offsets stay in step.
    this.text += /[\n\r]/.test(value) ? value.replace(/[\n\r]/g, ' ') : value;
    this.pieces.push({ length: value.length, from: start, to: end, alignment });
  }

  /** Code may hold line ends and loses a space at both ends, so it is looked for inside of its backticks. */
  private addCode(value: string, span: Span): void {
    const ticks = /^`+/.exec(this.page.slice(span.start, span.end))?.[0].length ?? 0;
    this.add(value, { start: span.start + ticks, end: span.end - ticks });
  }

  private addGap(gap: string, { start, end }: Span): void {
    this.text += gap;
    this.pieces.push({ length: gap.length, from: start, to: end, alignment: 'whole' });
  }

  private html(value: string, span: Span): void {
    if (/^<br\b/i.test(value)) this.addGap(' ', span);
    else if (/^<su[bp]\b/i.test(value)) this.raised = this.text.length;
    else if (/^<\/su[bp]\b/i.test(value) && this.raised >= 0) {
      this.masks.push({ start: this.raised, end: this.text.length, kind: 'html' });
      this.raised = -1;
    }
  }
}

const MASK_KINDS: Readonly<Partial<Record<PhrasingContent['type'], Mask['kind']>>> = {
  inlineCode: 'code',
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'strikethrough',
};

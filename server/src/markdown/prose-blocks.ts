import type { ListItem, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Span } from '../text/span.ts';
import type { Link, PageFacts } from './facts.ts';
import { gfmTableOf } from './gfm-tables.ts';
import type { GfmTable, Mask, Prose, ProseBlock } from './prose.ts';
import { alignText } from './prose-align.ts';
import { patternsIn, quotationsIn } from './prose-masks.ts';

/** The prose and tables of a page, from its text, the mdast of that text and its facts. Never throws. */
export function proseOf(text: string, root: Root, facts: PageFacts): Prose {
  const walk = new ProseWalk(text, facts);
  walk.blocks(root, { kind: 'paragraph', item: -1, list: -1 });
  return { blocks: walk.found, tables: walk.tables };
}

/** What encloses the node at hand. */
interface Place {
  readonly kind: ProseBlock['kind'];
  readonly item: number;
  readonly list: number;
}

const spanOf = (node: Nodes): Span => ({
  start: node.position!.start.offset!,
  end: node.position!.end.offset!,
});

/** One walk over the tree. A class only to hold what the walk counts and fills. */
class ProseWalk {
  readonly found: ProseBlock[] = [];
  readonly tables: GfmTable[] = [];
  private readonly text: string;
  private readonly facts: PageFacts;
  private readonly linksByStart: ReadonlyMap<number, Link>;
  private section = -1;
  private items = 0;
  private lists = 0;

  constructor(text: string, facts: PageFacts) {
    this.text = text;
    this.facts = facts;
    this.linksByStart = new Map(facts.links.map(link => [link.span.start, link]));
  }

  blocks(parent: Parents, place: Place): void {
    for (const node of parent.children) {
      switch (node.type) {
        case 'heading':
          if (this.facts.sections[this.section + 1]?.heading.span.start === spanOf(node).start)
            this.section++;
          this.block(node.children, spanOf(node), {
            ...place,
            kind: place.kind === 'block-quote' ? 'block-quote' : 'heading',
          });
          break;
        case 'paragraph':
          this.block(node.children, spanOf(node), place);
          break;
        case 'list':
          this.list(node.children, place);
          break;
        case 'blockquote':
          this.blocks(node, { ...place, kind: 'block-quote' });
          break;
        case 'footnoteDefinition':
          this.blocks(node, place);
          break;
        case 'table':
          this.tables.push(gfmTableOf(node, this.section));
          break;
      }
    }
  }

  private list(items: readonly ListItem[], place: Place): void {
    const list = this.lists++;
    const kind = place.kind === 'block-quote' ? 'block-quote' : 'item';
    for (const item of items) this.blocks(item, { kind, item: this.items++, list });
  }

  private block(nodes: readonly PhrasingContent[], span: Span, place: Place): void {
    const builder = new BlockBuilder(this.text, this.linksByStart);
    builder.inlines(nodes);
    this.found.push({ ...place, span, section: this.section, ...builder.finish(span.end) });
  }
}

/** Collects one block's readable text with the way back to the source. */
class BlockBuilder {
  private readonly page: string;
  private readonly linksByStart: ReadonlyMap<number, Link>;
  private text = '';
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
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
    const span = spanOf(node);
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

  finish(end: number): Pick<ProseBlock, 'text' | 'sources' | 'ends' | 'masks' | 'links'> {
    const masks = [...this.masks, ...quotationsIn(this.text), ...patternsIn(this.text)];
    return {
      text: this.text,
      sources: Int32Array.from([...this.starts, end]),
      ends: Int32Array.from(this.ends),
      masks: masks.sort((a, b) => a.start - b.start || b.end - a.end),
      links: this.links,
    };
  }

  private add(value: string, span: Span): void {
    const { starts, ends } = alignText(value, this.page.slice(span.start, span.end));
    // Character by character, so that the offsets stay in step.
    this.text += value.replace(/[\n\r]/g, ' ');
    for (let index = 0; index < value.length; index++) {
      this.starts.push(span.start + starts[index]!);
      this.ends.push(span.start + ends[index]!);
    }
  }

  /** Code may hold line ends and loses a space at both ends, so it is looked for inside of its backticks. */
  private addCode(value: string, span: Span): void {
    const ticks = /^`+/.exec(this.page.slice(span.start, span.end))?.[0].length ?? 0;
    this.add(value, { start: span.start + ticks, end: span.end - ticks });
  }

  private addGap(gap: string, span: Span): void {
    this.text += gap;
    this.starts.push(span.start);
    this.ends.push(span.end);
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

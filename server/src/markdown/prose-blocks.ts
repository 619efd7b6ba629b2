import type { ListItem, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Span } from '../text/span.ts';
import type { Link, PageFacts } from './facts.ts';
import { gfmTableOf } from './gfm-tables.ts';
import type { GfmTable, Mask, Prose, ProseBlock } from './prose.ts';
import { type BlockText, readBlock } from './prose-inlines.ts';

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
    const read = (): BlockText => readBlock(this.text, nodes, this.linksByStart, span.end);
    this.found.push(new LazyBlock({ ...place, span, section: this.section }, read));
  }
}

/** A block whose text is worked out when somebody reads it: most blocks of a page hold no number and are never read. */
class LazyBlock implements ProseBlock {
  readonly kind: ProseBlock['kind'];
  readonly span: Span;
  readonly section: number;
  readonly item: number;
  readonly list: number;
  private unread: (() => BlockText) | undefined;
  private known: BlockText | undefined;

  constructor(
    place: Pick<ProseBlock, 'kind' | 'span' | 'section' | 'item' | 'list'>,
    unread: () => BlockText,
  ) {
    this.kind = place.kind;
    this.span = place.span;
    this.section = place.section;
    this.item = place.item;
    this.list = place.list;
    this.unread = unread;
  }

  get text(): string {
    return this.read().text;
  }

  get sources(): Int32Array {
    return this.read().offsets.all().sources;
  }

  get ends(): Int32Array {
    return this.read().offsets.all().ends;
  }

  sourceSpan(start: number, end: number): Span {
    return this.read().offsets.spanOf(start, end);
  }

  get masks(): readonly Mask[] {
    return this.read().masks;
  }

  get links(): ProseBlock['links'] {
    return this.read().links;
  }

  private read(): BlockText {
    if (!this.known) {
      this.known = this.unread!();
      // Lets go of the tree.
      this.unread = undefined;
    }
    return this.known;
  }
}

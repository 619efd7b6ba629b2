import GithubSlugger from 'github-slugger';
import type {
  Definition as DefinitionNode,
  Heading as HeadingNode,
  Html,
  Image,
  ImageReference,
  Link as LinkNode,
  LinkReference,
  ListItem,
  Nodes,
  Root,
} from 'mdast';
import { hashOf } from '../text/hash.ts';
import { lineStartsOf } from '../text/line-starts.ts';
import { own } from '../text/own.ts';
import type { Span } from '../text/span.ts';
import { closingBracket, destinationAt, openingBracket, withFragment } from './destination.ts';
import type {
  Comment,
  Definition,
  FrontMatter,
  Heading,
  Link,
  PageFacts,
  PagePath,
  Section,
  UndefinedReference,
  Wikilink,
} from './facts.ts';
import { parseFrontMatter } from './front-matter.ts';
import { holdsNumber, holdsPlainNumber } from './holds-number.ts';
import { htmlFacts } from './html.ts';
import { hasConflictMarkers } from './merge-conflict.ts';
import { plainText } from './plain-text.ts';
import { pagePathsIn, undefinedReferencesIn } from './prose-scan.ts';
import { resolveReferences } from './resolve-references.ts';
import { sectionsOf } from './sections.ts';
import { wikilinksIn } from './wikilinks.ts';

/** Where in the page the walk is: what encloses the node at hand. */
interface Place {
  readonly blockSpan: Span;
  /** Innermost paragraph, table row or list item: what a comment inside governs. */
  readonly governs: Span;
  readonly item: ListItem | undefined;
}

/** All facts of one page, from its text and the mdast of that text. Never throws. */
export function pageFacts(text: string, root: Root): PageFacts {
  return new FactWalk(text).run(root);
}

const spanOf = (node: Nodes): Span => ({
  start: node.position!.start.offset!,
  end: node.position!.end.offset!,
});

/** Lower case, white space folded: how CommonMark compares labels. */
export const normalizeLabel = (label: string): string =>
  label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();

/** One walk over the tree. A class only to hold the lists that the walk fills. */
class FactWalk {
  readonly text: string;
  private readonly slugger = new GithubSlugger();
  private frontMatter: FrontMatter | undefined;
  private readonly headings: Heading[] = [];
  private readonly sectionHeadings: Heading[] = [];
  private readonly links: Link[] = [];
  private readonly definitions: Definition[] = [];
  private readonly undefinedReferences: UndefinedReference[] = [];
  private readonly pagePaths: PagePath[] = [];
  private readonly wikilinks: Wikilink[] = [];
  private readonly comments: Comment[] = [];
  private readonly htmlIds: string[] = [];
  private readonly itemTexts = new WeakMap<ListItem, { span: Span; text: string }>();
  private section = -1;
  private tablesKey = 0;
  private numbersKey = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(root: Root): PageFacts {
    const whole = { start: 0, end: this.text.length };
    this.blocks(root.children, { blockSpan: whole, governs: whole, item: undefined }, true);
    const sections: readonly Section[] = sectionsOf(this.sectionHeadings, this.text);
    return {
      length: this.text.length,
      textHash: hashOf(this.text),
      lineStarts: lineStartsOf(this.text),
      ...(this.frontMatter ? { frontMatter: this.frontMatter } : {}),
      headings: this.headings,
      sections,
      links: resolveReferences(this.links, this.definitions),
      definitions: this.definitions,
      undefinedReferences: this.undefinedReferences,
      pagePaths: this.pagePaths,
      wikilinks: this.wikilinks,
      comments: this.comments,
      htmlIds: this.htmlIds,
      tablesKey: this.tablesKey,
      numbersKey: this.numbersKey,
      mergeConflict: hasConflictMarkers(this.text),
      partial: false,
    };
  }

  private blocks(nodes: readonly Nodes[], place: Place, top: boolean): void {
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!;
      switch (node.type) {
        case 'yaml':
          this.readFrontMatter(node);
          break;
        case 'heading':
          this.readHeading(node, place, top);
          break;
        case 'paragraph': {
          const span = spanOf(node);
          const governs = place.item ? place.governs : span;
          if (holdsNumber(this.text, span)) this.numbersKey = hashOf(this.text, span, this.numbersKey);
          this.inlineBlock(node.children, { blockSpan: span, governs, item: place.item });
          break;
        }
        case 'listItem': {
          const span = spanOf(node);
          this.blocks(node.children, { blockSpan: span, governs: span, item: node }, false);
          break;
        }
        case 'tableRow':
          for (const cell of node.children) {
            const span = spanOf(cell);
            this.inlineBlock(cell.children, { blockSpan: span, governs: spanOf(node), item: place.item });
          }
          break;
        case 'html':
          this.readHtml(node, place, nodes[index + 1] ?? null);
          break;
        case 'definition':
          this.readDefinition(node);
          break;
        case 'table': {
          const span = spanOf(node);
          this.tablesKey = hashOf(this.text, span, this.tablesKey);
          this.blocks(node.children, place, false);
          break;
        }
        case 'blockquote':
        case 'list':
        case 'footnoteDefinition':
          this.blocks(node.children, place, false);
          break;
      }
    }
  }

  private inlineBlock(nodes: readonly Nodes[], place: Place): void {
    this.inlines(nodes, place);
    this.wikilinks.push(...wikilinksIn(this.text, place.blockSpan, nodes));
  }

  private inlines(nodes: readonly Nodes[], place: Place): void {
    for (const node of nodes) {
      // What remark makes of a bare URL or address by searching its own text has no place in the source.
      if (!node.position) continue;
      switch (node.type) {
        case 'text':
          this.readText(spanOf(node));
          break;
        case 'link':
          this.readLink(node, place);
          this.inlines(node.children, place);
          break;
        case 'linkReference':
          this.readReference(node, place);
          this.inlines(node.children, place);
          break;
        case 'image':
          this.readImage(node, place);
          break;
        case 'imageReference':
          this.readReference(node, place);
          break;
        case 'html':
          this.readHtml(node, place, undefined);
          break;
        case 'emphasis':
        case 'strong':
        case 'delete':
          this.inlines(node.children, place);
          break;
      }
    }
  }

  private readFrontMatter(node: Nodes): void {
    const span = spanOf(node);
    if (span.start !== 0) return;
    const contentStart = this.text.indexOf('\n') + 1;
    const lastLine = this.text.lastIndexOf('\n', span.end - 1) + 1;
    const content = own(this.text.slice(contentStart, Math.max(contentStart, lastLine)));
    this.frontMatter = parseFrontMatter(content, span, contentStart);
  }

  private readHeading(node: HeadingNode, place: Place, top: boolean): void {
    const span = spanOf(node);
    const first = node.children[0];
    const last = node.children.at(-1);
    const end = last ? spanOf(last).end : Math.min(span.end, this.text.indexOf('\n', span.start) >>> 0);
    const textSpan = { start: first ? spanOf(first).start : end, end };
    const text = own(plainText(node).trim());
    const heading = { depth: node.depth, text, slug: this.slugger.slug(text), span, textSpan };
    this.headings.push(heading);
    if (top) {
      this.section = this.sectionHeadings.length;
      this.sectionHeadings.push(heading);
    }
    this.inlineBlock(node.children, { blockSpan: span, governs: span, item: place.item });
  }

  private readText(span: Span): void {
    const source = this.text.slice(span.start, span.end);
    if (source.includes('/')) this.pagePaths.push(...pagePathsIn(source, span.start, this.section));
    if (source.includes('[')) this.undefinedReferences.push(...undefinedReferencesIn(source, span.start));
  }

  private readLink(node: LinkNode, place: Place): void {
    const span = spanOf(node);
    if (this.text[span.start] !== '[') {
      const angle = this.text[span.start] === '<' ? 1 : 0;
      const inner = { start: span.start + angle, end: span.end - angle };
      this.add('autolink', span, inner, plainText(node), node.url, withFragment(this.text, inner), place);
      return;
    }
    const last = node.children.at(-1);
    const close = this.text.indexOf('](', last ? spanOf(last).end : span.start + 1);
    const textSpan = { start: span.start + 1, end: close };
    const place2 = withFragment(this.text, destinationAt(this.text, close + 2, span.end - 1));
    this.add('inline', span, textSpan, plainText(node), node.url, place2, place);
  }

  private readImage(node: Image, place: Place): void {
    const span = spanOf(node);
    const close = closingBracket(this.text, span.start + 1, span.end);
    const textSpan = { start: span.start + 2, end: close };
    const place2 = withFragment(this.text, destinationAt(this.text, close + 2, span.end - 1));
    this.add('image', span, textSpan, node.alt ?? '', node.url, place2, place);
  }

  private readReference(node: LinkReference | ImageReference, place: Place): void {
    const span = spanOf(node);
    const open = span.start + (node.type === 'imageReference' ? 1 : 0);
    const textEnd =
      node.referenceType === 'shortcut'
        ? span.end - 1
        : node.referenceType === 'collapsed'
          ? span.end - 3
          : openingBracket(this.text, span.end - 1) - 1;
    const textSpan = { start: open + 1, end: textEnd };
    const labelSpan = node.referenceType === 'full' ? { start: textEnd + 2, end: span.end - 1 } : textSpan;
    const kind = node.type === 'linkReference' ? 'reference' : 'image-reference';
    const text = own(node.type === 'linkReference' ? plainText(node) : (node.alt ?? ''));
    const link: Link = {
      ...this.linkBase(kind, span, textSpan, text, place),
      destination: '',
      destinationSpan: labelSpan,
      identifier: normalizeLabel(node.label ?? node.identifier),
      labelSpan,
    };
    this.links.push(link);
  }

  private readDefinition(node: DefinitionNode): void {
    const span = spanOf(node);
    const open = this.text.indexOf('[', span.start);
    const close = this.text.indexOf(']:', open);
    const { destinationSpan, fragmentSpan } = withFragment(
      this.text,
      destinationAt(this.text, close + 2, span.end),
    );
    this.definitions.push({
      identifier: normalizeLabel(node.label ?? node.identifier),
      label: own(this.text.slice(open + 1, close)),
      span,
      labelSpan: { start: open + 1, end: close },
      destination: own(node.url),
      destinationSpan,
      ...(fragmentSpan ? { fragmentSpan } : {}),
    });
  }

  /** `next`: the block after it; null when it is the last block; undefined when the HTML stands inside a paragraph. */
  private readHtml(node: Html, place: Place, next: Nodes | null | undefined): void {
    const span = spanOf(node);
    const { ids, comments, links } = htmlFacts(this.text.slice(span.start, span.end), span.start);
    this.htmlIds.push(...ids);
    const alone = next !== undefined;
    for (const comment of comments) {
      this.comments.push({ ...comment, alone, governs: next ? spanOf(next) : alone ? span : place.governs });
    }
    for (const { image, destination, destinationSpan } of links) {
      const found = withFragment(this.text, destinationSpan);
      this.add(image ? 'image' : 'html', span, destinationSpan, '', destination, found, place);
    }
  }

  private add(
    kind: Link['kind'],
    span: Span,
    textSpan: Span,
    text: string,
    destination: string,
    found: { destinationSpan: Span; fragmentSpan?: Span },
    place: Place,
  ): void {
    this.links.push({
      ...this.linkBase(kind, span, textSpan, own(text), place),
      destination: own(destination),
      ...found,
    });
  }

  private linkBase(kind: Link['kind'], span: Span, textSpan: Span, text: string, place: Place) {
    return {
      kind,
      span,
      textSpan,
      text,
      section: this.section,
      blockSpan: place.blockSpan,
      ...(place.item ? { item: this.itemOf(place.item) } : {}),
      ...(holdsPlainNumber(this.text, place.blockSpan) ? { besideNumber: true as const } : {}),
    };
  }

  private itemOf(item: ListItem): { span: Span; text: string } {
    let known = this.itemTexts.get(item);
    if (!known) {
      const children = item.children.filter(child => child.type !== 'list');
      known = { span: spanOf(item), text: own(children.map(plainText).join(' ')) };
      this.itemTexts.set(item, known);
    }
    return known;
  }
}

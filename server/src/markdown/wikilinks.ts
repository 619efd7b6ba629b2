import type { Nodes } from 'mdast';
import { own } from '../text/own.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Wikilink } from './facts.ts';

const WIKILINK =
  /(?<![\\\p{L}\p{N}_\])])(!?)\[\[([^[\]|#\n]+(?:#[^[\]|\n]*)?|#[^[\]|\n]+)(?:\\?\|([^[\]\n]*))?\]\]/gu;

/**
 * `[[target]]` and `[[target|label]]` in a block whose inline nodes are `nodes`. Emphasis, strikethrough, bare URLs and
 * references inside of one split its text nodes; so the block's source is read as a whole, and what lies in code, HTML
 * and real links is left out.
 */
export function wikilinksIn(text: string, block: Span, nodes: readonly Nodes[]): Wikilink[] {
  const source = text.slice(block.start, block.end);
  if (!source.includes('[[')) return [];
  const masked = [...maskedIn(text, nodes)];
  const found: Wikilink[] = [];
  for (const match of source.matchAll(WIKILINK)) {
    const [whole, mark, target, label] = match as unknown as [string, string, string, string | undefined];
    const start = block.start + match.index;
    const span = { start: start + mark.length, end: start + whole.length };
    if (masked.some(other => overlaps(other, span))) continue;
    found.push({
      span,
      target: own(target.replace(/\\$/, '').trim()),
      ...(label === undefined ? {} : { label: own(label.trim()) }),
      ...(mark === '' ? {} : { embed: true }),
    });
  }
  return found;
}

/** What a wikilink can't reach into: code, HTML, images, and links other than bare URLs and `[label]`. */
function* maskedIn(text: string, nodes: readonly Nodes[]): Iterable<Span> {
  for (const node of nodes) {
    if (!node.position) continue;
    const span = { start: node.position.start.offset!, end: node.position.end.offset! };
    switch (node.type) {
      case 'inlineCode':
      case 'html':
      case 'image':
      case 'imageReference':
        yield span;
        break;
      case 'link':
        if (text[span.start] === '[') yield span;
        break;
      case 'linkReference':
        if (node.referenceType !== 'shortcut') yield span;
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        yield* maskedIn(text, node.children);
        break;
    }
  }
}

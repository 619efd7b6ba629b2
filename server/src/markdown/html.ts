import { own } from '../text/own.ts';
import type { Span } from '../text/span.ts';

/** What a piece of raw HTML in a page holds that matters to a wiki. Offsets count from the page's start. */
export interface HtmlFacts {
  readonly ids: readonly string[];
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  readonly links: readonly {
    readonly image: boolean;
    readonly destination: string;
    readonly destinationSpan: Span;
  }[];
}

const COMMENT = /<!--([^]*?)-->/g;
const TAG = /<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;

/** Reads one mdast `html` node, whose source begins at `offset`. */
export function htmlFacts(source: string, offset: number): HtmlFacts {
  const ids: string[] = [];
  const comments: HtmlFacts['comments'][number][] = [];
  const links: HtmlFacts['links'][number][] = [];
  let visible = source;
  if (source.includes('<!--')) {
    for (const match of source.matchAll(COMMENT)) {
      comments.push({
        span: { start: offset + match.index, end: offset + match.index + match[0].length },
        text: own(match[1]!),
      });
    }
    // Tags inside of comments are no anchors; blanks keep the offsets.
    visible = source.replace(COMMENT, comment => ' '.repeat(comment.length));
  }
  if (!visible.includes('=')) return { ids, comments, links };
  for (const tag of visible.matchAll(TAG)) {
    const name = tag[1]!.toLowerCase();
    const attributesAt = tag.index + 1 + tag[1]!.length;
    for (const attribute of tag[2]!.matchAll(ATTRIBUTE)) {
      const key = attribute[1]!.toLowerCase();
      const value = attribute[2] ?? attribute[3] ?? attribute[4] ?? '';
      if (key === 'id' || (key === 'name' && name === 'a')) ids.push(own(value));
      if ((key === 'href' && name === 'a') || (key === 'src' && name === 'img')) {
        const start = offset + attributesAt + attribute.index + attribute[0].lastIndexOf(value);
        links.push({
          image: key === 'src',
          destination: value,
          destinationSpan: { start, end: start + value.length },
        });
      }
    }
  }
  return { ids, comments, links };
}

import { hashOf } from '../text/hash.ts';
import { lineStartsOf } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import type { Definition, Link, PageFacts } from './facts.ts';
import { pageFacts } from './page-facts.ts';
import type { MarkdownParser } from './parser.ts';

/** Length of the pieces in UTF-16 units; a piece ends at the next blank line that stands outside of a code fence. */
const PIECE = 500_000;

/**
 * Links and front matter of a page that is too big to be read as a whole: it is read in pieces, so that the tree of
 * one piece at a time is in memory. Reference links keep their label but get no destination.
 */
export function partialFacts(parser: MarkdownParser, text: string): PageFacts {
  const links: Link[] = [];
  const definitions: Definition[] = [];
  const htmlIds: string[] = [];
  let first: PageFacts | undefined;
  for (const { start, end } of piecesOf(text)) {
    const piece = text.slice(start, end);
    const facts = pageFacts(piece, parser.parse(piece));
    first ??= facts;
    for (const link of facts.links) if (link.destination !== '') links.push(shiftLink(link, start));
    for (const definition of facts.definitions) definitions.push(shiftDefinition(definition, start));
    htmlIds.push(...facts.htmlIds);
  }
  const title = first?.headings.filter(({ depth }) => depth === 1).slice(0, 1) ?? [];
  return {
    length: text.length,
    textHash: hashOf(text),
    lineStarts: lineStartsOf(text),
    ...(first?.frontMatter ? { frontMatter: first.frontMatter } : {}),
    headings: title,
    sections: [],
    links,
    definitions,
    undefinedReferences: [],
    pagePaths: [],
    wikilinks: [],
    comments: [],
    htmlIds,
    tablesKey: 0,
    numbersKey: 0,
    mergeConflict: false,
    partial: true,
  };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function* piecesOf(text: string): Iterable<Span> {
  let start = 0;
  let fence = '';
  for (let line = 0; line < text.length; ) {
    const newline = text.indexOf('\n', line);
    const next = newline < 0 ? text.length : newline + 1;
    const mark = FENCE.exec(text.slice(line, Math.min(next, line + 80)))?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence)) fence = '';
    const blank = next - line <= 2 && text.slice(line, next).trim() === '';
    if (blank && fence === '' && next - start >= PIECE) {
      yield { start, end: next };
      start = next;
    }
    line = next;
  }
  if (start < text.length) yield { start, end: text.length };
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function shiftLink(link: Link, by: number): Link {
  return {
    ...link,
    span: shift(link.span, by),
    textSpan: shift(link.textSpan, by),
    destinationSpan: shift(link.destinationSpan, by),
    blockSpan: shift(link.blockSpan, by),
    section: -1,
    ...(link.fragmentSpan ? { fragmentSpan: shift(link.fragmentSpan, by) } : {}),
    ...(link.labelSpan ? { labelSpan: shift(link.labelSpan, by) } : {}),
    ...(link.item ? { item: { ...link.item, span: shift(link.item.span, by) } } : {}),
  };
}

const shiftDefinition = (definition: Definition, by: number): Definition => ({
  ...definition,
  span: shift(definition.span, by),
  labelSpan: shift(definition.labelSpan, by),
  destinationSpan: shift(definition.destinationSpan, by),
  ...(definition.fragmentSpan ? { fragmentSpan: shift(definition.fragmentSpan, by) } : {}),
});

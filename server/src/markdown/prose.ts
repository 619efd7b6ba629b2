import type { Span } from '../text/span.ts';
import type { Link } from './facts.ts';

/** Part of a block's text that is not the author's own plain assertion. */
export interface Mask {
  /** Offsets into the block's `text`. */
  readonly start: number;
  readonly end: number;
  readonly kind:
    | 'code'
    | 'quotation'
    | 'url'
    | 'strong'
    | 'emphasis'
    | 'html'
    | 'math'
    | 'strikethrough'
    | 'footnote';
}

/**
 * The readable text of one block (paragraph, heading, list item's paragraph, table cell is left out): mark-up
 * taken out, entities decoded, soft line breaks turned into spaces; with the way back to the source.
 */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'block-quote';
  /** UTF-16 offsets of the block in the page. */
  readonly span: Span;
  readonly text: string;
  /**
   * `sources[i]` is the page offset of the character `text[i]`; `sources[text.length]` is the end.
   * Monotone. A character of an entity maps to the entity's start.
   */
  readonly sources: Int32Array;
  /** `ends[i]` is the page offset behind the character `text[i]`: behind the whole entity or escape. */
  readonly ends: Int32Array;
  /** `sources[start]` and `ends[end - 1]` of a stretch of text that is not empty, without the lists for the whole block. */
  sourceSpan(start: number, end: number): Span;
  readonly masks: readonly Mask[];
  /** Links of the block with the offsets of their text in `text`. */
  readonly links: readonly { readonly link: Link; readonly start: number; readonly end: number }[];
  /** Index in the page's `sections` of the innermost section, or -1. */
  readonly section: number;
  /** Identifies the innermost list item; blocks of the same item share it. -1 outside lists. */
  readonly item: number;
  /** Identifies the innermost list, -1 outside lists. */
  readonly list: number;
}

/** A page's prose in source order. */
export interface Prose {
  readonly blocks: readonly ProseBlock[];
  /** The page's own GFM tables: header and rows of cell texts with their spans. */
  readonly tables: readonly GfmTable[];
}

export interface GfmTable {
  readonly span: Span;
  readonly section: number;
  /** Header row first. Mark-up is taken out of the texts. */
  readonly rows: readonly (readonly { readonly text: string; readonly span: Span }[])[];
}

/** The source span of `text[start, end)` of a block. */
export function sourceSpan(block: ProseBlock, start: number, end: number): Span {
  if (end > start) return block.sourceSpan(start, end);
  return { start: block.sources[start]!, end: block.sources[start]! };
}

import type { Span } from '../text/span.ts';
import type { Alignment } from './prose-align.ts';

/** A stretch of a block's text and where it comes from. */
export interface Piece {
  readonly length: number;
  /** Page offset of its source. */
  readonly from: number;
  /** Page offset behind its source. */
  readonly to: number;
  /** How value and source go together; `same` where they are equal, `whole` where one character stands for all of the source. */
  readonly alignment: Alignment | 'same' | 'whole';
}

/** The way from a block's text back to the page. */
export class Offsets {
  private readonly pieces: readonly Piece[];
  private readonly length: number;
  private readonly end: number;

  /** `end` is the page offset of the block's end. */
  constructor(pieces: readonly Piece[], length: number, end: number) {
    this.pieces = pieces;
    this.length = length;
    this.end = end;
  }

  spanOf(start: number, end: number): Span {
    return { start: this.spanAt(start).start, end: this.spanAt(end - 1).end };
  }

  /** Page offsets of every character, and behind each. */
  all(): { sources: Int32Array; ends: Int32Array } {
    const sources = new Int32Array(this.length + 1);
    const ends = new Int32Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      for (let index = 0; index < piece.length; index++, at++) {
        const { start, end } = place(piece, index);
        sources[at] = start;
        ends[at] = end;
      }
    }
    sources[at] = this.end;
    return { sources, ends };
  }

  /** The source of one character. */
  private spanAt(offset: number): Span {
    let before = 0;
    for (const piece of this.pieces) {
      if (offset < before + piece.length) return place(piece, offset - before);
      before += piece.length;
    }
    return { start: this.end, end: this.end };
  }
}

function place({ from, to, alignment }: Piece, index: number): Span {
  if (alignment === 'same') return { start: from + index, end: from + index + 1 };
  if (alignment === 'whole') return { start: from, end: to };
  return { start: from + alignment.starts[index]!, end: from + alignment.ends[index]! };
}

import type { Span } from '../text/span.ts';

/** Where a link's destination stands, found in the source, since mdast tells the place of the whole link only. */
export interface DestinationPlace {
  readonly destinationSpan: Span;
  readonly fragmentSpan?: Span;
}

const SPACE = /\s/;

/** The place of the destination that begins at or after `at` (white space is skipped), in `<…>` or bare. */
export function destinationAt(text: string, at: number, limit: number): Span {
  let start = at;
  while (start < limit && SPACE.test(text[start]!)) start++;
  if (text[start] === '<') {
    let end = start + 1;
    while (end < limit && text[end] !== '>') end += text[end] === '\\' ? 2 : 1;
    return { start: start + 1, end: Math.min(end, limit) };
  }
  let depth = 0;
  let end = start;
  while (end < limit) {
    const char = text[end]!;
    if (char === '\\') end++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth < 0) break;
    else if (SPACE.test(char)) break;
    end++;
  }
  return { start, end: Math.min(end, limit) };
}

/** Adds the span of what follows the first `#`. */
export function withFragment(text: string, destinationSpan: Span): DestinationPlace {
  const hash = text.indexOf('#', destinationSpan.start);
  if (hash < 0 || hash >= destinationSpan.end) return { destinationSpan };
  return { destinationSpan, fragmentSpan: { start: hash + 1, end: destinationSpan.end } };
}

/**
 * The offset of the `]` that closes the bracket at `open`, or -1. Escapes, code spans and nested brackets are
 * stepped over, as CommonMark does when it looks for the end of a link's text.
 */
export function closingBracket(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '`') {
      let ticks = 1;
      while (text[at + ticks] === '`') ticks++;
      const close = text.indexOf('`'.repeat(ticks), at + ticks);
      at = close < 0 || close >= limit ? at + ticks - 1 : close + ticks - 1;
    } else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return at;
  }
  return -1;
}

/** The offset of the `[` that opens the label which ends with the `]` at `close`, or -1. Labels hold no bare brackets. */
export function openingBracket(text: string, close: number): number {
  for (let at = close - 1; at >= 0; at--) {
    if (text[at] === '[' && text[at - 1] !== '\\') return at;
  }
  return -1;
}

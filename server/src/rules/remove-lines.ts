import type { Span } from '../text/span.ts';

/** What to take out with a block that stands alone in its lines: the lines, and the blank one that would be left over. */
export function withoutLines(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  if (text.slice(lineStart, start).trim() !== '' || text.slice(end, lineEnd).trim() !== '')
    return { start, end };
  const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(lineEnd))?.[0];
  const alone = lineStart > 0 && before.trim() === '' && after !== undefined;
  // At the end of the page it is the blank line before that goes.
  if (alone && after === '') return { start: lineStart - before.length, end: lineEnd };
  return { start: lineStart, end: alone ? lineEnd + after!.length : lineEnd };
}

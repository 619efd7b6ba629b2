/** Zero-based line and UTF-16 column, as LSP counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** UTF-16 offset of the first character of each line. Lines end at `\n`, `\r\n` or a lone `\r`, as in LSP. */
export type LineStarts = readonly number[];

/** The line starts of a text; there is always at least line 0. */
export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The zero-based line that holds `offset`; an offset past the end belongs to the last line. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Position of an offset. Offsets below 0 are taken as 0. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const line = lineAt(starts, Math.max(0, offset));
  return { line, character: Math.max(0, offset) - starts[line]! };
}

/** Offset of a position; a line past the end gives the end of the text, whose length the caller passes. */
export function offsetAt(starts: LineStarts, position: Position, length: number): number {
  const start = starts[position.line];
  if (start === undefined) return length;
  const next = starts[position.line + 1] ?? length;
  return Math.min(start + position.character, next);
}

import type { Range } from 'vscode-languageserver';
import { type LineStarts, positionAt } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';

/** A span in LSP's words. */
export const rangeIn = (starts: LineStarts, { start, end }: Span): Range => ({
  start: positionAt(starts, start),
  end: positionAt(starts, end),
});

import { lineStartsIn } from '../host/lines.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import { positionAt } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';

/** A span of a file as the JSON formats have it: zero-based positions in UTF-16 units. */
export function jsonRange(host: WikiHost, path: string, { start, end }: Span): object {
  const starts = lineStartsIn(host, path);
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}

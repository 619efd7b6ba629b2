import { type LineStarts, lineStartsOf } from '../text/line-starts.ts';
import { isTablePath } from '../wiki/path.ts';
import type { WikiHost } from './wiki-host.ts';

const FIRST_LINE: LineStarts = [0];

/** The line starts of any file that a diagnostic or an edit may lie in. */
export function lineStartsIn(host: WikiHost, path: string): LineStarts {
  const page = host.wiki.pages.get(path);
  if (page) return page.facts.lineStarts;
  if (host.schemaFile?.path === path) return lineStartsOf(host.schemaFile.text);
  if (isTablePath(path)) return host.tableFiles.table(path)?.lineStarts ?? FIRST_LINE;
  return FIRST_LINE;
}

/** The length in UTF-16 units of a file that a position may lie in, of a table up to its last cell; 0 for one that is not known. */
export function lengthOf(host: WikiHost, path: string): number {
  const page = host.wiki.pages.get(path);
  if (page) return page.facts.length;
  if (isTablePath(path)) return host.tableFiles.table(path)?.rows.at(-1)?.at(-1)?.span.end ?? 0;
  return host.schemaFile?.path === path ? host.schemaFile.text.length : 0;
}

import type { Span } from '../../text/span.ts';
import type { Cursor } from './cursor.ts';

const NAME = /^[A-Za-z][\w-]*$|^$/;
const VALUE = /^([A-Za-z][\w-]*):[ \t]*(\[(?:[^\]\n]*,)?[ \t]*)?(["']?)([^"'\n[\],]*)$/;
const ITEM = /^[ \t]*-[ \t]+(["']?)([^"'\n]*)$/;
const REACH = 300;

/** What stands at the cursor in the front matter: a field's name at the start of a line, its value, an item of its list. */
export function fieldCursor(
  text: string,
  content: Span,
  lineStart: number,
  offset: number,
): Cursor | undefined {
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, offset + REACH);
  if (NAME.test(before)) {
    const behind = /^[\w-]*/.exec(after)![0];
    return {
      kind: 'field-name',
      typed: before,
      span: { start: lineStart, end: offset + behind.length },
      closed: /^[ \t]*:/.test(after.slice(behind.length)),
    };
  }
  const value = (typed: string, key: string, quote: string, inList: boolean): Cursor => {
    const behind = /^[^"'\r\n,\]]*/.exec(after)![0].trimEnd();
    return {
      kind: 'field',
      key,
      typed,
      span: { start: offset - typed.length, end: offset + behind.length },
      inList,
      quote: quote as '"' | "'" | '',
    };
  };
  const field = VALUE.exec(before);
  if (field) return value(field[4]!, field[1]!, field[3]!, field[2] !== undefined);
  const item = ITEM.exec(before);
  if (!item) return undefined;
  // The key that the list item belongs to is the nearest line above that is one.
  for (const line of text.slice(content.start, lineStart).split('\n').reverse()) {
    const key = /^([A-Za-z][\w-]*):/.exec(line)?.[1];
    if (key) return value(item[2]!, key, item[1]!, true);
  }
  return undefined;
}

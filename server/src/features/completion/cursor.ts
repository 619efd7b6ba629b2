import type { PageFacts } from '../../markdown/facts.ts';
import { contains, type Span } from '../../text/span.ts';

/** What an author is writing at the cursor, as far as something can be completed there. */
export type Cursor =
  /** `[sca|`: the text of a link that has no destination yet. `span` begins at the bracket. */
  | { readonly kind: 'link-text'; readonly typed: string; readonly span: Span }
  /** `](../con|` or `[label]: ../con|`. `angle` for `<…`. */
  | { readonly kind: 'destination'; readonly typed: string; readonly span: Span; readonly angle: boolean }
  /** `](b.md#met|`. `path` is what stands before the `#`. */
  | { readonly kind: 'fragment'; readonly path: string; readonly typed: string; readonly span: Span }
  /** `lenses: [mec|` or `- mec|` in the front matter. */
  | { readonly kind: 'field'; readonly key: string; readonly typed: string; readonly span: Span };

export type CursorOf<Kind extends Cursor['kind']> = Extract<Cursor, { readonly kind: Kind }>;

const DESTINATION = /(?:\]\(\s*|^ {0,3}\[[^\]\n]+\]:\s*)(?:<([^<>\n]*)|([^\s<>()]*))$/;
const LINK_TEXT = /(?<![!\]\\])\[([^[\]\n]{0,80})$/;

/** Reads the line before the cursor; the page's facts may be older than a half-written link. */
export function cursorAt(facts: PageFacts, text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const { frontMatter } = facts;
  if (frontMatter && contains(frontMatter.contentSpan, offset))
    return fieldCursor(text, frontMatter.contentSpan, lineStart, offset);
  if (isInCode(text, lineStart, before)) return undefined;
  return destinationCursor(text, before, offset) ?? linkTextCursor(text, before, offset);
}

function destinationCursor(text: string, before: string, offset: number): Cursor | undefined {
  const match = DESTINATION.exec(before);
  if (!match) return undefined;
  const angle = match[1] !== undefined;
  const written = match[1] ?? match[2]!;
  const hash = written.indexOf('#');
  // What stands behind the cursor belongs to the destination and is replaced with it.
  const rest =
    (angle ? /^[^<>\n]*(?=>)/ : /^[^\s<>()#]*(?=[)#\s])/).exec(text.slice(offset, offset + 300))?.[0] ?? '';
  if (hash >= 0) {
    const typed = written.slice(hash + 1);
    const behind = /^[\w%-]*/.exec(text.slice(offset, offset + 300))![0];
    return {
      kind: 'fragment',
      path: written.slice(0, hash),
      typed,
      span: { start: offset - typed.length, end: offset + behind.length },
    };
  }
  return {
    kind: 'destination',
    typed: written,
    angle,
    span: { start: offset - written.length, end: offset + rest.length },
  };
}

function linkTextCursor(text: string, before: string, offset: number): Cursor | undefined {
  const match = LINK_TEXT.exec(before);
  if (!match) return undefined;
  const typed = match[1]!;
  // A check box or a footnote is no link.
  if (/^(?:[ xX]$|\^)/.test(typed)) return undefined;
  // Editors close the bracket by themselves; the item brings its own.
  const closed = text[offset] === ']' ? 1 : 0;
  if (closed === 1 && /[([]/.test(text[offset + 1] ?? '')) return undefined;
  return { kind: 'link-text', typed, span: { start: offset - typed.length - 1, end: offset + closed } };
}

const FIELD = /^([A-Za-z][\w-]*):[ \t]*(?:\[(?:[^\]\n]*,)?[ \t]*)?["']?([^"'\n[\],]*)$/;
const ITEM = /^[ \t]*-[ \t]+["']?([^"'\n]*)$/;

function fieldCursor(text: string, content: Span, lineStart: number, offset: number): Cursor | undefined {
  const before = text.slice(lineStart, offset);
  const value = (typed: string, key: string): Cursor => {
    const behind = /^[^"'\n,\]]*/.exec(text.slice(offset, offset + 300))![0].trimEnd();
    return { kind: 'field', key, typed, span: { start: offset - typed.length, end: offset + behind.length } };
  };
  const field = FIELD.exec(before);
  if (field) return value(field[2]!, field[1]!);
  const item = ITEM.exec(before);
  if (!item) return undefined;
  // The key that the list item belongs to is the nearest line above that is one.
  const above = text.slice(content.start, lineStart).split('\n').reverse();
  for (const line of above) {
    const key = /^([A-Za-z][\w-]*):/.exec(line)?.[1];
    if (key) return value(item[1]!, key);
  }
  return undefined;
}

/** Inside a code fence, or between backticks of the line. */
function isInCode(text: string, lineStart: number, before: string): boolean {
  if ((before.match(/`/g)?.length ?? 0) % 2 === 1) return true;
  let fence = '';
  for (const [mark] of text.slice(0, lineStart).matchAll(/^ {0,3}(?:`{3,}|~{3,})/gm)) {
    const kind = mark.trim();
    if (fence === '') fence = kind;
    else if (kind.startsWith(fence)) fence = '';
  }
  return fence !== '';
}

import type { PageFacts } from '../../markdown/facts.ts';
import { contains, type Span } from '../../text/span.ts';
import { fieldCursor } from './field-cursor.ts';

/** What an author is writing at the cursor, as far as something can be completed there. */
export type Cursor =
  /** `[sca|` or `[[sca|`: the text of a link that has no destination yet. `span` begins at the bracket. */
  | { readonly kind: 'link-text'; readonly typed: string; readonly span: Span }
  /** `[text][la|`: the label of a reference link. `span` is within the brackets. */
  | { readonly kind: 'label'; readonly typed: string; readonly span: Span; readonly text: string }
  /** `](../con|` or `[label]: ../con|`. `angle` for `<…`; `text` is the link's text. */
  | {
      readonly kind: 'destination';
      readonly typed: string;
      readonly span: Span;
      readonly angle: boolean;
      readonly text: string;
    }
  /**
   * `](b.md#met|`. `path` is what stands before the `#`; `text` is the link's text. In `](d.csv#change(a/b,c|` the
   * rest is typed within the `call` `change(a/b,`, and `span` is that of the argument.
   */
  | {
      readonly kind: 'fragment';
      readonly path: string;
      readonly typed: string;
      readonly span: Span;
      readonly text: string;
      readonly call?: string;
    }
  /** `concepts/mec|` in prose. `folder` is what stands before the last `/`. */
  | { readonly kind: 'page-path'; readonly folder: string; readonly typed: string; readonly span: Span }
  /** `## Key res|`: a heading below the title. `span` is that of its text; `empty` where nothing stands under it. */
  | {
      readonly kind: 'section';
      readonly typed: string;
      readonly span: Span;
      readonly lineStart: number;
      readonly empty: boolean;
    }
  /** `sta|` at the start of a line of the front matter. `closed` where a colon follows already. */
  | { readonly kind: 'field-name'; readonly typed: string; readonly span: Span; readonly closed: boolean }
  /** `lenses: [mec|` or `- mec|` in the front matter; `inList` where the value is one of several. */
  | {
      readonly kind: 'field';
      readonly key: string;
      readonly typed: string;
      readonly span: Span;
      readonly inList: boolean;
      readonly quote: '"' | "'" | '';
    };

export type CursorOf<Kind extends Cursor['kind']> = Extract<Cursor, { readonly kind: Kind }>;

/** As much of a line is looked at on either side of the cursor. */
const REACH = 300;

const DESTINATION =
  /(?:\[([^[\]\n]*)\]\(\s*|\]\(\s*|^ {0,3}\[[^\]\n]+\]:\s*)(?:<([^<>\n]*)|([^\s<>()]*(?:#[\p{L}_-]+\([^\s<>()]*)?|[^<>()"'/\n]*))$/u;
const LINK_TEXT = /(?<![!\]\\])(\[|(?<!\\)\[\[)([^[\]\n]{0,80})$/;
const LABEL = /\[([^[\]\n]*)\]\[([^[\]\n]{0,80})$/;
const PAGE_PATH = /(?:^|[\s(“"‘'])((?:[\p{L}\p{N}_.-]+\/)+)([\p{L}\p{N}_.-]*)$/u;

/** Reads the line before the cursor; the page's facts may be older than a half-written link. */
export function cursorAt(facts: PageFacts, text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(Math.max(lineStart, offset - REACH), offset);
  const content = facts.frontMatter?.contentSpan ?? openFrontMatter(text, offset);
  if (content && contains(content, offset)) return fieldCursor(text, content, lineStart, offset);
  if (facts.frontMatter && offset < facts.frontMatter.span.end) return undefined;
  if (isInCode(text, lineStart, before)) return undefined;
  return (
    destinationCursor(text, before, offset) ??
    labelCursor(text, before, offset) ??
    linkTextCursor(text, before, offset) ??
    pagePathCursor(text, before, offset) ??
    sectionCursor(text, lineStart, before, offset)
  );
}

/** A front matter that is still being written has no end yet. */
function openFrontMatter(text: string, offset: number): Span | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined || offset < opening.length) return undefined;
  const written = text.slice(opening.length, offset);
  return /^(?:---|\.\.\.|#)|\n[ \t]*\r?\n/m.test(written)
    ? undefined
    : { start: opening.length, end: offset };
}

function destinationCursor(text: string, before: string, offset: number): Cursor | undefined {
  const match = DESTINATION.exec(before);
  if (!match) return undefined;
  const angle = match[2] !== undefined;
  const written = match[2] ?? match[3]!;
  const hash = written.indexOf('#');
  const after = text.slice(offset, offset + REACH);
  if (hash >= 0) {
    const fragment = written.slice(hash + 1);
    const call = /^[\p{L}_-]+\((?:[^,]*,)*/u.exec(fragment)?.[0];
    const typed = fragment.slice(call?.length ?? 0);
    const rest = call === undefined ? /^[^\s<>()]*(?=[)>])/ : /^[^\s<>(),]*(?=[),>])/;
    const behind = rest.exec(after)?.[0] ?? '';
    return {
      kind: 'fragment',
      path: written.slice(0, hash),
      typed,
      text: match[1] ?? '',
      span: { start: offset - typed.length, end: offset + behind.length },
      ...(call === undefined ? {} : { call }),
    };
  }
  // What stands behind the cursor belongs to the destination and is replaced with it.
  const rest = (angle ? /^[^<>\n]*(?=>)/ : /^[^\s<>()#]*(?=[)#\s])/).exec(after)?.[0] ?? '';
  return {
    kind: 'destination',
    typed: written,
    angle,
    text: match[1] ?? '',
    span: { start: offset - written.length, end: offset + rest.length },
  };
}

function labelCursor(text: string, before: string, offset: number): Cursor | undefined {
  const match = LABEL.exec(before);
  if (!match) return undefined;
  const typed = match[2]!;
  const behind = /^[^[\]\n]*(?=\])/.exec(text.slice(offset, offset + REACH))?.[0] ?? '';
  return {
    kind: 'label',
    typed,
    text: match[1]!,
    span: { start: offset - typed.length, end: offset + behind.length },
  };
}

function linkTextCursor(text: string, before: string, offset: number): Cursor | undefined {
  const match = LINK_TEXT.exec(before);
  if (!match) return undefined;
  const [, brackets, typed] = match as unknown as [string, string, string];
  // A check box or a footnote is no link.
  if (/^(?:[ xX]$|\^)/.test(typed)) return undefined;
  // Editors close the bracket by themselves; the item brings its own.
  let end = offset;
  for (let open = brackets.length; open > 0 && text[end] === ']'; open--) end++;
  if (end > offset && /[([]/.test(text[end] ?? '')) return undefined;
  return { kind: 'link-text', typed, span: { start: offset - typed.length - brackets.length, end } };
}

function pagePathCursor(text: string, before: string, offset: number): Cursor | undefined {
  const match = PAGE_PATH.exec(before);
  if (!match) return undefined;
  const typed = match[1]! + match[2]!;
  const behind = /^[\p{L}\p{N}_-]*(?:\.md)?/u.exec(text.slice(offset, offset + REACH))![0];
  return {
    kind: 'page-path',
    folder: match[1]!.slice(0, -1),
    typed,
    span: { start: offset - typed.length, end: offset + behind.length },
  };
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

const SECTION = /^#{2,6}[ \t]+(.*)$/;

/** Only behind the space: while the hashes are typed, nobody has asked. */
function sectionCursor(text: string, lineStart: number, before: string, offset: number): Cursor | undefined {
  const typed = SECTION.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const [behind = ''] = /^[^\r\n]*/.exec(text.slice(offset, offset + REACH)) ?? [];
  const end = offset + behind.length;
  return {
    kind: 'section',
    typed,
    span: { start: offset - typed.length, end },
    lineStart,
    empty: /^\s*(?:#|$)/.test(text.slice(end, end + REACH)),
  };
}

import type { StateCore, Token } from 'markdown-it';

/** A stretch of a text token's content that stands in the source just so. */
export interface SourcePiece {
  /** Offset in the token's content. */
  readonly offset: number;
  readonly length: number;
  /** Zero-based, as in the document. */
  readonly line: number;
  readonly character: number;
}

const places = new WeakMap<Token, readonly SourcePiece[]>();

/** Where the content of a text token stands in the source; empty when that is not known. */
export function sourcePieces(token: Token): readonly SourcePiece[] {
  return places.get(token) ?? [];
}

/**
 * A core rule that notes for each text token where in the source it comes from. markdown-it only tells the lines of a
 * block, so that its inline tokens are walked along the block's source from left to right. A text is looked for no
 * earlier than where the one before it ended; what is not found has no place.
 */
export function noteSourcePlaces(state: StateCore): void {
  const lines = state.src.split('\n');
  let row: Cursor | undefined;
  for (const token of state.tokens) {
    // The cells of a table have no lines of their own; those of one row follow each other in its line.
    if (token.type === 'tr_open') row = token.map ? cursorOf(lines, token.map) : undefined;
    else if (token.type === 'tr_close') row = undefined;
    else if (token.type === 'inline' && token.children) {
      const cursor = row ?? (token.map ? cursorOf(lines, token.map) : undefined);
      if (cursor) walk(token.children, cursor);
    }
  }
}

/** A block's source, what is never shown blanked out, and how far it was read. */
interface Cursor {
  readonly source: string;
  offset: number;
  /** The line that holds `offset`, zero-based in the document, and where in `source` it starts. */
  line: number;
  lineStart: number;
}

function cursorOf(lines: readonly string[], [start, end]: readonly [number, number]): Cursor {
  const source = withoutDestinations(lines.slice(start, end).join('\n'));
  return { source, offset: 0, line: start, lineStart: 0 };
}

/** What follows stands near, so that in a huge paragraph a text that was not found does not cost a search through all. */
const WINDOW = 10_000;

/** Moves the cursor to the end of the next `text` and returns where it starts; stays where it is if there is none. */
function moveBehind(text: string, cursor: Cursor): number | undefined {
  const near = cursor.source.slice(cursor.offset, cursor.offset + WINDOW + text.length).indexOf(text);
  if (near < 0) return undefined;
  const start = cursor.offset + near;
  moveToLineOf(start, cursor);
  cursor.offset = start + text.length;
  return start;
}

function moveToLineOf(offset: number, cursor: Cursor): void {
  for (;;) {
    const lineEnd = cursor.source.indexOf('\n', cursor.lineStart);
    if (lineEnd < 0 || lineEnd >= offset) return;
    cursor.line++;
    cursor.lineStart = lineEnd + 1;
  }
}

function walk(tokens: readonly Token[], cursor: Cursor): void {
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') {
      moveBehind('\n', cursor);
    } else if (token.type === 'text') {
      const pieces = findPieces(token.content, cursor);
      if (pieces.length > 0) places.set(token, pieces);
    } else if (token.content !== '' && token.type !== 'image') {
      moveBehind(token.content, cursor);
    }
  }
}

/** Most text stands in the source as it is. Around an entity or an escape it does so only piece by piece. */
function findPieces(content: string, cursor: Cursor): SourcePiece[] {
  const whole = find(content, 0, cursor);
  if (whole) return [whole];
  const pieces: SourcePiece[] = [];
  for (const { 0: text, index } of content.matchAll(/[\p{L}\p{N} .,%+-]+/gu)) {
    const piece = find(text, index, cursor);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

function find(text: string, offset: number, cursor: Cursor): SourcePiece | undefined {
  const start = text === '' ? undefined : moveBehind(text, cursor);
  if (start === undefined) return undefined;
  return { offset, length: text.length, line: cursor.line, character: start - cursor.lineStart };
}

/** Destinations, titles and labels of links, and whole images, hold text that a reader does not see. */
const UNSEEN =
  /!\[[^\][\n]*\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|(?<=\])\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|(?<=\])\[[^\][\n]*\]/g;

function withoutDestinations(source: string): string {
  return source.replace(UNSEEN, unseen => '\0'.repeat(unseen.length));
}

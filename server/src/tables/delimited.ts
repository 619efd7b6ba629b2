import type { Span } from '../text/span.ts';
import type { Cell } from './table.ts';

/** Tables have thousands of cells, and hardly anybody asks where one stands: its span is made for who does. */
class Field implements Cell {
  readonly text: string;
  private readonly start: number;
  private readonly end: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

export interface DelimitedFile {
  /** Lines that hold nothing at all are left out. */
  readonly records: readonly (readonly Cell[])[];
  /** Where a quote opens that nothing closes, or text follows a closing quote. */
  readonly brokenQuotes: readonly Span[];
}

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * Reads CSV (RFC 4180) with any one-character delimiter. Our own reader because each field's place in UTF-16 units
 * is needed, which no library tells; a test holds it to csv-parse. Never throws: a quote that nothing closes is
 * taken as text up to the end of its line.
 */
export function readDelimited(
  text: string,
  delimiter: string,
  maxRecords = Number.POSITIVE_INFINITY,
): DelimitedFile {
  const records: Cell[][] = [];
  const brokenQuotes: Span[] = [];
  const end = text.length;
  let at = 0;
  let record: Cell[] = [];
  const between = delimiter.charCodeAt(0);
  while (at < end && records.length < maxRecords) {
    let next: number;
    const open = skipBlanks(text, at, between);
    const isQuoted = text.charCodeAt(open) === QUOTE;
    const close = isQuoted ? closingQuote(text, open, between) : -1;
    if (close > 0) {
      record.push(trimmed(text, open + 1, close, true));
      next = skipBlanks(text, close + 1, between);
    } else {
      if (isQuoted) brokenQuotes.push({ start: open, end: open + 1 });
      next = fieldEnd(text, at, between);
      record.push(trimmed(text, at, next, false));
    }
    if (next < end && text.charCodeAt(next) === between) {
      at = next + 1;
      // A delimiter at the very end of the file still opens a field.
      if (at >= end) record.push(new Field('', end, end));
    } else {
      at = afterLineEnd(text, next);
      if (record.length > 1 || record[0]!.text !== '') records.push(record);
      record = [];
    }
  }
  if (record.length > 1 || (record[0]?.text ?? '') !== '') records.push(record);
  return { records, brokenQuotes };
}

/** Blanks before or after quotes; a tab is one unless it is the delimiter. */
function skipBlanks(text: string, from: number, delimiter: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(++at))
    if (code === delimiter) break;
  return at;
}

function fieldEnd(text: string, from: number, delimiter: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LINE_FEED || code === RETURN) break;
  }
  return at;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** No real field is longer; the limit keeps a file full of stray quotes from being searched again and again. */
const LONGEST_QUOTED = 50_000;

/** The closing quote, if what follows it ends the field; else -1. Doubled quotes stand for one. */
function closingQuote(text: string, open: number, delimiter: number): number {
  const limit = open + LONGEST_QUOTED;
  for (let at = text.indexOf('"', open + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const after = skipBlanks(text, at + 1, delimiter);
    const next = text.charCodeAt(after);
    const isEnd = after >= text.length || next === delimiter || next === LINE_FEED || next === RETURN;
    return isEnd ? at : -1;
  }
  return -1;
}

function trimmed(text: string, from: number, to: number, quoted: boolean): Cell {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const content = text.slice(start, end);
  return new Field(quoted && content.includes('""') ? content.replaceAll('""', '"') : content, start, end);
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;

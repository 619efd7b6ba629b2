import type { Span } from '../text/span.ts';

/** A field of a delimited file as it stands there. */
export interface Field {
  /** Quotes undone, white space at both ends taken off. */
  readonly text: string;
  /** The content without quotes and without that white space. */
  readonly span: Span;
}

export interface DelimitedFile {
  /** Lines that hold nothing at all are left out. */
  readonly records: readonly (readonly Field[])[];
  /** Where a quote opens that nothing closes, or text follows a closing quote. */
  readonly brokenQuotes: readonly Span[];
}

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
  const records: Field[][] = [];
  const brokenQuotes: Span[] = [];
  const end = text.length;
  let at = 0;
  let record: Field[] = [];
  while (at < end && records.length < maxRecords) {
    let next: number;
    const open = skipBlanks(text, at, delimiter);
    const close = text[open] === '"' ? closingQuote(text, open, delimiter) : -1;
    if (close > 0) {
      record.push(trimmed(text, open + 1, close, true));
      next = skipBlanks(text, close + 1, delimiter);
    } else {
      if (text[open] === '"') brokenQuotes.push({ start: open, end: open + 1 });
      next = fieldEnd(text, at, delimiter);
      record.push(trimmed(text, at, next, false));
    }
    if (next < end && text[next] === delimiter) {
      at = next + 1;
      // A delimiter at the very end of the file still opens a field.
      if (at >= end) record.push({ text: '', span: { start: end, end } });
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
function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at++;
  return at;
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** No real field is longer; the limit keeps a file full of stray quotes from being searched again and again. */
const LONGEST_QUOTED = 50_000;

/** The closing quote, if what follows it ends the field; else -1. Doubled quotes stand for one. */
function closingQuote(text: string, open: number, delimiter: string): number {
  const limit = open + LONGEST_QUOTED;
  for (let at = text.indexOf('"', open + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const next = text[skipBlanks(text, at + 1, delimiter)];
    return next === undefined || next === delimiter || next === '\n' || next === '\r' ? at : -1;
  }
  return -1;
}

function trimmed(text: string, from: number, to: number, quoted: boolean): Field {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const content = text.slice(start, end);
  return {
    text: quoted && content.includes('""') ? content.replaceAll('""', '"') : content,
    span: { start, end },
  };
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;

import { lineStartsOf } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import { buildTable, emptyTable } from './build-table.ts';
import { readDelimited } from './delimited.ts';
import { delimiterOf } from './delimiter.ts';
import { readJson } from './json-table.ts';
import type { Table, TableFormat, TableOptions, TableProblem } from './table.ts';

/**
 * UTF-16 units above which a table is not read: reading more would hold up everything else for a second, and nobody
 * quotes from a larger file by looking at it.
 */
export const LONGEST_TABLE = 2_000_000;

const ENDINGS: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.json': 'json',
  '.parquet': 'parquet',
};

/** Reads a table file by its ending. Never throws: what is wrong is in `problems`, and what is doubtful is not read. */
export function readTable(path: string, text: string, options?: TableOptions): Table {
  const format = formatOf(path);
  const trouble = notATable(text);
  if (trouble) {
    return emptyTable([0], format, [{ rule: 'tables/syntax', span: firstLine(text), message: trouble }]);
  }
  switch (format) {
    case 'json':
      return readJsonTable(text, options);
    case 'tsv':
      return readCsv(text, { ...options, delimiter: '\t' });
    default:
      return readCsv(text, options);
  }
}

function formatOf(path: string): TableFormat {
  const ending = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? '';
  return ENDINGS[ending] ?? 'csv';
}

/** Stands for a file that is too long even to be read. */
export const tooLongTable = (path: string, bytes: number): Table =>
  emptyTable([0], formatOf(path), [
    { rule: 'tables/syntax', span: { start: 0, end: 0 }, message: tooLong(`${bytes} bytes`) },
  ]);

const tooLong = (size: string): string =>
  `the file has ${size}; tables above ${LONGEST_TABLE} characters are not read, and numbers are not checked against it`;

/** Why a text is not even looked at as a table, if it is not. */
function notATable(text: string): string | undefined {
  if (text.length > LONGEST_TABLE) return tooLong(`${text.length} characters`);
  const start = text.slice(0, 4000);
  if (start.startsWith('PK\u0003\u0004'))
    return 'this is a zip archive or an Excel file under the name of a text table';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0') || start.startsWith('\ufffd\ufffd\u0011\ufffd'))
    return 'this is an old Excel file under the name of a text table';
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (start.includes('\u0000') || strange * 20 > start.length)
    return 'this is no text: it holds control characters';
  if (/^\s*<(?:!doctype|html|\?xml)\b/i.test(start)) return 'this is HTML or XML under the name of a table';
  return undefined;
}

/** Where the delimiter is given it is what the file's ending suggests; another one that fits better holds. */
export interface CsvOptions extends TableOptions {
  readonly delimiter?: string;
}

export function readCsv(text: string, options: CsvOptions = {}): Table {
  const preferred = options.delimiter ?? ',';
  const delimiter = delimiterOf(text, preferred);
  const { records, brokenQuotes } = readDelimited(text, delimiter);
  const problems = brokenQuotes.slice(0, 1).map(
    (span): TableProblem => ({
      rule: 'tables/syntax',
      span,
      message: 'a quote opens here and does not close the field',
    }),
  );
  const format = delimiter === '\t' ? 'tsv' : 'csv';
  return buildTable(lineStartsOf(text), { format, records, problems }, options);
}

export const readJsonTable = (text: string, options?: TableOptions): Table =>
  buildTable(lineStartsOf(text), readJson(text), options);

/** The span of the first line, for what concerns the whole file; at most 200 characters. */
function firstLine(text: string): Span {
  const end = text.slice(0, 200).search(/[\r\n]/);
  return { start: 0, end: end < 0 ? Math.min(text.length, 200) : end };
}

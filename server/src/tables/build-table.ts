import type { LineStarts } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import { isText as isTextCell } from './cell-value.ts';
import { headerRowsOf } from './header-rows.ts';
import { columnSlugs, slugOf } from './slug.ts';
import type { Cell, Column, Table, TableFormat, TableOptions, TableProblem } from './table.ts';
import { conversion, dimensionOf } from './units.ts';

/** A wider table is no table that anybody wrote; its numbers would explain everything. */
const MOST_COLUMNS = 2000;

/** What a reader of one format found: rows of fields, header first, not yet even. */
export interface RawTable {
  readonly format: TableFormat;
  readonly records: readonly (readonly Cell[])[];
  /** Where the format itself says how many header rows there are; undefined to find out by looking. */
  readonly headerRows?: number;
  readonly problems: readonly TableProblem[];
}

/** Makes rows even, joins header rows, finds label columns, and looks for what is wrong. */
export function buildTable(lineStarts: LineStarts, raw: RawTable, options: TableOptions = {}): Table {
  const width = widthOf(raw.records);
  if (width > MOST_COLUMNS) {
    const message = `${width} columns; a table with more than ${MOST_COLUMNS} is not read`;
    const span = { start: 0, end: Math.min(lineStarts[1] ?? 200, 200) };
    return emptyTable(lineStarts, raw.format, [...raw.problems, { rule: 'tables/syntax', span, message }]);
  }
  const headerRows = raw.headerRows ?? headerRowsOf(raw.records);
  const headers = joinedHeaders(raw.records.slice(0, headerRows), width);
  const body = raw.records.slice(headerRows);
  const rows = body.map(record => evenRow(record, width));
  return {
    format: raw.format,
    ...(options.title === undefined ? {} : { title: options.title }),
    columns: columnsOf(headers, rows, options),
    rows,
    headerRows,
    headerCells: raw.records.slice(0, headerRows),
    headerSpan: spanOfRecords(raw.records.slice(0, headerRows)),
    lineStarts,
    problems: [...raw.problems, ...raggedRows(body, width)],
    derived: new Map(),
  };
}

/** A table of which nothing could be read; it explains and contradicts nothing. */
export const emptyTable = (
  lineStarts: LineStarts,
  format: TableFormat,
  problems: readonly TableProblem[],
): Table => ({
  format,
  columns: [],
  rows: [],
  headerRows: 0,
  headerCells: [],
  headerSpan: { start: 0, end: 0 },
  lineStarts,
  problems,
  derived: new Map(),
});

/** The header's width holds; without any header row the widest of the first rows. */
function widthOf(records: readonly (readonly Cell[])[]): number {
  const header = records[0]?.length ?? 0;
  const filled = records.slice(0, 20).map(record => record.findLastIndex(field => field.text !== '') + 1);
  return header > 1 ? header : Math.max(header, ...filled);
}

function joinedHeaders(records: readonly (readonly Cell[])[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, column) => {
    const parts = records.map(record => record[column]?.text ?? '').filter(part => part !== '');
    return parts.filter((part, index) => part !== parts[index - 1]).join(' ');
  });
}

function evenRow(record: readonly Cell[], width: number): readonly Cell[] {
  if (record.length >= width) return record.length === width ? record : record.slice(0, width);
  const end = record.at(-1)?.span.end ?? 0;
  const nothing: Cell = { text: '', span: { start: end, end } };
  return [...record, ...Array.from({ length: width - record.length }, () => nothing)];
}

function raggedRows(records: readonly (readonly Cell[])[], width: number): TableProblem[] {
  return records.flatMap(record => {
    if (record.length === width) return [];
    const extra = record.slice(width).filter(field => field.text !== '');
    if (record.length > width && extra.length === 0) return [];
    const span = spanOfRecords([record]);
    const message = `this row has ${record.length} fields; the header has ${width}`;
    return [{ rule: 'tables/ragged-row' as const, span, message }];
  });
}

function spanOfRecords(records: readonly (readonly Cell[])[]): Span {
  const fields = records.flat();
  return { start: fields[0]?.span.start ?? 0, end: fields.at(-1)?.span.end ?? 0 };
}

function columnsOf(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions,
): readonly Column[] {
  const slugs = columnSlugs(headers);
  const keys = new Set((options.keys ?? []).map(slugOf));
  const apart = toldApart(headers);
  return headers.map((header, index) => {
    const isText = rows.some(row => isTextCell(row[index]!.text));
    const unit = (apart.has(header) ? '' : unitOfHeader(header)) || options.unit || '';
    return {
      index,
      header,
      slug: slugs[index]!,
      unit,
      isText,
      isLabel: index === 0 || isText || keys.has(slugs[index]!),
    };
  });
}

const BRACKETED = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\s*$/u;
const CURRENCY = /^(?:[€$£¥]|[A-Z]{3})$/u;

/** Headers such as `LAS (base)` beside `LAS (tuned)`: what stands in the brackets tells them apart and is no unit. */
function toldApart(headers: readonly string[]): ReadonlySet<string> {
  const bracketed = headers.flatMap(header => {
    const [, name, said] = BRACKETED.exec(header.trim()) ?? [];
    return name === undefined || said === undefined
      ? []
      : [{ header, name: name.toLowerCase(), said: said.trim() }];
  });
  const saidOf = new Map<string, Set<string>>();
  for (const { name, said } of bracketed) saidOf.set(name, (saidOf.get(name) ?? new Set()).add(said));
  return new Set(
    bracketed
      .filter(({ name, said }) => saidOf.get(name)!.size > 1 && !isUnit(said))
      .map(({ header }) => header),
  );
}

const isUnit = (said: string): boolean =>
  said === '%' || CURRENCY.test(said) || dimensionOf(said) >= 0 || dimensionOf(said.toLowerCase()) >= 0;

const BRACKETED_UNIT = /[([]\s*(?:in\s+)?(%|[\p{L}µμΩ°€$£][\p{L}\d²³/·µ% ]{0,8})\s*[)\]]\s*$/u;

/** Words that say a unit and nothing else, wherever they stand. */
const PLURAL_UNITS = new Set([
  'seconds',
  'milliseconds',
  'minutes',
  'hours',
  'metres',
  'meters',
  'feet',
  'inches',
  'miles',
  'bytes',
  'percent',
]);

/** Shorter ones may be an abbreviation of anything: `min`, `d`, `x`. */
const SHORTEST_UNIT_WORD = 4;
/** What follows the first, and how often. */
const NO_UNITS = new Set(['second', 'times']);

/** What areas are told in is no word of anything else. */
const AREA = /\s(km²|km2|m²|sq\.? ?km|sq\.? ?mi|acres|hectares|ha)$/iu;
/** `elevation in m`. */
const IN_UNIT = /\sin\s(\S+)$/iu;

/** `main span metres` is in metres, `calls per second` is not in seconds. */
function lastWordUnit(header: string): string {
  const area = AREA.exec(header)?.[1];
  if (area !== undefined) return area.toLowerCase().replace('.', '');
  const said = IN_UNIT.exec(header)?.[1];
  if (said !== undefined && dimensionOf(said) >= 0) return said;
  const [, before, last] = /^(.*\p{L})\s(\p{L}+)$/u.exec(header.toLowerCase()) ?? [];
  if (last === undefined || !PLURAL_UNITS.has(last) || /(?:^|\s|\/)(?:per|a|each|every|of)$/.test(before!))
    return '';
  return last;
}

/** What brackets say in names of methods and splits: `Hier (ours)`, `F1 (dev)`. */
const NAMES =
  /^(?:ours?|proposed|baseline|base|tiny|small|medium|large|full|best|worst|single|ensemble|oracle|train|dev|val|test|avg|mean|median|std|total|all)$/i;

/** `rate (%)` gives `%`, `latency [ms]` gives `ms`; a bare `%` is one too, and so is a bare `days`. */
function unitOfHeader(header: string): string {
  const trimmed = header.trim();
  // `% of votes` is one, too.
  if (/^%(?:\s|$)/.test(trimmed)) return '%';
  const word = trimmed.toLowerCase();
  if (word.length >= SHORTEST_UNIT_WORD && !NO_UNITS.has(word) && dimensionOf(word) >= 0)
    return word === 'percent' ? '%' : word;
  const bracketed = BRACKETED_UNIT.exec(trimmed);
  const unit = bracketed?.[1]?.trim();
  if (bracketed === null || unit === undefined) return /%$/.test(trimmed) ? '%' : lastWordUnit(trimmed);
  if (NAMES.test(unit)) return '';
  // `Height m (ft)` is in metres, and says them in feet as well.
  const before = /\s(\S+)\s*$/.exec(trimmed.slice(0, bracketed.index))?.[1] ?? '';
  return conversion(before, unit) === undefined ? unit : before;
}

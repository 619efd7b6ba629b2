import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { RawTable } from './build-table.ts';
import type { Cell, TableProblem } from './table.ts';

/**
 * An array of records, alone or under one key of an object, or an array of arrays with the header first. JSON of
 * any other shape is no table: it has no rows and no problems.
 */
export function readJson(text: string): RawTable {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.slice(0, 1).map((error): TableProblem => {
    const code = printParseErrorCode(error.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    return {
      rule: 'tables/syntax',
      span: { start: error.offset, end: error.offset + error.length },
      message: code,
    };
  });
  const rows = problems.length === 0 && root ? rowsNode(root) : undefined;
  if (!rows) return { format: 'json', records: [], headerRows: 0, problems };
  const first = rows.children![0]!;
  const records = first.type === 'array' ? arrayRecords(rows) : objectRecords(rows);
  return { format: 'json', records, headerRows: 1, problems };
}

/** The keys of all records of a table, as far as each is written as it is called; none for an array of arrays. */
export function jsonKeyFields(text: string): readonly Cell[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const rows = root && rowsNode(root);
  if (!rows || rows.children![0]!.type !== 'object') return [];
  return rows.children!.flatMap(row =>
    (row.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value && value.type !== 'object' ? [{ text: String(key.value), span: spanOf(key) }] : [],
    ),
  );
}

/** The array whose items are the rows. */
function rowsNode(root: Node): Node | undefined {
  if (root.type === 'array') return isRows(root) ? root : undefined;
  const candidates = (root.children ?? [])
    .map(property => property.children?.[1])
    .filter(value => value !== undefined);
  const arrays = candidates.filter(isRows);
  return arrays.length === 1 ? arrays[0] : undefined;
}

function isRows(node: Node): boolean {
  const items = node.type === 'array' ? (node.children ?? []) : [];
  const type = items[0]?.type;
  return (type === 'object' || type === 'array') && items.every(item => item.type === type);
}

const arrayRecords = (rows: Node): Cell[][] => rows.children!.map(row => (row.children ?? []).map(fieldOf));

function objectRecords(rows: Node): Cell[][] {
  const keys = new Map<string, number>();
  const header: Cell[] = [];
  const records = rows.children!.map(row => {
    const record: Cell[] = [];
    for (const [key, field] of leaves(row, '', 0)) {
      let column = keys.get(key.text);
      if (column === undefined) {
        column = header.length;
        keys.set(key.text, column);
        header.push(key);
      }
      record[column] = field;
    }
    return record;
  });
  const even = records.map((record, index) => {
    const { offset, length } = rows.children![index]!;
    const nothing: Cell = { text: '', span: { start: offset + length, end: offset + length } };
    return header.map((_, column) => record[column] ?? nothing);
  });
  return [header, ...even];
}

/** The plain values of a record; an object inside gives `outer inner`. */
function leaves(node: Node, prefix: string, depth: number): [Cell, Cell][] {
  return (node.children ?? []).flatMap(property => {
    const [key, value] = property.children ?? [];
    if (!key || !value) return [];
    const name = prefix === '' ? String(key.value) : `${prefix} ${key.value}`;
    if (value.type === 'object' && depth < 3) return leaves(value, name, depth + 1);
    return [[{ text: name, span: spanOf(key) }, fieldOf(value)] as [Cell, Cell]];
  });
}

function fieldOf(node: Node): Cell {
  const span = spanOf(node);
  if (node.type === 'null' || node.type === 'array' || node.type === 'object') return { text: '', span };
  return { text: String(node.value).trim(), span };
}

/** Without the quotes of a string. */
function spanOf(node: Node): Cell['span'] {
  const quotes = node.type === 'string' ? 1 : 0;
  return { start: node.offset + quotes, end: node.offset + node.length - quotes };
}

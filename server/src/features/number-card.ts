import type { CellRef, Claim } from '../claims/claim.ts';
import { tableName } from '../claims/scoped.ts';
import { cellIs, columnLabel } from '../claims/wording.ts';
import type { Table } from '../tables/table.ts';
import { reasonOf } from './number-report.ts';
import { escapeMarkdown, shorten } from './page-card.ts';

/** How many rows are shown before and after a cell that stands alone. */
const AROUND = 2;
/** A hover holds about this many rows and columns: the labels, and those around the cells. */
const MOST_ROWS = 8;
const MOST_COLUMNS = 6;
const MOST_TABLES = 2;
const MOST_CANDIDATES = 4;

const VERDICTS = { supported: 'agrees', contradicted: 'contradicted', unverified: 'not checked' } as const;

/** A number's verdict, why, the rows of each table around its cells with the cells marked, and the cells it may speak of. */
export function numberCard(claim: Claim): string {
  const head = `**${escapeMarkdown(claim.text)}** ${VERDICTS[claim.verdict]}${claim.bound ? ' (bound)' : ''}`;
  return [
    head,
    escapeMarkdown(reasonOf(claim)),
    ...byTable(claim.cells).slice(0, MOST_TABLES).map(tableAround),
    candidateList(claim),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

function byTable(cells: readonly CellRef[]): readonly (readonly CellRef[])[] {
  const tables = [...new Set(cells.map(({ table }) => table))];
  return tables.map(table => cells.filter(cell => cell.table === table));
}

function candidateList({ candidates }: Claim): string {
  if (candidates.length === 0) return '';
  const lines = candidates.slice(0, MOST_CANDIDATES).map(cell => `- ${escapeMarkdown(cellIs(cell))}`);
  return ['It may speak of:', ...lines].join('\n');
}

function tableAround(cells: readonly CellRef[]): string {
  const { table, path } = cells[0]!;
  const columns = columnsAround(table, cells);
  const rows = rowsAround(table, cells);
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const lines = [
    line(columns.map(column => inCell(columnLabel(table, column)))),
    line(columns.map(() => '---')),
  ];
  rows.forEach((row, index) => {
    if (index > 0 && row > rows[index - 1]! + 1) lines.push(line(columns.map(() => '…')));
    lines.push(line(columns.map(column => cellShown(cells, table, row, column))));
  });
  const more = table.rows.length > rows.length ? ` (${table.rows.length} rows)` : '';
  return `${escapeMarkdown(tableName(path, table))}${more}\n\n${lines.join('\n')}`;
}

function cellShown(cells: readonly CellRef[], table: Table, row: number, column: number): string {
  const text = inCell(table.rows[row]?.[column]?.text ?? '');
  return cells.some(cell => cell.row === row && cell.column === column) ? `**▸ ${text}**` : text;
}

/** The rows of the cells; around a single one some more, so that it is seen where it stands. */
function rowsAround(table: Table, cells: readonly CellRef[]): readonly number[] {
  const own = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b).slice(0, MOST_ROWS);
  if (own.length > 1) return own;
  const first = Math.max(0, own[0]! - AROUND);
  const last = Math.min(table.rows.length - 1, own[0]! + AROUND);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function columnsAround(table: Table, cells: readonly CellRef[]): readonly number[] {
  const all = table.columns.map(({ index }) => index);
  if (all.length <= MOST_COLUMNS) return all;
  const own = [...new Set(cells.map(({ column }) => column))].slice(0, MOST_COLUMNS - 1);
  const labels = table.columns
    .filter(({ isLabel, index }) => isLabel && !own.includes(index))
    .map(({ index }) => index)
    .slice(0, 2);
  const room = MOST_COLUMNS - labels.length - own.length;
  const middle = own[0]!;
  const near = all
    .filter(index => !own.includes(index) && !labels.includes(index))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    .slice(0, Math.max(0, room));
  return [...labels, ...own, ...near].sort((a, b) => a - b);
}

const inCell = (text: string): string => escapeMarkdown(shorten(text, 40)).replaceAll('\n', ' ');

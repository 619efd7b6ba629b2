import type { CellRef, Claim } from '../claims/claim.ts';
import { baseName } from '../wiki/path.ts';
import { escapeMarkdown, shorten } from './page-card.ts';

/** How many rows are shown before and after the cell. */
const AROUND = 2;
/** A hover holds about this many columns: the first, and those around the cell's. */
const MOST_COLUMNS = 6;
const MOST_CANDIDATES = 4;

const VERDICTS = { supported: 'agrees', contradicted: 'contradicted', unverified: 'not checked' } as const;

/** A number's verdict, why, and the rows of the table around its cell with the cell marked. */
export function numberCard(claim: Claim): string {
  const head = `**${escapeMarkdown(claim.text)}** ${VERDICTS[claim.verdict]}${claim.bound ? ' (bound)' : ''}`;
  const parts = [head, escapeMarkdown(claim.explanation)];
  const cell = claim.cells[0];
  if (cell) parts.push(tableAround(cell, claim.cells));
  if (claim.verdict === 'unverified' && claim.candidates.length > 0) {
    parts.push(
      [
        'It may speak of:',
        ...claim.candidates.slice(0, MOST_CANDIDATES).map(candidate => `- ${describe(candidate)}`),
      ].join('\n'),
    );
  }
  return parts.filter(part => part !== '').join('\n\n');
}

/** `34.46 in deceptionbench.csv, severe medical, total`. */
function describe({ path, table, row, column }: CellRef): string {
  const labels = table.columns
    .filter(({ isLabel, index }) => isLabel && index !== column)
    .map(({ index }) => textOf(table, row, index));
  const words = [...labels, table.columns[column]!.header].filter(text => text !== '');
  return escapeMarkdown(`${textOf(table, row, column)} in ${baseName(path)}, ${words.join(', ')}`);
}

function tableAround(main: CellRef, cells: readonly CellRef[]): string {
  const { table, path } = main;
  const columns = columnsAround(main);
  const first = Math.max(0, main.row - AROUND);
  const last = Math.min(table.rows.length - 1, main.row + AROUND);
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const lines = [
    line(columns.map(index => inCell(table.columns[index]!.header))),
    line(columns.map(() => '---')),
  ];
  for (let row = first; row <= last; row++) {
    lines.push(
      line(
        columns.map(column => {
          const text = inCell(textOf(table, row, column));
          const marked = cells.some(
            cell => cell.table === table && cell.row === row && cell.column === column,
          );
          return marked ? `**▸ ${text}**` : text;
        }),
      ),
    );
  }
  const more = table.rows.length > last - first + 1 ? ` (${table.rows.length} rows)` : '';
  return `${escapeMarkdown(baseName(path))}${more}\n\n${lines.join('\n')}`;
}

function columnsAround({ table, column }: CellRef): readonly number[] {
  const all = table.columns.map(({ index }) => index);
  if (all.length <= MOST_COLUMNS) return all;
  const labels = table.columns
    .filter(({ isLabel, index }) => isLabel && index !== column)
    .map(({ index }) => index)
    .slice(0, 2);
  const room = MOST_COLUMNS - labels.length;
  const start = Math.max(0, Math.min(column - Math.floor(room / 2), all.length - room));
  return [...new Set([...labels, ...all.slice(start, start + room)])].sort((a, b) => a - b);
}

const textOf = (table: CellRef['table'], row: number, column: number): string =>
  table.rows[row]?.[column]?.text ?? '';

const inCell = (text: string): string => escapeMarkdown(shorten(text, 40)).replaceAll('\n', ' ');

import { latexTable } from './latex-table.ts';

/** Tabular text as cells, header first. */
export interface Tabular {
  readonly rows: readonly (readonly string[])[];
  readonly caption?: string;
}

/** The cells of spreadsheet rows (set apart by tabs), of a Markdown table or of a LaTeX one; undefined for any other text. */
export function tabularIn(text: string): Tabular | undefined {
  const table = latexTable(text) ?? markdownTable(text) ?? spreadsheet(text);
  return table && asData(table);
}

/** What may be a data table: two columns and rows at least, and a number somewhere below the header. */
export function asData({ rows, caption }: Tabular): Tabular | undefined {
  const width = Math.max(0, ...rows.map(row => row.length));
  const filled = rows
    .filter(row => row.some(cell => cell !== ''))
    .map(row => [...row, ...Array<string>(width - row.length).fill('')]);
  const hasNumber = filled.slice(1).some(row => row.some(cell => /\d/.test(cell)));
  if (width < 2 || filled.length < 2 || !hasNumber) return undefined;
  return { rows: filled, ...(caption ? { caption } : {}) };
}

/** Every line has the same number of tabs: what spreadsheets and browsers put on the clipboard. */
function spreadsheet(text: string): Tabular | undefined {
  const lines = text.replace(/(?:\r?\n)+$/, '').split(/\r?\n/);
  const rows = lines.map(line => line.split('\t').map(cell => cell.trim()));
  const width = rows[0]!.length;
  return width > 1 && rows.every(row => row.length === width) ? { rows } : undefined;
}

const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

function markdownTable(text: string): Tabular | undefined {
  const lines = text.trim().split(/\r?\n/);
  if (!DELIMITERS.test(lines[1] ?? '') || !lines.every(line => line.includes('|'))) return undefined;
  return { rows: lines.toSpliced(1, 1).map(cellsOf) };
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'));

/** CSV as RFC 4180 has it, with the newline of the platform's editors. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map(row => row.map(quoted).join(',')).join('\n')}\n`;

const quoted = (cell: string): string =>
  /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

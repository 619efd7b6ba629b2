import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { delimiterOf } from './delimiter.ts';
import { jsonKeyFields } from './json-table.ts';
import type { Label } from './label.ts';
import { readTable } from './read-table.ts';
import { slugOf } from './slug.ts';
import type { Cell, Table, TableOptions } from './table.ts';

/** A table whose label has another text. */
export interface Relabelled {
  /** Edits of the table's file. */
  readonly edits: readonly TextEdit[];
  readonly before: Table;
  readonly after: Table;
  readonly label: Label;
  readonly name: string;
}

/** Gives a label of the table in `text` another text; else says why it can't be, as a clause without a full stop. */
export function relabel(
  path: string,
  text: string,
  label: Label,
  name: string,
  options: TableOptions | undefined,
): Relabelled | string {
  const before = readTable(path, text, options);
  const places = placesOfLabel(text, before, label);
  if (places.length === 0) return `"${label.text}" is not written as such in the table`;
  if (slugOf(name) === '') return 'a label holds a letter or a digit';
  const twin = twinOf(before, label, name);
  if (twin) return twin;
  const write = before.format === 'json' ? jsonWriter(text) : csvWriter(text, before);
  const edits = places.map(({ span }): TextEdit => ({ span, newText: write(span, name) }));
  const after = readTable(path, applyEdits(text, edits), relabelledOptions(before, label, name, options));
  return isSameBut(before, after, label, name)
    ? { edits, before, after, label, name }
    : `"${name}" can't be written in this table`;
}

/** What the wiki's YAML says of the table, once its label has another text. */
function relabelledOptions(
  before: Table,
  { kind, column }: Label,
  name: string,
  options: TableOptions | undefined,
): TableOptions | undefined {
  if (kind === 'row' || !options?.keys) return options;
  const { slug } = before.columns[column]!;
  return { ...options, keys: options.keys.map(key => (slugOf(key) === slug ? name : key)) };
}

function placesOfLabel(text: string, table: Table, { kind, column, text: wanted }: Label): readonly Cell[] {
  if (kind === 'row') return table.rows.flatMap(row => (row[column]?.text === wanted ? row[column] : []));
  const keys = table.format === 'json' ? jsonKeyFields(text) : [];
  const fields = keys.length > 0 ? keys : table.headerCells.flatMap(record => record[column] ?? []);
  return fields.filter(field => field.text === wanted);
}

/** A label that means something already would be ambiguous. */
function twinOf(table: Table, { kind, column, text }: Label, name: string): string | undefined {
  const slug = slugOf(name);
  if (kind === 'header')
    return table.columns.some(({ index, header }) => index !== column && slugOf(header) === slug)
      ? `there is a column "${name}" already`
      : undefined;
  return table.rows.some(row => row[column]!.text !== text && slugOf(row[column]!.text) === slug)
    ? `there is a "${name}" in this column already`
    : undefined;
}

/** A CSV field is quoted as it was, and where it must be. */
function csvWriter(text: string, table: Table): (span: Span, name: string) => string {
  const delimiter = delimiterOf(text, table.format === 'tsv' ? '\t' : ',');
  const isBlank = (char: string | undefined) => char === ' ' || (char === '\t' && delimiter !== '\t');
  return ({ start, end }, name) => {
    let open = start - 1;
    while (isBlank(text[open])) open--;
    let close = end;
    while (isBlank(text[close])) close++;
    if (text[open] === '"' && text[close] === '"') return name.replaceAll('"', '""');
    return name.includes(delimiter) || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name;
  };
}

const jsonWriter =
  (text: string) =>
  ({ start }: Span, name: string): string =>
    text[start - 1] === '"' ? JSON.stringify(name).slice(1, -1) : JSON.stringify(name);

/** Whether nothing but the label reads otherwise. */
function isSameBut(before: Table, after: Table, label: Label, name: string): boolean {
  const isRenamed = (kind: Label['kind'], column: number, text: string) =>
    label.kind === kind && label.column === column && label.text === text;
  const sameTexts = (kind: Label['kind'], a: Table['headerCells'], b: Table['headerCells']) =>
    a.length === b.length &&
    a.every(
      (row, index) =>
        row.length === b[index]!.length &&
        row.every(
          ({ text }, column) => b[index]![column]!.text === (isRenamed(kind, column, text) ? name : text),
        ),
    );
  return (
    sameTexts('header', before.headerCells, after.headerCells) && sameTexts('row', before.rows, after.rows)
  );
}

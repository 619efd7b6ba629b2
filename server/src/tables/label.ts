import { contains, type Span } from '../text/span.ts';
import { columnWithSlug, rowsWithKeys } from './cell-anchor.ts';
import { selectionTexts } from './expression.ts';
import { filledTexts } from './labels.ts';
import { slugOf } from './slug.ts';
import type { Table } from './table.ts';

/** What a row or a column of a table is called: the text of a header, or of all cells of a label column that say the same. */
export interface Label {
  readonly kind: 'header' | 'row';
  readonly column: number;
  readonly text: string;
}

/** A label with the place that names it. */
export interface LabelAt {
  readonly label: Label;
  readonly span: Span;
}

/** The label under an offset of the table's own file; undefined on values. */
export function labelAt(table: Table, offset: number): LabelAt | undefined {
  for (const record of table.headerCells) {
    const column = record.findIndex(({ span }) => contains(span, offset));
    const field = record[column];
    if (field && field.text !== '')
      return { label: { kind: 'header', column, text: field.text }, span: field.span };
  }
  for (const row of table.rows) {
    const column = row.findIndex(({ span }) => contains(span, offset));
    const cell = row[column];
    if (!cell) continue;
    if (cell.text === '' || !table.columns[column]!.isLabel) return undefined;
    return { label: { kind: 'row', column, text: cell.text }, span: cell.span };
  }
  return undefined;
}

/** The label that a cell anchor names at an offset of it; the span counts in the fragment, percent-encoding undone. */
export function labelInFragment(table: Table, fragment: string, offset: number): LabelAt | undefined {
  for (const { text, start } of selectionTexts(fragment)) {
    if (offset < start || offset > start + text.length) continue;
    const { keys, column } = partsOf(text);
    const at = (part: Part): Span => ({
      start: start + part.start,
      end: start + part.start + part.text.length,
    });
    if (column && contains(at(column), offset)) return named(headerLabel(table, column.text), at(column));
    for (const { header, key } of keys) {
      if (header && contains(at(header), offset)) return named(headerLabel(table, header.text), at(header));
      if (contains(at(key), offset)) return named(rowLabelNamed(table, keys, key, header), at(key));
    }
  }
  return undefined;
}

const named = (label: Label | undefined, span: Span): LabelAt | undefined => label && { label, span };

/** A piece of a selection's text; `start` counts there. */
export interface Part {
  readonly text: string;
  readonly start: number;
}

/** The pieces of `training=sft+5-pct/total`. */
export interface SelectionParts {
  readonly keys: readonly { readonly header?: Part; readonly key: Part }[];
  readonly column?: Part;
}

/** Takes a selection apart, whatever the table says of it. */
export function partsOf(selection: string): SelectionParts {
  const slash = selection.indexOf('/');
  const rows = slash < 0 ? selection : selection.slice(0, slash);
  let at = 0;
  const keys = rows.split('+').map(piece => {
    const start = at;
    at += piece.length + 1;
    const equals = piece.indexOf('=');
    if (equals < 0) return { key: { text: piece, start } };
    const key = { text: piece.slice(equals + 1), start: start + equals + 1 };
    return { header: { text: piece.slice(0, equals), start }, key };
  });
  return slash < 0 ? { keys } : { keys, column: { text: selection.slice(slash + 1), start: slash + 1 } };
}

/** The column that a piece of an anchor names. */
export const columnNamed = (table: Table, text: string): number | undefined =>
  columnWithSlug(table, text) ?? columnWithSlug(table, slugOf(text));

/** A header that is put together from several rows has no text of its own. */
function headerLabel(table: Table, text: string): Label | undefined {
  const column = columnNamed(table, text);
  if (column === undefined) return undefined;
  const { header } = table.columns[column]!;
  const stands = table.headerCells.some(record => record[column]?.text === header);
  return stands && header !== '' ? { kind: 'header', column, text: header } : undefined;
}

/** The label that a key stands for in the rows that all keys name: whatever column it stands in, it is one here. */
function rowLabelNamed(
  table: Table,
  keys: SelectionParts['keys'],
  key: Part,
  header: Part | undefined,
): Label | undefined {
  const rows = rowsWithKeys(
    table,
    keys
      .filter(each => each.key.text !== '*')
      .map(each => ({
        slug: slugOf(each.key.text),
        ...(each.header ? { header: slugOf(each.header.text) } : {}),
      })),
  );
  const texts = rows[0] === undefined ? undefined : filledTexts(table)[rows[0]];
  const slug = slugOf(key.text);
  const column = texts?.findIndex(
    (text, index) => slugOf(text) === slug && (!header || columnNamed(table, header.text) === index),
  );
  return texts && column !== undefined && column >= 0
    ? { kind: 'row', column, text: texts[column]! }
    : undefined;
}

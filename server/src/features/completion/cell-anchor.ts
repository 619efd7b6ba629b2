import { anchorOfCell, anchorOfRow } from '../../tables/cell-anchor.ts';
import { readSelection } from '../../tables/fragment.ts';
import { cellText, columnLabel, rowLabel } from '../../tables/labels.ts';
import { slugOf } from '../../tables/slug.ts';
import type { Table } from '../../tables/table.ts';
import { decode } from '../../wiki/destination.ts';
import { type AnchorItem, functionItems, resultOf } from './cell-functions.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';

/** So many rows or columns a list holds; what else there is comes as one types. */
const MOST = 100;

/**
 * `[34.46](d.csv#|` → cells that say what the link says, then rows, columns and functions; `#severe-medical/|` → the
 * columns, with what the cell there says; `#change(a/total,b/|` → the columns, with what the expression gives.
 */
export function completeCellAnchor(
  table: Table,
  { typed, text, span, call }: CursorOf<'fragment'>,
): Completions {
  const slash = typed.indexOf('/');
  const items =
    slash > 0
      ? columnItems(table, typed.slice(0, slash), call)
      : call !== undefined
        ? rowItems(table, typed)
        : [
            ...cellItems(table, text.trim()),
            ...rowItems(table, typed),
            ...columnItems(table, ''),
            ...functionItems(table),
          ];
  return {
    incomplete: items.length > MOST,
    items: items.slice(0, MOST).map(({ label, description, newText, caret }, index) => ({
      kind: 'anchor',
      label,
      description,
      filterText: `${newText} ${label}`,
      rank: String(index).padStart(5, '0'),
      span,
      newText: encodeURI(newText),
      ...(caret === undefined ? {} : { caret }),
    })),
  };
}

/** The cells whose printed value is just this number. */
function cellItems(table: Table, value: string): readonly AnchorItem[] {
  if (!/\d/.test(value)) return [];
  const found: AnchorItem[] = [];
  for (const row of table.rows.keys()) {
    for (const { index, isLabel } of table.columns) {
      if (isLabel || cellText(table, row, index) !== value) continue;
      const anchor = anchorOfCell(table, row, index);
      const label = `${value} · ${rowLabel(table, row)}, ${columnLabel(table, index)}`;
      if (anchor !== undefined) found.push({ label, description: `#${anchor}`, newText: anchor });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

/** Rows with the typed letters in their label, by the anchor that tells each from all others. */
function rowItems(table: Table, typed: string): readonly AnchorItem[] {
  const wanted = slugOf(decode(typed));
  const found: AnchorItem[] = [];
  for (const row of table.rows.keys()) {
    const label = rowLabel(table, row);
    if (label === '' || !slugOf(label).includes(wanted)) continue;
    const anchor = anchorOfRow(table, row);
    if (anchor !== undefined) found.push({ label, description: `#${anchor}`, newText: anchor });
    if (found.length > MOST) break;
  }
  return found;
}

/** The columns behind a row, or, with no row, of the whole table. */
function columnItems(table: Table, rowPart: string, call?: string): readonly AnchorItem[] {
  const read = rowPart === '' ? undefined : readSelection(table, decode(rowPart), { several: false });
  const row = read && 'selection' in read ? read.selection.rows?.[0] : undefined;
  if (rowPart !== '' && row === undefined) return [];
  return table.columns
    .filter(({ isLabel }) => !isLabel)
    .map(({ index, slug }) => {
      const newText = row === undefined ? `/${slug}` : `${decode(rowPart)}/${slug}`;
      const cell = row === undefined ? `#/${slug}` : cellText(table, row, index);
      const result = call === undefined ? undefined : resultOf(table, `${decode(call)}${newText})`);
      return {
        label: columnLabel(table, index),
        description: result === undefined ? cell : `${cell} → ${result}`,
        newText,
      };
    });
}

import { derived } from './derived.ts';
import { filledTexts } from './labels.ts';
import { slugOf } from './slug.ts';
import type { Table } from './table.ts';

/** Slug → the rows that have it, and for each row its slugs, column by column. */
interface RowIndex {
  readonly slugs: readonly (readonly string[])[];
  readonly rows: ReadonlyMap<string, ReadonlySet<number>>;
}

const indexOf = (table: Table): RowIndex => derived(table, readIndex);

function readIndex(table: Table): RowIndex {
  const slugs = filledTexts(table).map(texts => texts.map(slugOf));
  const rows = new Map<string, Set<number>>();
  slugs.forEach((row, number) => {
    for (const slug of row) {
      if (slug === '') continue;
      const known = rows.get(slug);
      if (known) known.add(number);
      else rows.set(slug, new Set([number]));
    }
  });
  return { slugs, rows };
}

/** One part of ROW: a slug that any cell of the row has, or that the cell under `header` has. */
export interface RowKey {
  readonly slug: string;
  readonly header?: string;
}

/** The rows whose cells include all keys, in the table's order. */
export function rowsWithKeys(table: Table, keys: readonly RowKey[]): readonly number[] {
  const index = indexOf(table);
  const [first, ...rest] = keys;
  if (!first) return table.rows.map((_, row) => row);
  const candidates = [...(index.rows.get(first.slug) ?? [])].sort((a, b) => a - b);
  return candidates.filter(
    row => hasKey(table, index, row, first) && rest.every(key => hasKey(table, index, row, key)),
  );
}

function hasKey(table: Table, index: RowIndex, row: number, key: RowKey): boolean {
  const slugs = index.slugs[row]!;
  if (key.header === undefined) return slugs.includes(key.slug);
  return table.columns.some(column => column.slug === key.header && slugs[column.index] === key.slug);
}

/** The column under this slug, or undefined. */
export const columnWithSlug = (table: Table, slug: string): number | undefined =>
  table.columns.find(column => column.slug === slug)?.index;

/** The anchor of a cell, `sft+5-pct/mask-provided-fact`; undefined where the row has a twin. */
export function anchorOfCell(table: Table, row: number, column: number): string | undefined {
  const rowPart = anchorOfRow(table, row);
  const slug = table.columns[column]?.slug;
  return rowPart === undefined || slug === undefined ? undefined : `${rowPart}/${slug}`;
}

/**
 * The keys that tell a row from all others: those of the label columns from the left up to the first that makes it
 * unique, then of the other columns. A header goes before a key only where another column has the same text.
 */
export function anchorOfRow(table: Table, row: number): string | undefined {
  const slugs = indexOf(table).slugs[row];
  if (!slugs) return undefined;
  const order = [
    ...table.columns.filter(c => c.isLabel || c.isText),
    ...table.columns.filter(c => !(c.isLabel || c.isText)),
  ];
  const keys: (RowKey & { readonly own: string })[] = [];
  for (const column of order) {
    const slug = slugs[column.index]!;
    if (slug === '') continue;
    keys.push({ slug, own: column.slug });
    if (rowsWithKeys(table, keys).length === 1) return written(keys);
  }
  for (let index = 0; index < keys.length; index++) {
    keys[index] = { ...keys[index]!, header: keys[index]!.own };
    if (rowsWithKeys(table, keys).length === 1) return written(keys);
  }
  return undefined;
}

const written = (keys: readonly RowKey[]): string =>
  keys.map(key => (key.header === undefined ? key.slug : `${key.header}=${key.slug}`)).join('+');

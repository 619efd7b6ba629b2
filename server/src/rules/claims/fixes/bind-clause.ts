import type { CellRef } from '../../../claims/claim.ts';
import { quantityAt } from '../../../claims/quantity-at.ts';
import { sourceSpan } from '../../../markdown/prose.ts';
import { anchorOfRow } from '../../../tables/cell-anchor.ts';
import { filledTexts, labelColumns } from '../../../tables/labels.ts';
import type { Table } from '../../../tables/table.ts';
import type { Span } from '../../../text/span.ts';
import { encodePath } from '../../../wiki/destination.ts';
import type { Page } from '../../../wiki/page.ts';
import { baseName, folderOf, relativePath } from '../../../wiki/path.ts';
import type { PageContent } from '../../../wiki/wiki.ts';
import type { Fix } from '../../rule.ts';
import { linkEdit } from './link-number.ts';

/**
 * Makes the words of the sentence that name a cell's row, or else its column, a link that narrows the clause to it. The numbers
 * stay plain. Nothing where the sentence does not name it word for word.
 */
export function bindClause(
  page: Page,
  { text, prose }: PageContent,
  number: Span,
  cell: CellRef | undefined,
): readonly Fix[] {
  const place = quantityAt(prose, number);
  if (!place || !cell || cell.table.format === 'gfm') return [];
  const { block, sentence } = place;
  const said = block.text.slice(sentence.start, sentence.end);
  for (const { names, anchor, what } of namesOf(cell.table, cell)) {
    if (anchor === undefined) continue;
    for (const name of names) {
      const at = wordAt(said, name);
      if (at < 0) continue;
      const span = sourceSpan(block, sentence.start + at, sentence.start + at + name.length);
      const destination = `${encodePath(relativePath(folderOf(page.path), cell.path))}#${encodePath(anchor)}`;
      const source = text.slice(span.start, span.end);
      const edit = linkEdit(page, span, source, destination);
      if (!edit) continue;
      const title = `Bind the clause to ${what} "${name}" of ${baseName(cell.path)}`;
      return [{ title, preferred: false, safe: false, edits: [edit] }];
    }
  }
  return [];
}

/** What a row and a column are called, the longest name first, with the fragments that narrow to them. */
function namesOf(table: Table, { row, column }: CellRef) {
  const texts = filledTexts(table)[row] ?? [];
  const labels = labelColumns(table)
    .map(({ index }) => texts[index] ?? '')
    .filter(name => name !== '')
    .sort((a, b) => b.length - a.length);
  const { header, slug } = table.columns[column]!;
  return [
    { what: 'row', names: labels, anchor: anchorOfRow(table, row) },
    { what: 'column', names: header === '' ? [] : [header], anchor: `/${slug}` },
  ];
}

/** Where a name stands in a text as words of its own, upper and lower case aside; -1 where it does not. */
function wordAt(text: string, name: string): number {
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  if (lower.length !== text.length || wanted.length !== name.length) return -1;
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) return at;
  }
  return -1;
}

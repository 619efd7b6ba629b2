import type { CellRef } from '../claims/claim.ts';
import { claimsOf } from '../claims/claims-of.ts';
import { isSameCell } from '../claims/wording.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { FilePlace } from './navigation/places.ts';
import { cellsSpokenOf, tableCellAt } from './number-cells.ts';

/**
 * The numbers, in all pages, that speak of the cell at an offset: of a table's file, of a GFM table, or of the cell that the
 * number there speaks of. A label stands for its whole row. One step a page, since many pages may use one table;
 * undefined where no cell is spoken of.
 */
export function numberReferences(
  wiki: Wiki,
  path: string,
  offset: number,
): { readonly cells: readonly CellRef[]; readonly steps: Iterator<readonly FilePlace[], void> } | undefined {
  const cells = cellsAt(wiki, path, offset);
  return cells && { cells, steps: numbersOf(wiki, cells) };
}

/** The numbers of the page itself that speak of the same cell as the number at an offset, and the cell if it stands in the page. */
export function numberHighlights(wiki: Wiki, path: string, offset: number): readonly Span[] | undefined {
  const page = wiki.pages.get(path);
  const cells = page && cellsAt(wiki, path, offset);
  if (!page || !cells) return undefined;
  const own = cells
    .filter(cell => cell.path === path)
    .map(({ table, row, column }) => table.rows[row]![column]!.span);
  return [...numbersIn(wiki, page, cells), ...own].sort((a, b) => a.start - b.start);
}

function cellsAt(wiki: Wiki, path: string, offset: number): readonly CellRef[] | undefined {
  const page = wiki.pages.get(path);
  const spoken = page && cellsSpokenOf(wiki, page, offset);
  if (spoken) return spoken.cells;
  const cell = tableCellAt(wiki, path, offset)?.cells[0];
  if (!cell) return undefined;
  if (!cell.table.columns[cell.column]!.isLabel) return [cell];
  return cell.table.columns.map(({ index }) => ({ ...cell, column: index }));
}

function* numbersOf(wiki: Wiki, cells: readonly CellRef[]): Generator<readonly FilePlace[], void> {
  const files = new Set(cells.map(({ path }) => path));
  const paths = new Set([...files, ...[...files].flatMap(file => [...wiki.linkersOf(file)])]);
  for (const path of [...paths].sort()) {
    const page = wiki.pages.get(path);
    if (page) yield numbersIn(wiki, page, cells).map(span => ({ path, span }));
  }
}

function numbersIn(wiki: Wiki, page: Page, cells: readonly CellRef[]): Span[] {
  if (page.facts.partial || page.facts.mergeConflict) return [];
  return (claimsOf(wiki, page)?.claims ?? [])
    .filter(claim => claim.cells.some(own => cells.some(cell => isSameCell(own, cell))))
    .map(({ span }) => span);
}

import type { CellRef, Claim } from '../claims/claim.ts';
import { claimAt } from '../claims/claim-at.ts';
import { claimsOf } from '../claims/claims-of.ts';
import { tablesInPage } from '../claims/page-tables.ts';
import { readFragment } from '../tables/expression.ts';
import type { Table } from '../tables/table.ts';
import { type CellPlace, placesOf } from '../tables/table-values.ts';
import { contains, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { isTablePath } from '../wiki/path.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** Cells that a place in a page or in a table's file speaks of. */
export interface CellsAt {
  /** What speaks of them: a number's digits, a fragment, the cell itself. */
  readonly span: Span;
  readonly cells: readonly CellRef[];
}

/** The claim under an offset of a page; undefined elsewhere, and in pages too big to be read for numbers. */
export function numberAt(wiki: Wiki, page: Page, offset: number): Claim | undefined {
  if (page.facts.partial || page.facts.mergeConflict) return undefined;
  const claims = claimsOf(wiki, page);
  return claims && claimAt(claims, offset);
}

/**
 * The cells that an offset of a page speaks of: those of the number there (its candidates where none is sure), or those that
 * the anchor of a link to a table names.
 */
export function cellsSpokenOf(wiki: Wiki, page: Page, offset: number): CellsAt | undefined {
  const claim = numberAt(wiki, page, offset);
  if (claim) {
    const cells = claim.cells.length > 0 ? claim.cells : claim.candidates;
    return cells.length > 0 ? { span: claim.span, cells } : undefined;
  }
  return anchoredCells(wiki, page, offset);
}

function anchoredCells(wiki: Wiki, page: Page, offset: number): CellsAt | undefined {
  const index = page.facts.links.findIndex(({ span }) => contains(span, offset));
  const link = page.facts.links[index];
  const destination = page.destinations[index];
  if (!link?.fragmentSpan || destination?.kind !== 'path' || !isTablePath(destination.path)) return undefined;
  const table = wiki.sources.tableAt(destination.path);
  const value = table && readFragment(table, destination.fragment ?? '');
  if (!table || !value || value.kind === 'problem') return undefined;
  const places =
    value.kind === 'cell'
      ? [value.place]
      : value.kind === 'expression'
        ? value.places
        : placesOf(table, value.selection);
  return {
    span: contains(link.destinationSpan, offset) ? link.destinationSpan : link.textSpan,
    cells: places.map(({ row, column }) => ({ path: destination.path, table, row, column })),
  };
}

/** The cell of a table under an offset: in a table's file, or in a GFM table of a page. */
export function tableCellAt(wiki: Wiki, path: string, offset: number): CellsAt | undefined {
  const tables = isTablePath(path)
    ? [wiki.sources.tableAt(path)]
    : tablesInPage(wiki, path).map(({ table }) => table);
  for (const table of tables) {
    const place = table && placeIn(table, offset);
    if (table && place) {
      const { span } = table.rows[place.row]![place.column]!;
      return { span, cells: [{ path, table, ...place }] };
    }
  }
  return undefined;
}

/** Rows stand in the file in their order, so that the row is found by halving. */
function placeIn(table: Table, offset: number): CellPlace | undefined {
  let low = 0;
  let high = table.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.rows[middle]!.some(({ span }) => span.end >= offset)) high = middle;
    else low = middle + 1;
  }
  const column = table.rows[low]?.findIndex(({ span }) => contains(span, offset)) ?? -1;
  return column < 0 ? undefined : { row: low, column };
}

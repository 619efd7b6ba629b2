import { cellsSaying } from '../../../claims/cells-saying.ts';
import type { Claim } from '../../../claims/claim.ts';
import { quantityAt } from '../../../claims/quantity-at.ts';
import type { Link } from '../../../markdown/facts.ts';
import { anchorOfCell } from '../../../tables/cell-anchor.ts';
import { encloses } from '../../../text/span.ts';
import { encodePath } from '../../../wiki/destination.ts';
import type { Page } from '../../../wiki/page.ts';
import type { PageContent } from '../../../wiki/wiki.ts';
import type { Fix } from '../../rule.ts';
import { cellName } from './bind-number.ts';

/** More cells than these say the same by chance. */
const MOST = 3;

/** Leads a binding to another cell of its table, one that says what the text says: those of the same row or column first. */
export function rebind(page: Page, { prose }: PageContent, claim: Claim): readonly Fix[] {
  const [bound] = claim.cells;
  const link = linkAround(page, claim);
  const quantity = quantityAt(prose, claim.span)?.quantity;
  if (!bound || !link?.fragmentSpan || !quantity) return [];
  const { fragmentSpan } = link;
  const near = (cell: { row: number; column: number }): number =>
    Number(cell.column === bound.column) + Number(cell.row === bound.row);
  const all = cellsSaying(bound.path, bound.table, quantity);
  const cells = all.length <= MOST ? all : all.filter(cell => near(cell) > 0);
  if (cells.length > MOST) return [];
  return [...cells]
    .sort((a, b) => near(b) - near(a))
    .flatMap(cell => {
      const anchor = anchorOfCell(cell.table, cell.row, cell.column);
      if (anchor === undefined) return [];
      const edit = { path: page.path, span: fragmentSpan, newText: encodePath(anchor) };
      return [{ title: `Bind to ${cellName(cell)} instead`, preferred: false, safe: false, edits: [edit] }];
    });
}

/** The link that binds a number. A reference's fragment stands in its definition, which others may use too. */
export const linkAround = (page: Page, claim: Claim): Link | undefined =>
  page.facts.links.find(({ kind, textSpan }) => kind === 'inline' && encloses(textSpan, claim.span));

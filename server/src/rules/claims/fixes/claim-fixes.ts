import type { CellRef, Claim } from '../../../claims/claim.ts';
import { claimsOf } from '../../../claims/claims-of.ts';
import type { Page } from '../../../wiki/page.ts';
import type { PageContent, Wiki } from '../../../wiki/wiki.ts';
import type { Fix, Problem } from '../../rule.ts';
import { bindClause } from './bind-clause.ts';
import { bindToCells, bindToExpression, correctAndBind } from './bind-number.ts';

/** A number that something is reported at, with what its fixes need. */
export interface ReportedClaim {
  readonly claim: Claim;
  readonly content: PageContent;
}

export function reportedClaim(wiki: Wiki, page: Page, { span }: Problem): ReportedClaim | undefined {
  const claim = claimsOf(wiki, page)?.claims.find(({ span: own }) => own.start === span.start);
  const content = claim && wiki.sources.contentOf(page);
  return content && { claim, content };
}

/** The cells that a number speaks of, or may speak of. */
export const cellsOf = ({ cells, candidates }: Claim): readonly CellRef[] =>
  cells.length > 0 ? cells : candidates;

/** Ways to tie a number to its cell, or its clause to a row, so that no words need to be interpreted any more. */
export function bindingFixes(
  page: Page,
  { claim, content }: ReportedClaim,
  expected: string | undefined,
): readonly Fix[] {
  const cells = cellsOf(claim);
  const [cell] = cells;
  return [
    ...(expected !== undefined && cells.length === 1 && cell
      ? correctAndBind(page, claim, expected, cell)
      : []),
    ...(expected !== undefined && cells.length > 1
      ? bindToExpression(page, content, claim, cells, expected)
      : []),
    ...bindToCells(page, content, claim, cells),
    ...bindClause(page, content, claim.span, cell),
  ];
}

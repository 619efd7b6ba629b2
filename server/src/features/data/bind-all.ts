import { claimsOf } from '../../claims/claims-of.ts';
import { bindToCells, bindToExpression } from '../../rules/claims/fixes/bind-number.ts';
import type { Fix } from '../../rules/rule.ts';
import type { Page } from '../../wiki/page.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/**
 * A fix for each number of a page that a table supports and no link binds yet, in the page's order. Only where one cell, or
 * one expression, is what the number says: what is left in doubt is for the author.
 */
export function bindAll(wiki: Wiki, page: Page): readonly Fix[] {
  if (isReadOnly(wiki.schema, page.path) || page.facts.partial || page.facts.mergeConflict) return [];
  const content = wiki.sources.contentOf(page);
  const claims = content ? (claimsOf(wiki, page)?.claims ?? []) : [];
  return claims.flatMap(claim => {
    if (!content || claim.bound || claim.verdict !== 'supported' || claim.cells.length === 0) return [];
    const fixes =
      claim.cells.length === 1
        ? bindToCells(page, content, claim, claim.cells)
        : bindToExpression(page, content, claim, claim.cells);
    return fixes.slice(0, 1);
  });
}

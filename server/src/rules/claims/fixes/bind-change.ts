import type { Claim } from '../../../claims/claim.ts';
import { claimsOf } from '../../../claims/claims-of.ts';
import { quantityAt } from '../../../claims/quantity-at.ts';
import { spanOf } from '../../../claims/report.ts';
import { encloses } from '../../../text/span.ts';
import type { Page } from '../../../wiki/page.ts';
import type { Wiki } from '../../../wiki/wiki.ts';
import type { Fix } from '../../rule.ts';
import { bindToExpression } from './bind-number.ts';
import type { ReportedClaim } from './claim-fixes.ts';

/**
 * Ties a change to the cells of the two values in its sentence that it is the change between, with the right value in place of
 * the digits where one is given.
 */
export function bindChange(
  wiki: Wiki,
  page: Page,
  { claim, content }: ReportedClaim,
  expected: string | undefined,
): readonly Fix[] {
  const place = quantityAt(content.prose, claim.span);
  if (!place) return [];
  const sentence = spanOf(place.block, place.sentence);
  const values = (claimsOf(wiki, page)?.claims ?? []).filter(other => isValueIn(sentence, other));
  for (const a of values) {
    for (const b of values) {
      if (a === b) continue;
      const fixes = bindToExpression(page, content, claim, [a.cells[0]!, b.cells[0]!], expected);
      if (fixes.length > 0) return fixes;
    }
  }
  return [];
}

const isValueIn = (sentence: { start: number; end: number }, { verdict, cells, span }: Claim): boolean =>
  verdict === 'supported' && cells.length === 1 && encloses(sentence, span);

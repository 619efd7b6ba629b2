import type { Claim, ClaimDiagnostic } from '../claims/claim.ts';
import { claimsOf } from '../claims/claims-of.ts';
import { suppressionFor, suppressionsOf } from '../rules/suppression.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** A number of a page with what became of it. */
export interface ReportedNumber {
  readonly claim: Claim;
  /** What is reported at it, if anything: of several contradicted numbers of one sentence only one is. */
  readonly diagnostic: ClaimDiagnostic | undefined;
  /** Set where a comment of the page silences that; empty when the comment gives no reason. */
  readonly ignored: string | undefined;
}

/** Why a number has its verdict, as sentences that stand beside the verdict. */
export const reasonOf = ({ explanation }: Claim): string =>
  explanation.replace(/^Not checked: (.)/, (_, first: string) => first.toUpperCase());

/** Every number of a page that says something, in source order; none for a page that is not read for numbers. */
export function numbersOf(wiki: Wiki, page: Page): readonly ReportedNumber[] {
  if (page.facts.partial || page.facts.mergeConflict) return [];
  const found = claimsOf(wiki, page);
  if (!found) return [];
  const suppressions = suppressionsOf(page.facts);
  const reported = new Map(found.diagnostics.toReversed().map(each => [each.span.start, each]));
  return found.claims.map(claim => {
    const diagnostic = reported.get(claim.span.start);
    const silencer =
      claim.verdict === 'contradicted' && suppressions.length > 0
        ? suppressionFor(suppressions, diagnostic?.rule ?? 'claims/contradicted', claim.span)
        : undefined;
    return { claim, diagnostic, ignored: silencer && (silencer.reason ?? '') };
  });
}

import type { PageFacts } from '../markdown/facts.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Claim, ClaimDiagnostic, PageClaims } from './claim.ts';
import { claimsOf } from './claims-of.ts';

/** What became of a page's numbers, as far as checks ask: without cells and reasons. `PageClaims` is one. */
export interface PageVerdicts {
  readonly numbers: PageClaims['numbers'];
  readonly diagnostics: readonly ClaimDiagnostic[];
  /** In source order. Numbers that agree with a table may be missing. */
  readonly claims: readonly VerdictAt[];
}

export type VerdictAt = Pick<Claim, 'span' | 'text' | 'verdict' | 'bound'>;

/** What another thread found out of pages as they were read, while a check runs. */
const ahead = new WeakMap<Wiki, WeakMap<PageFacts, PageVerdicts>>();

/** What became of a page's numbers; undefined when the page's text can't be had any more. */
export const verdictsOf = (wiki: Wiki, page: Page): PageVerdicts | undefined =>
  ahead.get(wiki)?.get(page.facts) ?? claimsOf(wiki, page);

/** Takes over what was found out elsewhere, until all of it is forgotten. */
export function acceptVerdicts(wiki: Wiki, page: Page, verdicts: PageVerdicts): void {
  let known = ahead.get(wiki);
  if (!known) ahead.set(wiki, (known = new WeakMap()));
  known.set(page.facts, verdicts);
}

/** What was taken over does not hold any more: a page or a table may be another. */
export const forgetVerdicts = (wiki: Wiki): void => void ahead.delete(wiki);

/** The verdicts of a page of which nothing is reported, as plain data; undefined where a report names cells. */
export function quietVerdicts({ numbers, diagnostics, claims }: PageClaims): PageVerdicts | undefined {
  if (diagnostics.length > 0) return undefined;
  return {
    numbers,
    diagnostics: [],
    claims: claims.flatMap(({ span, text, verdict, bound }) =>
      verdict === 'supported' ? [] : [{ span, text, verdict, bound }],
    ),
  };
}

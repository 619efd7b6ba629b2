import type { ReportedNumber } from '../features/number-report.ts';
import type { NumberCounts } from '../host/check-wiki.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import type { Page } from '../wiki/page.ts';

/** A page with its numbers. */
export interface PageNumbers {
  readonly page: Page;
  readonly numbers: readonly ReportedNumber[];
}

/** What became of the numbers of a wiki, whatever form it is printed in. */
export interface ClaimsResult {
  readonly host: WikiHost;
  /** How many pages were looked at. */
  readonly pages: number;
  readonly counts: NumberCounts;
  /** The pages that have numbers, by path. */
  readonly files: readonly (PageNumbers & { readonly counts: NumberCounts })[];
}

export function claimsResult(host: WikiHost, pages: readonly PageNumbers[]): ClaimsResult {
  return {
    host,
    pages: pages.length,
    counts: countsOf(pages.flatMap(({ numbers }) => numbers)),
    files: pages
      .filter(({ numbers }) => numbers.length > 0)
      .map(each => ({ ...each, counts: countsOf(each.numbers) })),
  };
}

function countsOf(numbers: readonly ReportedNumber[]): NumberCounts {
  const count = (verdict: ReportedNumber['claim']['verdict']): number =>
    numbers.filter(({ claim }) => claim.verdict === verdict).length;
  return {
    found: numbers.length,
    bound: numbers.filter(({ claim }) => claim.bound).length,
    supported: count('supported'),
    contradicted: count('contradicted'),
    unverified: count('unverified'),
  };
}

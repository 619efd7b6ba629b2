import { numbersOf } from '../features/number-report.ts';
import { breather } from '../host/breathe.ts';
import { type ClaimsResult, claimsResult, type PageNumbers } from './claims-result.ts';
import { formatClaims, formatClaimsSummary } from './format-claims.ts';
import { formatClaimsJson } from './format-claims-json.ts';
import { loadWiki } from './load-wiki.ts';

export interface ClaimsCommandOptions {
  readonly format: 'pretty' | 'json';
  readonly config?: string;
}

/** `research-wiki claims`: what became of every number. It only tells, so its exit code is 0; `check` judges. */
export async function claims(paths: readonly string[], options: ClaimsCommandOptions): Promise<number> {
  const { host, pages, bar } = await loadWiki(paths, options.config);
  const breathe = breather();
  const found: PageNumbers[] = [];
  for (const [done, page] of pages.entries()) {
    found.push({ page, numbers: numbersOf(host.wiki, page) });
    bar.update('checking', { done: done + 1, total: pages.length });
    await breathe();
  }
  bar.stop();
  print(claimsResult(host, found), options.format);
  return 0;
}

function print(result: ClaimsResult, format: ClaimsCommandOptions['format']): void {
  if (format === 'json') {
    process.stdout.write(formatClaimsJson(result));
    return;
  }
  process.stdout.write(formatClaims(result));
  process.stderr.write(formatClaimsSummary(result));
}

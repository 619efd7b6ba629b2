import type { Claim } from '../claims/claim.ts';
import { claimsOf } from '../claims/claims-of.ts';
import type { Page } from '../wiki/page.ts';
import { pageNamed } from '../wiki/resolve.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** What a preview shows of a page beside its text. */
export interface Preview {
  readonly page: Page;
  readonly date: string | undefined;
  readonly lenses: readonly { readonly name: string; readonly page: Page | undefined }[];
  /** Numbers worth marking, in source order: contradicted, supported. */
  readonly claims: readonly (Claim & { readonly verdict: 'supported' | 'contradicted' })[];
}

/** The card and the numbers of a page; undefined where there is no such page. */
export function previewOf(wiki: Wiki, path: string): Preview | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  const date = page.facts.frontMatter?.data.date;
  const lenses = page.facts.frontMatter?.data.lenses;
  return {
    page,
    date: typeof date === 'string' || typeof date === 'number' ? String(date) : undefined,
    lenses: (Array.isArray(lenses) ? lenses : [lenses])
      .filter((name): name is string => typeof name === 'string' && name !== '')
      .map(name => ({ name, page: pageNamed(wiki, path, name, 'lens') })),
    claims: (page.facts.partial ? [] : (claimsOf(wiki, page)?.claims ?? [])).filter(
      (claim): claim is Claim & { verdict: 'supported' | 'contradicted' } => claim.verdict !== 'unverified',
    ),
  };
}

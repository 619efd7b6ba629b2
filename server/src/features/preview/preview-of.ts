import type { Claim } from '../../claims/claim.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { pageNamed, pageOfPath } from '../../wiki/resolve.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { numbersOf } from '../number-report.ts';
import { type BrokenLink, brokenLinksOf } from './broken-links.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { type LinkingPages, linkingPagesOf } from './linking-pages.ts';
import { type ShownTable, shownTablesOf } from './shown-tables.ts';

/** What a preview shows of a page beside its text. */
export interface Preview {
  readonly page: Page;
  readonly date: string | undefined;
  readonly lenses: readonly { readonly name: string; readonly page: Page | undefined }[];
  /** Numbers worth marking, in source order: contradicted, supported. */
  readonly numbers: readonly PreviewedNumber[];
  /** Paths of pages in running text. */
  readonly pagePaths: readonly { readonly span: Span; readonly page: Page }[];
  readonly brokenLinks: readonly BrokenLink[];
  /** Tables that stand in the page as images do. */
  readonly tables: readonly ShownTable[];
  readonly backlinks: LinkingPages;
}

export interface PreviewedNumber {
  readonly claim: Claim & { readonly verdict: 'supported' | 'contradicted' };
  /** What the text should say instead; only of a contradicted number, where it is sure. */
  readonly expected: string | undefined;
  readonly excerpt: Excerpt | undefined;
}

/** The preview of a page; undefined where there is no such page. */
export function previewOf(wiki: Wiki, path: string): Preview | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  const date = page.facts.frontMatter?.data.date;
  const lenses = page.facts.frontMatter?.data.lenses;
  const numbers = previewedNumbers(wiki, page);
  return {
    page,
    date: typeof date === 'string' || typeof date === 'number' ? String(date) : undefined,
    lenses: (Array.isArray(lenses) ? lenses : [lenses])
      .filter((name): name is string => typeof name === 'string' && name !== '')
      .map(name => ({ name, page: pageNamed(wiki, path, name, 'lens') })),
    numbers,
    pagePaths: page.facts.pagePaths.flatMap(({ span, path: written }) => {
      const target = pageOfPath(wiki, path, written);
      return target && target !== page ? [{ span, page: target }] : [];
    }),
    brokenLinks: brokenLinksOf(wiki, page),
    tables: shownTablesOf(
      wiki,
      page,
      numbers.map(({ claim }) => claim),
    ),
    backlinks: linkingPagesOf(wiki, page),
  };
}

/** A contradiction that the page silences with a comment is not marked either. */
function previewedNumbers(wiki: Wiki, page: Page): readonly PreviewedNumber[] {
  return numbersOf(wiki, page).flatMap(({ claim, diagnostic, ignored }): PreviewedNumber | [] => {
    if (!isDecided(claim) || ignored !== undefined) return [];
    const expected = claim.verdict === 'contradicted' ? diagnostic?.expected?.[0] : undefined;
    return { claim, expected, excerpt: excerptOf(claim) };
  });
}

const isDecided = (claim: Claim): claim is PreviewedNumber['claim'] => claim.verdict !== 'unverified';

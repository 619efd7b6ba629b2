import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Asker } from './asker.ts';
import { titleSpansOf } from './navigation/page-at.ts';

/** A page under one of its names. */
export interface WikiSymbol {
  readonly name: string;
  readonly page: Page;
  readonly span: Span;
}

/** An editor's list holds about this many; who has not found it then types on. */
const MOST = 200;

/**
 * Pages whose title or an alias holds the letters of `query` in order, the closest first. VS Code lists headings itself, so
 * that a title which is the page's heading is left to it.
 */
export function wikiSymbols(wiki: Wiki, query: string, asker: Asker): readonly WikiSymbol[] {
  const wanted = query.trim().toLowerCase();
  const found: { symbol: WikiSymbol; fit: number }[] = [];
  for (const page of wiki.pages.values()) {
    for (const name of namesOf(page, asker)) {
      const fit = fitOf(name.toLowerCase(), wanted);
      if (fit !== undefined) found.push({ symbol: { name, page, span: placeOf(page, name) }, fit });
    }
  }
  return found
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        compare(a.symbol.name, b.symbol.name) ||
        compare(a.symbol.page.path, b.symbol.page.path),
    )
    .slice(0, MOST)
    .map(({ symbol }) => symbol);
}

function namesOf(page: Page, asker: Asker): readonly string[] {
  const heading = page.facts.headings.some(({ text }) => text === page.title);
  return [...(asker === 'markdown-editor' && heading ? [] : [page.title]), ...page.aliases];
}

/** 0 for the name itself, 1 where it begins so, 2 where it holds it, 3 where it holds its letters in order. */
function fitOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  let at = -1;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    at = name.indexOf(letter, at + 1);
    if (at < 0) return undefined;
  }
  return 3;
}

/** Where the name stands: an alias in its field, the title in its heading. */
function placeOf(page: Page, name: string): Span {
  const aliases = page.facts.frontMatter?.fields.find(
    ({ key }) => key === 'aliases' || key === 'alias',
  )?.value;
  const alias = [...(aliases?.items ?? []), ...(aliases ? [aliases] : [])].find(
    ({ value }) => value === name,
  );
  const title = name === page.title ? titleSpansOf(page).at(-1) : undefined;
  return title?.span ?? alias?.span ?? { start: 0, end: 0 };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

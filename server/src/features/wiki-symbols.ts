import { ofWholeWiki } from '../rules/whole-wiki.ts';
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
 * Pages whose title or an alias holds the letters of `query` in order, the closest first. Editors with Markdown support
 * list headings themselves, so that a title which is the page's heading is left to them.
 */
export function wikiSymbols(wiki: Wiki, query: string, asker: Asker): readonly WikiSymbol[] {
  const wanted = query.trim().toLowerCase();
  const byFit: Name[][] = [[], [], [], []];
  for (const name of namesOf(wiki)) {
    if (asker === 'markdown-editor' && name.isHeading) continue;
    const fit = fitOf(name.lower, wanted);
    if (fit !== undefined && byFit[fit]!.length < MOST) byFit[fit]!.push(name);
  }
  return byFit
    .flat()
    .slice(0, MOST)
    .flatMap(({ name, path }) => {
      const page = wiki.pages.get(path);
      return page ? { name, page, span: placeOf(page, name) } : [];
    });
}

interface Name {
  readonly name: string;
  readonly lower: string;
  readonly path: string;
  /** True for a title that is a heading of its page. */
  readonly isHeading: boolean;
}

/** The titles and aliases of all pages, sorted. */
const namesOf = ofWholeWiki((wiki): readonly Name[] =>
  [...wiki.pages.values()]
    .flatMap(({ path, title, aliases, facts }) => {
      const isHeading = facts.headings.some(({ text }) => text === title);
      const own = { name: title, lower: title.toLowerCase(), path, isHeading };
      return [own, ...aliases.map(name => ({ name, lower: name.toLowerCase(), path, isHeading: false }))];
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path)),
);

/** 0 for the name itself, 1 where it begins so, 2 where it holds it, 3 where it holds its letters in order. */
function fitOf(name: string, wanted: string): 0 | 1 | 2 | 3 | undefined {
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

import type { Page } from '../../wiki/page.ts';
import { stem } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** Up to this many pages the whole list is given and the editor filters; above, what fits the typed text best. */
const WHOLE_LIST = 1000;
const MOST = 200;

export interface PageChoice {
  readonly page: Page;
  /** Lower is better. */
  readonly rank: number;
}

export interface PageChoices {
  readonly choices: readonly PageChoice[];
  readonly incomplete: boolean;
}

/** Which pages to offer where `typed` stands, pages of the wanted types first (or only they). */
export function choosePages(
  wiki: Wiki,
  from: Page,
  typed: string,
  wanted: readonly string[],
  only: 'only-wanted' | 'all',
): PageChoices {
  const rankOf = (page: Page) =>
    wanted.includes(page.typeName ?? '') ? 0 : page.typeName === undefined ? 2 : 1;
  const query = typed.trim().toLowerCase();
  const filter = wiki.pages.size > WHOLE_LIST && query !== '';
  const choices: PageChoice[] = [];
  for (const page of wiki.pages.values()) {
    const rank = rankOf(page);
    if (page === from || (only === 'only-wanted' && rank > 0)) continue;
    if (filter && !matches(page, query)) continue;
    choices.push({ page, rank });
  }
  // A wiki may have none of the wanted kind yet.
  if (choices.length === 0 && only === 'only-wanted' && !filter)
    return choosePages(wiki, from, typed, wanted, 'all');
  if (choices.length <= WHOLE_LIST) return { choices, incomplete: filter };
  return { choices: best(choices, query), incomplete: true };
}

function best(choices: PageChoice[], query: string): PageChoice[] {
  const starts = ({ page }: PageChoice) => (query !== '' && keyOf(page).startsWith(query) ? 0 : 1);
  return choices.sort((a, b) => a.rank - b.rank || starts(a) - starts(b)).slice(0, MOST);
}

/** Every word that was typed stands in the page's title, file name or aliases. */
const matches = (page: Page, query: string): boolean => {
  const key = keyOf(page);
  return query.split(/[\s/]+/).every(word => /^\.*$/.test(word) || key.includes(word));
};

const keys = new WeakMap<Page, string>();

function keyOf(page: Page): string {
  let key = keys.get(page);
  if (key === undefined)
    keys.set(
      page,
      (key = [page.title, ...page.aliases, page.path, stem(page.path).replaceAll('-', ' ')]
        .join('\n')
        .toLowerCase()),
    );
  return key;
}

/** `concept · draft`, for the list. */
export const describePage = (page: Page): string =>
  [page.path, page.typeName, page.status].filter(part => part !== undefined).join(' · ');

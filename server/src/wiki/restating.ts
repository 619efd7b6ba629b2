import { linkedTablesOf } from './link-keys.ts';
import type { Page } from './page.ts';
import { pathKey } from './path.ts';

/** True where a page links to a path from beside a number, and so may say again what the page there says. */
export function mayRestate(page: Page, path: string): boolean {
  const key = pathKey(path);
  return page.facts.links.some(({ besideNumber }, index) => {
    const destination = page.destinations[index]!;
    return besideNumber && destination.kind === 'path' && pathKey(destination.path) === key;
  });
}

/** What others may say again of a page, as one text to compare: its numbers, and the tables that they are held to. */
export const restatableOf = (page: Page): string =>
  [page.facts.numbersKey, ...linkedTablesOf(page)].join('\n');

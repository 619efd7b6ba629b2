import { slug } from 'github-slugger';
import type { Wiki } from '../../wiki/wiki.ts';
import { newPagePath, pageTypesOf } from '../new-page.ts';
import type { Wanted } from './wanted.ts';

/** Shorter names are still being typed. */
const SHORTEST = 3;
/** Editors put an item the further down the more stands before what was typed; nobody types this. */
const FAR = '·'.repeat(60);

export interface NewPageItem {
  readonly kind: 'new-page';
  readonly label: string;
  readonly description: string;
  readonly rank: string;
  readonly note: string;
  readonly creates: { readonly type: string; readonly title: string };
  /** What the item is matched by, from what was typed. */
  filterText(typed: string): string;
  /** Wiki path that the page will have. */
  readonly path: string;
}

/** Offers to make a page of a name that no page has, of the types that the place asks for; last, where others fit too. */
export function newPages(
  wiki: Wiki,
  wanted: Wanted,
  typed: string,
  othersFit: boolean,
): readonly NewPageItem[] {
  const title = typed.trim();
  if (title.length < SHORTEST || !/\p{L}/u.test(title)) return [];
  if (wiki.pagesNamed(title).length > 0 || wiki.pagesNamed(slug(title)).length > 0) return [];
  const types = wanted.types.length > 0 ? wanted.types : pageTypesOf(wiki).map(({ name }) => name);
  return types.flatMap((type, index) => {
    const path = newPagePath(wiki, type, title, undefined);
    if (wiki.files.hasFile(path)) return [];
    return {
      kind: 'new-page' as const,
      label: `Create ${type} "${title}"`,
      description: path,
      rank: `9${String(index).padStart(4, '0')}`,
      note: `Asks, and then makes ${path} with what a ${type} needs.`,
      creates: { type, title },
      filterText: (text: string) => (othersFit ? text.slice(0, 1) + FAR + text.slice(1) : text),
      path,
    };
  });
}

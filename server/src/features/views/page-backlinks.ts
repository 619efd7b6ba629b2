import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { backlinksIn } from '../backlinks.ts';
import type { FilePlace } from '../navigation/places.ts';
import { knownSentence } from '../preview/linking-pages.ts';

/** A place in another page that leads to a page. */
export interface BacklinkPlace extends FilePlace {
  readonly from: Page;
  /** Title of the section that it stands in; empty outside of all sections. */
  readonly section: string;
  /** The sentence that it stands in; empty in the front matter. */
  readonly sentence: string;
}

/** To find its sentences, a closed page is read again. */
const MOST_PAGES = 60;
/** Above this many the pages that may lead here are counted as they are, without a look at what their links mean. */
const MOST_COUNTED = 500;

/** The places that lead to a page, by page and in source order, and how many pages there are beside these. */
export function backlinkPlaces(
  wiki: Wiki,
  page: Page,
): { readonly places: readonly BacklinkPlace[]; readonly more: number } {
  const linkers = linkersOf(wiki, page);
  const shown = linkers.slice(0, MOST_PAGES);
  const places = shown.flatMap(from =>
    backlinksIn(wiki, from, page).map(({ span, section, kind }) => ({
      from,
      path: from.path,
      span,
      section: from.facts.sections[section]?.heading.text ?? '',
      sentence: kind === 'field' ? '' : knownSentence(wiki, from, span),
    })),
  );
  return { places, more: linkers.length - shown.length };
}

/** How many pages lead to a page. */
export const countBacklinks = (wiki: Wiki, page: Page): number => linkersOf(wiki, page).length;

function linkersOf(wiki: Wiki, page: Page): readonly Page[] {
  const may = [...wiki.mayLinkTo(page)].filter(from => from !== page);
  const linkers =
    may.length > MOST_COUNTED ? may : may.filter(from => backlinksIn(wiki, from, page).length > 0);
  return linkers.sort((a, b) => (a.path < b.path ? -1 : 1));
}

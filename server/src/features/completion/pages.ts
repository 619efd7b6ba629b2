import { ofWholeWiki } from '../../rules/whole-wiki.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { neighbourLinks } from './neighbours.ts';
import { PageList } from './page-list.ts';
import type { Wanted } from './wanted.ts';

/** So many pages a list holds; what else there is comes as one types. */
const MOST = 100;
/** Up to so many pages all are given before anything is typed, so that the editor can filter by itself. */
const WHOLE_LIST = 1000;

export interface PageChoice {
  readonly page: Page;
  /** For `Completion.rank`: what the section asks for, then what fits best, then what neighbours link to. */
  readonly rank: string;
}

export interface PageChoices {
  readonly choices: readonly PageChoice[];
  /** True when pages were left out. */
  readonly incomplete: boolean;
}

/** Which pages to offer where `typed` stands, the best where there are too many; all of them in `folder`, where one is given. */
export function choosePages(
  wiki: Wiki,
  from: Page,
  typed: string,
  wanted: Wanted,
  folder?: string,
): PageChoices {
  const query = queryOf(typed);
  const fits = fitter(query);
  const { entries } = PageList.of(wiki);
  const rarities = raritiesFor(wiki, from);
  // A number for each page that fits, its place among the entries behind its score: ten thousand of them are sorted on a key.
  const scores = new Float64Array(entries.length);
  let found = 0;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry) continue;
    const { path, text, typeName } = entry;
    if (path === from.path || (folder !== undefined && !path.startsWith(`${folder}/`))) continue;
    const kind = kindRank(typeName, wanted);
    if (wanted.only === 'only-wanted' && kind > 0) continue;
    const fit = fits(text);
    if (fit === undefined) continue;
    scores[found++] = (kind * 1e4 + fit * 1e3 + rarities[index]!) * PLACES + index;
  }
  // A wiki may have none of the wanted kind yet.
  if (found === 0 && wanted.only === 'only-wanted' && query === '')
    return choosePages(wiki, from, typed, { ...wanted, only: 'all' });
  const incomplete = found > (query === '' ? WHOLE_LIST : MOST);
  const all = scores.subarray(0, found);
  const choices = [...(incomplete ? all.sort().subarray(0, MOST) : all)].map(score => {
    const page = wiki.pages.get(entries[score % PLACES]!.path)!;
    const rank = String(Math.floor(score / PLACES)).padStart(5, '0');
    return { page, rank: rank + page.title.toLowerCase() };
  });
  return { incomplete, choices };
}

/** More pages than any wiki has. */
const PLACES = 1e7;

/** For the page written in last: how rarely its neighbours link to each entry, 999 for never. */
const lastSeen = ofWholeWiki(() => ({ path: '', rarities: new Uint16Array(0) }));

/** How rarely the neighbours of a page link to each entry; the same until somebody's links change. */
function raritiesFor(wiki: Wiki, from: Page): Uint16Array {
  const list = PageList.of(wiki);
  const last = lastSeen(wiki);
  if (last.path !== from.path || last.rarities.length !== list.entries.length) {
    last.path = from.path;
    last.rarities = new Uint16Array(list.entries.length).fill(RAREST);
    for (const [key, links] of neighbourLinks(wiki, from)) {
      const place = list.placeOf(key);
      if (place !== undefined) last.rarities[place] = RAREST - Math.min(links, RAREST);
    }
  }
  return last.rarities;
}

const RAREST = 999;

/** The last part of a path is what is looked for; `../` and the like only lead there. */
const queryOf = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^(?:\.{0,2}\/)+/, '');

const kindRank = (typeName: string | undefined, { types }: Wanted): number =>
  typeName !== undefined && types.includes(typeName) ? 0 : typeName === undefined ? 2 : 1;

/**
 * 0 where a text begins like the query, 1 where it holds every word, 2 where its title or file name holds the letters in
 * order, from the start of a word on; else undefined.
 */
function fitter(query: string): (text: string) => 0 | 1 | 2 | undefined {
  if (query === '') return () => 0;
  const words = query.split(/[\s/]+/);
  const [first, ...letters] = words.join('');
  return text => {
    if (text.startsWith(query)) return 0;
    if (words.every(word => text.includes(word))) return 1;
    if (first === undefined || letters.length > LONGEST_ABBREVIATION) return undefined;
    const names = text.slice(0, text.indexOf('\n', text.indexOf('\n') + 1));
    for (let start = names.indexOf(first); start >= 0; start = names.indexOf(first, start + 1)) {
      if (start === 0 || !IN_WORD.test(names[start - 1]!))
        return holdsInOrder(names, letters, start) ? 2 : undefined;
    }
    return undefined;
  };
}

/** Who types more letters writes the words themselves. */
const LONGEST_ABBREVIATION = 15;

const IN_WORD = /[\p{L}\p{N}]/u;

function holdsInOrder(text: string, letters: readonly string[], from: number): boolean {
  let at = from;
  return letters.every(letter => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** `concepts/x.md · concept · draft`, for the list. */
export const describePage = (page: Page): string =>
  [page.path, page.typeName, page.status].filter(part => part !== undefined).join(' · ');

import { editDistance, spellingLimit } from '../text/distance.ts';
import type { Page } from '../wiki/page.ts';
import { folderOf, stem } from '../wiki/path.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { tokenOverlap } from './token-overlap.ts';

/** What is known of the page that somebody meant. */
export interface Meant {
  /** Its file name without ending, or its title. */
  readonly name: string;
  /** The text of the link, which may be the title. */
  readonly text?: string;
  readonly type?: string | undefined;
  readonly folder?: string;
}

/** A page that may have been meant. */
export interface LikelyPage {
  readonly path: string;
  /** 0 for one of exactly that name, up to about 8; up to `SURE` a reader would hardly doubt it. */
  readonly doubt: number;
}

/** Above this a page is offered, but not preferred. */
export const SURE = 3.5;

/** A page of another type than the one asked for has just that name, or is not what an author would take unseen. */
const OTHER_TYPE_SAME_NAME = 1;
const OTHER_TYPE = 3;
const OTHER_FOLDER = 0.1;
/** What a name and a link text that both fit say beyond the better of the two. */
const BOTH_FIT = 0.6;

/** Pages that somebody may have meant, by their file names, titles and aliases; likeliest first. */
export function rankPages(wiki: Wiki, meant: Meant): readonly LikelyPage[] {
  const found: LikelyPage[] = [];
  for (const page of wiki.pages.values()) {
    const byName = doubtOfName(meant.name, page);
    const byText = meant.text === undefined ? undefined : doubtOfText(meant.text, page);
    if (byName === undefined && byText === undefined) continue;
    const fit =
      Math.min(byName ?? 9, byText ?? 9) - (byName !== undefined && byText !== undefined ? BOTH_FIT : 0);
    const isOther = meant.type !== undefined && page.typeName !== meant.type;
    const type = isOther ? (byName === 0 ? OTHER_TYPE_SAME_NAME : OTHER_TYPE) : 0;
    const folder = meant.folder === undefined || folderOf(page.path) === meant.folder ? 0 : OTHER_FOLDER;
    found.push({ path: page.path, doubt: Math.max(0, fit) + type + folder });
  }
  return found.sort((a, b) => a.doubt - b.doubt || (a.path < b.path ? -1 : 1));
}

/** The same as paths. */
export const likelyPages = (wiki: Wiki, meant: Meant): readonly string[] =>
  rankPages(wiki, meant).map(({ path }) => path);

function doubtOfName(name: string, page: Page): number | undefined {
  const own = stem(page.path).toLowerCase();
  const wanted = name.toLowerCase();
  if (own === wanted) return 0;
  if (undated(own) === undated(wanted)) return 1;
  const slips = slipsBetween(wanted, own);
  if (slips !== undefined) return 1 + slips;
  const words = wanted.replace(/[-_]+/g, ' ');
  if ([page.title, ...page.aliases].some(title => title.toLowerCase() === words)) return 1;
  const titleSlips = slipsBetween(words, page.title.toLowerCase());
  if (titleSlips !== undefined) return 2 + titleSlips;
  const overlap = Math.max(tokenOverlap(wanted, own), tokenOverlap(wanted, page.title));
  return overlap >= 0.5 ? 3 + 2 * (1 - overlap) : undefined;
}

function doubtOfText(text: string, page: Page): number | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  if ([page.title, ...page.aliases].some(title => title.toLowerCase() === wanted)) return 1;
  const overlap = tokenOverlap(wanted, page.title);
  return overlap >= 0.6 ? 3 + 2 * (1 - overlap) : undefined;
}

/** From 0 to below 2, the more slips for its length the higher; undefined for what is another name. */
function slipsBetween(a: string, b: string): number | undefined {
  const limit = spellingLimit(a);
  const distance = editDistance(a, b, limit);
  return distance > limit ? undefined : (2 * distance) / (limit + 1);
}

/** A file name without the date that wikis put before it. */
const undated = (name: string): string => name.replace(/^\d{4}(?:-\d{2}){0,2}-/, '');

import type { Page } from '../../wiki/page.ts';
import { pathKey } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { searchText } from './search-words.ts';

/** A page by what is asked of it for each list. */
export interface Entry {
  readonly path: string;
  readonly text: string;
  readonly typeName: string | undefined;
}

/** Places of pages that went are left empty up to so many. */
const MOST_GAPS = 1000;

/** Every page of a wiki, each at a place of its own that stays; undefined where a page went. */
export class PageList {
  readonly entries: (Entry | undefined)[] = [];
  private readonly places = new Map<string, number>();
  private changes: number;

  private constructor(wiki: Wiki) {
    this.changes = wiki.pageChanges;
    for (const page of wiki.pages.values()) this.put(page);
  }

  /** The pages as they are now: after an edit only what is edited is looked at. */
  static of(wiki: Wiki): PageList {
    const known = lists.get(wiki);
    if (known?.follow(wiki)) return known;
    const list = new PageList(wiki);
    lists.set(wiki, list);
    return list;
  }

  /** The place of a path, which is compared as links compare paths (`pathKey`). */
  placeOf(key: string): number | undefined {
    return this.places.get(key);
  }

  private follow(wiki: Wiki): boolean {
    const changed = wiki.pagesChangedSince(this.changes);
    if (!changed) return false;
    this.changes = wiki.pageChanges;
    for (const path of changed) {
      const page = wiki.pages.get(path);
      const place = this.places.get(pathKey(path));
      if (page) this.put(page, place);
      else if (place !== undefined && this.entries[place]?.path === path) {
        this.entries[place] = undefined;
        this.places.delete(pathKey(path));
      }
    }
    return this.entries.length - this.places.size <= MOST_GAPS;
  }

  private put(page: Page, place = this.entries.length): void {
    this.entries[place] = { path: page.path, text: searchText(page), typeName: page.typeName };
    this.places.set(pathKey(page.path), place);
  }
}

const lists = new WeakMap<Wiki, PageList>();

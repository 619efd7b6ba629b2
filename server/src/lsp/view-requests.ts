/*
 * What the views of our VS Code client ask; part of `protocol.ts`. Positions are LSP's (zero-based, UTF-16), all texts are
 * plain texts. Nothing here checks a page: what is not known yet is left out, and `known` says how much is.
 */

/** Notification, server → client: what a view shows may be another now. Sent once, until something is asked again. */
export const VIEWS_CHANGED = 'researchWiki/viewsChanged';

export interface ViewRange {
  readonly start: ViewPosition;
  readonly end: ViewPosition;
}
export interface ViewPosition {
  readonly line: number;
  readonly character: number;
}
/** A place in a file. */
export interface ViewPlace {
  readonly uri: string;
  readonly range: ViewRange;
}
/** Diagnostics of pages, hints left out. */
export interface ViewProblems {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Request: the pages of all wikis in groups. */
export const WIKI_GROUPS = 'researchWiki/wikiGroups';
export type WikiGrouping = 'type' | 'status' | 'folder';
export interface WikiGroupsParams {
  readonly by: WikiGrouping;
  /** Words that the title, path, type or status of a page must hold; empty for all pages. */
  readonly filter: string;
}
export interface WikiGroupsResult {
  readonly wikis: readonly {
    readonly rootUri: string;
    readonly name: string;
    /** How many fit the filter. */
    readonly pages: number;
    readonly groups: readonly ViewGroup[];
  }[];
}
export interface ViewGroup extends ViewProblems {
  /** Empty for pages that have no type or status, and for those in the wiki's root. */
  readonly key: string;
  readonly pages: number;
  /** A type that new pages can be made of. */
  readonly isType: boolean;
}

/** Request: the pages of a group, or of a part of it where there are very many. */
export const WIKI_PAGES = 'researchWiki/wikiPages';
export interface WikiPagesParams extends WikiGroupsParams {
  readonly rootUri: string;
  readonly group: string;
  /** The key of a part; the whole group where absent. */
  readonly part?: string;
}
export interface WikiPagesResult {
  readonly parts: readonly (ViewProblems & ViewPart)[];
  readonly pages: readonly ViewPage[];
}
/** Pages whose titles begin alike. */
export interface ViewPart {
  readonly key: string;
  /** What they begin with. */
  readonly label: string;
  readonly pages: number;
}
export interface ViewPage extends ViewProblems {
  readonly uri: string;
  readonly title: string;
  /** Relative to the wiki's root. */
  readonly path: string;
  readonly type?: string;
  readonly status?: string;
}

/** Request: what a page has and lacks, or null when it is no page of a wiki. */
export const PAGE_PARTS = 'researchWiki/pageParts';
export interface PagePartsResult extends Omit<ViewPage, 'path'> {
  /** Where the page says its title; absent where its file name is all there is. */
  readonly titleAt?: ViewRange;
  readonly sections: readonly ViewSection[];
  readonly tables: readonly ViewTable[];
  readonly numbers: ViewNumberCounts;
  /** How many pages link here. */
  readonly backlinks: number;
}
export interface ViewSection {
  readonly title: string;
  /** Absent where the section is missing. */
  readonly range?: ViewRange;
  readonly empty?: boolean;
  /** Set where it is missing: what `VIEW_EDIT` adds. */
  readonly entry?: number;
}
export interface ViewTable extends ViewPlace {
  readonly title: string;
  /** Relative to the wiki's root. */
  readonly path: string;
  /** False for a file that is gone, or is no table. */
  readonly readable: boolean;
  readonly quoted: number;
  readonly contradicted: number;
}

/** Request: the relations of a page, both ways. */
export const PAGE_RELATIONS = 'researchWiki/pageRelations';
export interface PageRelationsResult {
  readonly groups: readonly ViewRelation[];
}
export interface ViewRelation {
  readonly direction: 'to' | 'from';
  /** The section that holds the links; absent for links anywhere in the page. */
  readonly section?: string;
  /** The type of the pages that link here. */
  readonly fromType?: string;
  readonly atLeast: number;
  readonly links: readonly ViewRelated[];
}
export interface ViewRelated extends ViewPlace {
  /** The page at the other end; absent for one that does not exist yet. */
  readonly pageUri?: string;
  readonly title: string;
  readonly type?: string;
  /** The section of the page that is linked to which should list the other one, and does not. */
  readonly notListedIn?: string;
}

/** Request: the places that lead to a page, with their sentences. */
export const PAGE_BACKLINKS = 'researchWiki/pageBacklinks';
export interface PageBacklinksResult {
  readonly title: string;
  readonly places: readonly (ViewPlace & {
    readonly title: string;
    readonly section: string;
    /** Empty in the front matter. */
    readonly sentence: string;
  })[];
  /** How many pages there are beside these. */
  readonly more: number;
}

/** What became of a number, what needs the author first; see the features for what they mean. */
export type ViewNumberGroup = 'contradicted' | 'ambiguous' | 'unchecked' | 'agrees' | 'bound' | 'ignored';
export type ViewNumberCounts = Readonly<Partial<Record<ViewNumberGroup, number>>>;

/** Request: the numbers of all wikis by what became of them, as far as the background check has come. */
export const NUMBER_GROUPS = 'researchWiki/numberGroups';
export interface NumberGroupsResult {
  readonly groups: readonly {
    readonly group: ViewNumberGroup;
    readonly numbers: number;
    readonly pages: number;
  }[];
  /** Of how many pages the numbers are known. */
  readonly known: number;
  readonly pages: number;
}

/** Request: the pages that have numbers of a group. */
export const NUMBER_PAGES = 'researchWiki/numberPages';
export interface NumberPagesParams {
  readonly group: ViewNumberGroup;
  /** The key of a part; all pages where absent. */
  readonly part?: string;
}
export interface NumberPagesResult {
  readonly parts: readonly (ViewPart & { readonly numbers: number })[];
  readonly pages: readonly (Pick<ViewPage, 'uri' | 'title' | 'path'> & { readonly numbers: number })[];
}

/** Request: the numbers of one page in source order, or null when it is no page of a wiki. */
export const PAGE_NUMBERS = 'researchWiki/pageNumbers';
export interface PageNumbersResult {
  readonly numbers: readonly ViewNumber[];
}
export interface ViewNumber {
  readonly group: ViewNumberGroup;
  readonly text: string;
  readonly range: ViewRange;
  readonly sentence: string;
  /** Why it is in its group. */
  readonly reason: string;
  /** The cell that it speaks of, or may speak of. */
  readonly cell?: ViewPlace & { readonly label: string };
  /** What the table has instead, where that is sure and may be put in place. */
  readonly expected?: string;
  readonly canBind: boolean;
}

/** Request: the edits of something that a view offers. Nothing is written by the server. Fails where the page has changed. */
export const VIEW_EDIT = 'researchWiki/viewEdit';
export type ViewEditParams =
  /** Binds the number that begins at `position` and reads `text`, or puts the table's value in its place. */
  | {
      readonly edit: 'bind-number' | 'table-value';
      readonly uri: string;
      readonly position: ViewPosition;
      readonly text: string;
    }
  /** Adds the missing sections of an entry of the page's type. */
  | { readonly edit: 'add-section'; readonly uri: string; readonly entry: number }
  /** Lists the page `listed` in a section of `uri`. */
  | { readonly edit: 'list-page'; readonly uri: string; readonly listed: string; readonly section: string };
export interface ViewEditResult {
  /** In source order. */
  readonly edits: readonly (ViewPlace & { readonly newText: string })[];
}

import type { PageFacts } from '../markdown/facts.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Table } from '../tables/table.ts';
import { FileSet } from './file-set.ts';
import { countKey, linkedStemsOf, linkedTablesOf, linkKeysOf, nameKeysOf } from './link-keys.ts';
import { SeenMoves } from './moves/seen-moves.ts';
import { makePage, type Page } from './page.ts';
import { pathKey, stem } from './path.ts';
import { mayRestate, restatableOf } from './restating.ts';
import type { Schema } from './schema/schema.ts';
import { surfaceOf } from './surface.ts';

/** What the wiki asks of the world outside of it. The host answers from disk and open documents. */
export interface Sources {
  /** The text of a page just as its facts have it, or undefined when it can't be had any more. */
  textOf(path: string): string | undefined;
  /** The page's prose and tables, derived from its text. */
  contentOf(page: Page): PageContent | undefined;
  /** The data table at a wiki path, or undefined when there is no such file or it is no table. */
  tableAt(path: string): Table | undefined;
  /** True where a file or folder stands that the index leaves out. */
  exists(path: string): boolean;
  /** The local date as `YYYY-MM-DD`, for new pages and for what goes stale. */
  today(): string;
  /** The text of a template, by its wiki path. */
  templateAt?(path: string): string | undefined;
  /** Who writes here, for the front matter of new pages; undefined where nobody knows. */
  writer?(): string | undefined;
  /** Where the file that was once at a path is now, as version control has it; undefined where nobody knows. */
  renamedTo(path: string): string | undefined;
}

export interface PageContent {
  readonly text: string;
  readonly prose: Prose;
}

/** What an update concerns. */
export interface Change {
  /** Pages whose diagnostics may differ now, the changed one among them. */
  readonly dirty: ReadonlySet<string>;
  /** True when others can see a difference. */
  readonly surfaceChanged: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** So many changes of pages are known one by one; who missed more looks at all pages. */
const MOST_CHANGES = 100;

/**
 * All pages of one wiki root. The only mutable value of the core: changed between requests by `update`, which
 * keeps who-links-to-whom right. All else is derived from immutable facts.
 */
export class Wiki {
  readonly pages = new Map<string, Page>();
  readonly files: FileSet;
  readonly sources: Sources;
  /** Files that others have moved. The host says what comes and goes on the disk. */
  readonly seenMoves = new SeenMoves();
  version = 0;
  /** Goes up when others may see a page, or the set of files, differently: answers about the whole wiki are kept by it. */
  surfaceVersion = 0;
  /** How many times a page came, changed or went. */
  pageChanges = 0;
  /** The paths of the last ones, newest last. */
  private readonly lastChanged: string[] = [];
  private currentSchema: Schema;
  /** Link key → pages with a link, a field or a table under that key. Made when first asked for: a check never asks. */
  private linkers: Map<string, Set<string>> | undefined;
  /** Path → how many pages link to it or name it as a table. */
  private readonly tableUsers = new Map<string, number>();
  /** Name key → pages of that file name or title. */
  private readonly names = new Map<string, Set<string>>();
  /** File name → pages that link to one of that name in any folder. Made when first needed, since a check never does. */
  private stems: Map<string, Set<string>> | undefined;

  constructor(schema: Schema, sources: Sources) {
    this.currentSchema = schema;
    this.sources = sources;
    this.files = new FileSet(path => sources.exists(path));
  }

  get schema(): Schema {
    return this.currentSchema;
  }

  /** Reads every page anew through another schema; its facts stay. All pages are dirty. */
  setSchema(schema: Schema): void {
    this.currentSchema = schema;
    this.surfaceVersion++;
    const all = [...this.pages.values()];
    this.pages.clear();
    this.linkers = undefined;
    this.tableUsers.clear();
    this.names.clear();
    this.stems = undefined;
    for (const page of all) this.insert(page.path, page.facts);
  }

  /** Puts a page in place that nobody has asked about yet: while everything is read, what is dirty is no question. */
  insert(path: string, facts: PageFacts): void {
    this.surfaceVersion++;
    this.replace(path, this.pages.get(path), makePage(path, facts, this.currentSchema));
  }

  /** Puts a page's new facts in place, or takes the page out (`undefined`). */
  update(path: string, facts: PageFacts | undefined): Change {
    const before = this.pages.get(path);
    if (before?.facts === facts) return { dirty: NONE, surfaceChanged: false };
    const after = facts && makePage(path, facts, this.currentSchema);
    this.replace(path, before, after);
    const dirty = new Set([path]);
    const surfaceChanged = (before && surfaceOf(before)) !== (after && surfaceOf(after));
    if (surfaceChanged) {
      this.surfaceVersion++;
      for (const linker of this.linkersOf(path)) dirty.add(linker);
      for (const page of [before, after]) {
        if (page)
          for (const name of nameKeysOf(page))
            for (const linker of this.linkersUnder(name)) dirty.add(linker);
      }
    }
    if (before?.typeName !== after?.typeName) {
      for (const page of [before, after])
        for (const linker of page?.typeName ? this.linkersUnder(countKey(page.typeName)) : NONE)
          dirty.add(linker);
    }
    if (before && after && restatableOf(before) !== restatableOf(after))
      for (const restater of this.restatersOf(path)) dirty.add(restater);
    // The message of a broken link says where a page of that name is.
    if (!before !== !after) for (const linker of this.linkersOfStem(path)) dirty.add(linker);
    return { dirty, surfaceChanged };
  }

  /** The pages that came, changed or went since `pageChanges` was as given; undefined where that is too long ago. */
  pagesChangedSince(count: number): readonly string[] | undefined {
    const since = this.pageChanges - count;
    if (since > this.lastChanged.length) return undefined;
    return since === 0 ? [] : this.lastChanged.slice(-since);
  }

  /** Says that a file (a page's too) is there. Pages that link to it or to a folder that comes with it are dirty. */
  addFile(path: string): Change {
    return this.filesChanged(this.files.add(path));
  }

  /** Says that a file is gone; a page's facts are taken out by `update`. */
  deleteFile(path: string): Change {
    return this.filesChanged(this.files.delete(path));
  }

  private filesChanged(paths: readonly string[]): Change {
    if (paths.length === 0) return { dirty: NONE, surfaceChanged: false };
    this.version++;
    this.surfaceVersion++;
    return { dirty: new Set(paths.flatMap(path => [...this.linkersOf(path)])), surfaceChanged: true };
  }

  /** Pages with a link, field or page path that leads to this path, whether it is there or not. */
  linkersOf(path: string): ReadonlySet<string> {
    return this.linkersUnder(pathKey(path));
  }

  /** Pages with a link, field or page path that may mean this page: by its path, file name, title or an alias. */
  *mayLinkTo(page: Page): Iterable<Page> {
    const keys = new Set([pathKey(page.path), ...nameKeysOf(page)]);
    const paths = new Set([...keys].flatMap(key => [...this.linkersUnder(key)]));
    for (const path of paths) yield this.pages.get(path)!;
  }

  /** Pages with a field or a page path in prose that may mean a page by this file name, title or alias. */
  namersOf(name: string): ReadonlySet<string> {
    return this.linkersUnder(`@${name.toLowerCase()}`);
  }

  /** Pages that may say again what the page at a path says. */
  restatersOf(path: string): readonly string[] {
    const linkers = [...this.linkersOf(path)].filter(linker => mayRestate(this.pages.get(linker)!, path));
    const namers = [...this.namersOf(stem(path))];
    return [...linkers, ...namers.filter(namer => this.pages.get(namer)!.facts.pagePaths.length > 0)];
  }

  /** Pages whose numbers may be held to a table, and those that may say again what these say. */
  concernedByTable(path: string): ReadonlySet<string> {
    const linkers = [...this.linkersOf(path)];
    return new Set([...linkers, ...linkers.flatMap(linker => this.restatersOf(linker))]);
  }

  /** True for a file that a page links to or names as a table. */
  isTableInUse(path: string): boolean {
    return this.tableUsers.has(path);
  }

  /** Paths of the pages whose file name, title or alias is `name`, upper and lower case aside; sorted. */
  pagesNamed(name: string): readonly string[] {
    return [...(this.names.get(`@${name.toLowerCase()}`) ?? NONE)].sort();
  }

  private replace(path: string, before: Page | undefined, after: Page | undefined): void {
    this.version++;
    this.pageChanges++;
    this.lastChanged.push(path);
    if (this.lastChanged.length > 2 * MOST_CHANGES) this.lastChanged.splice(0, MOST_CHANGES);
    if (after) this.pages.set(path, after);
    else this.pages.delete(path);
    if (this.linkers) move(this.linkers, before && linkKeysOf(before), after && linkKeysOf(after), path);
    move(this.names, before && nameKeysOf(before), after && nameKeysOf(after), path);
    if (this.stems) move(this.stems, before && linkedStemsOf(before), after && linkedStemsOf(after), path);
    if (before) for (const table of linkedTablesOf(before)) this.countTable(table, -1);
    if (after) for (const table of linkedTablesOf(after)) this.countTable(table, 1);
  }

  private countTable(path: string, by: 1 | -1): void {
    const users = (this.tableUsers.get(path) ?? 0) + by;
    if (users > 0) this.tableUsers.set(path, users);
    else this.tableUsers.delete(path);
  }

  private linkersUnder(key: string): ReadonlySet<string> {
    if (!this.linkers) {
      this.linkers = new Map();
      for (const page of this.pages.values()) move(this.linkers, undefined, linkKeysOf(page), page.path);
    }
    return this.linkers.get(key) ?? NONE;
  }

  private linkersOfStem(path: string): ReadonlySet<string> {
    if (!this.stems) {
      this.stems = new Map();
      for (const page of this.pages.values()) move(this.stems, undefined, linkedStemsOf(page), page.path);
    }
    return this.stems.get(stem(path).toLowerCase()) ?? NONE;
  }
}

/** Takes a page from under the keys it had and puts it under those it has. */
function move(
  index: Map<string, Set<string>>,
  before: ReadonlySet<string> | undefined,
  after: ReadonlySet<string> | undefined,
  path: string,
): void {
  for (const key of before ?? NONE) {
    if (after?.has(key)) continue;
    const set = index.get(key);
    set?.delete(path);
    if (set?.size === 0) index.delete(key);
  }
  for (const key of after ?? NONE) {
    if (before?.has(key)) continue;
    const set = index.get(key);
    if (set) set.add(path);
    else index.set(key, new Set([path]));
  }
}

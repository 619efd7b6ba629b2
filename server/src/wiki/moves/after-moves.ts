import { nameKeysOf } from '../link-keys.ts';
import { makePage, type Page } from '../page.ts';
import { isMarkdownPath, isOutside } from '../path.ts';
import type { Lookup } from '../resolve.ts';
import { isIncluded } from '../schema/page-type.ts';
import type { Wiki } from '../wiki.ts';
import type { Moves } from './moves.ts';

/** The wiki as links will find it once the moves are done. Nothing is copied: what stays is asked of the wiki. */
export class AfterMoves implements Lookup {
  readonly pages = { get: (path: string) => this.pageAt(path) };
  readonly files = {
    hasFile: (path: string) => this.hasFile(path),
    hasFolder: (path: string) => this.hasFolder(path),
    isElsewhere: (path: string) => this.isElsewhere(path),
    otherCase: (path: string) => {
      const other = this.wiki.files.otherCase(path);
      return other === undefined || this.moves.leaves(other) ? undefined : other;
    },
  };
  private readonly wiki: Wiki;
  private readonly moves: Moves;
  private readonly moved = new Map<string, Page | undefined>();
  /** How many files come into each folder and leave it; made when first asked for. */
  private comings: ReadonlyMap<string, number> | undefined;
  private goings: ReadonlyMap<string, number> | undefined;
  private readonly movedFiles: readonly string[];
  private readonly movedPages: readonly string[];

  /** `files`: the files of the wiki that move. */
  constructor(wiki: Wiki, moves: Moves, files: readonly string[]) {
    this.wiki = wiki;
    this.moves = moves;
    this.movedFiles = files;
    this.movedPages = files.filter(path => wiki.pages.has(path));
  }

  pagesNamed(name: string): readonly string[] {
    const key = `@${name.toLowerCase()}`;
    const staying = this.wiki.pagesNamed(name).filter(path => !this.moves.leaves(path));
    const coming = this.movedPages
      .map(path => this.moves.newPath(path))
      .filter(path => {
        const page = this.pageAt(path);
        return page !== undefined && nameKeysOf(page).has(key);
      });
    return [...new Set([...staying, ...coming])].filter(path => this.pageAt(path)).sort();
  }

  private pageAt(path: string): Page | undefined {
    const old = this.moves.oldPath(path);
    if (old !== undefined && this.wiki.files.hasFile(old)) {
      if (!this.moved.has(path)) this.moved.set(path, this.movedPage(old, path));
      return this.moved.get(path);
    }
    return this.moves.leaves(path) ? undefined : this.wiki.pages.get(path);
  }

  private movedPage(old: string, path: string): Page | undefined {
    const facts = this.wiki.pages.get(old)?.facts;
    const isPage = isMarkdownPath(path) && !isOutside(path) && isIncluded(this.wiki.schema, path);
    return facts && isPage ? makePage(path, facts, this.wiki.schema) : undefined;
  }

  private hasFile(path: string): boolean {
    const old = this.moves.oldPath(path);
    if (old !== undefined && this.wiki.files.hasFile(old)) return true;
    return !this.moves.leaves(path) && this.wiki.files.hasFile(path);
  }

  private hasFolder(path: string): boolean {
    if (path === '') return true;
    this.comings ??= this.counted(this.movedFiles.map(file => this.moves.newPath(file)));
    if (this.comings.has(path)) return true;
    this.goings ??= this.counted(this.movedFiles);
    return this.wiki.files.countIn(path) > (this.goings.get(path) ?? 0);
  }

  /** Files at any depth, by folder. */
  private counted(paths: readonly string[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const path of paths) {
      for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        const folder = path.slice(0, slash);
        counts.set(folder, (counts.get(folder) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** What the index leaves out moves along with its folder. */
  private isElsewhere(path: string): boolean {
    const old = this.moves.oldPath(path);
    if (old !== undefined) return this.wiki.files.isElsewhere(old);
    return !this.moves.leaves(path) && this.wiki.files.isElsewhere(path);
  }
}

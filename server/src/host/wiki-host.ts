import { existsSync } from 'node:fs';
import { basename, relative, resolve as resolvePathOf } from 'node:path';
import type { MarkdownParser } from '../markdown/parser.ts';
import { allRules } from '../rules/all.ts';
import type { SchemaFile, TroubledFile } from '../rules/rule.ts';
import { linkedTablesOf } from '../wiki/link-keys.ts';
import { isMarkdownPath, isTablePath } from '../wiki/path.ts';
import { isIncluded } from '../wiki/schema/page-type.ts';
import { parseSchema } from '../wiki/schema/parse-schema.ts';
import type { Schema } from '../wiki/schema/schema.ts';
import { tableOptionsOf } from '../wiki/schema/table-options.ts';
import { Wiki } from '../wiki/wiki.ts';
import { isSchemaName, nestedWikis, schemaFileIn } from './find-wiki.ts';
import { GitIgnore } from './git-ignore.ts';
import type { GitRenames } from './git-renames.ts';
import { gitWriter } from './git-writer.ts';
import { EVERYTHING, type HostChange, merge, NOTHING } from './host-change.ts';
import { PageFiles, type PageRead } from './page-files.ts';
import type { ReadAhead } from './read-ahead.ts';
import { type PageTaker, type Progress, readPages } from './read-pages.ts';
import { readText } from './read-text.ts';
import { TableFiles } from './table-files.ts';
import { today } from './today.ts';
import { foldersIn, isFile, walk } from './walk.ts';

export { type HostChange, NOTHING } from './host-change.ts';
export type { Progress } from './read-pages.ts';

export interface HostOptions {
  readonly parser: MarkdownParser;
  /** Absolute path of a configuration that stands elsewhere (`--config`). */
  readonly schemaFile?: string;
  /** Where files went, as Git knows; absent where Git may not be asked. */
  readonly renames?: GitRenames;
}

/** One wiki on the disk: keeps the `Wiki` right from files and open documents. Everything is synchronous. */
export class WikiHost {
  /** Absolute, `/` as separator, without one at the end. */
  readonly root: string;
  readonly wiki: Wiki;
  /** Files that could not be read as they should, by wiki path. */
  readonly troubles = new Map<string, TroubledFile>();
  schemaFile: SchemaFile | undefined;
  readonly pageFiles: PageFiles;
  readonly tableFiles: TableFiles;
  private readonly open = new Map<string, string>();
  /** Pages found to be another on the disk than they were read, before any event said so. */
  private readonly outdated = new Set<string>();
  private readonly options: HostOptions;
  private ignored: GitIgnore;
  /** Folders below the root that are wikis of their own: their files are there to link to, their pages are not ours. */
  private nested: readonly string[] = [];

  constructor(root: string, options: HostOptions) {
    this.root = root;
    this.options = options;
    this.ignored = new GitIgnore(root);
    this.pageFiles = new PageFiles(root, options.parser, this.open);
    this.tableFiles = new TableFiles(root, this.open, path => tableOptionsOf(this.wiki.schema, path));
    const { schema, file } = this.readSchema(undefined);
    this.schemaFile = file;
    this.wiki = new Wiki(schema, {
      textOf: path => {
        const facts = this.wiki.pages.get(path)?.facts;
        const text = facts && this.pageFiles.textOf(path, facts);
        if (facts && text === undefined) this.outdated.add(path);
        return text;
      },
      contentOf: page => this.pageFiles.contentOf(page),
      tableAt: path => this.tableFiles.table(path),
      exists: path => existsSync(`${root}/${path}`),
      today,
      templateAt: path => this.templateAt(path),
      // Who may not ask Git for renames may not ask it for a name.
      writer: () => (options.renames ? gitWriter(root) : undefined),
      renamedTo: path => options.renames?.renamedTo(path, other => this.wiki.files.hasFile(other)),
    });
  }

  get parser(): MarkdownParser {
    return this.options.parser;
  }

  /**
   * Walks the folders and reads every page; one step a page, so that a caller can show progress or pause. With `readAhead`
   * other threads read some of them, for which the caller has to give the event loop its turn.
   */
  *load(readAhead?: typeof ReadAhead.of): Generator<Progress, void, void> {
    const walking = walk(this.root, this.ignored);
    let step = walking.next();
    for (; !step.done; step = walking.next()) yield { done: 0, total: 0 };
    const { files, symlinks, unreadable } = step.value;
    for (const path of [...files, ...symlinks]) this.wiki.addFile(path);
    for (const { path, code } of unreadable) {
      this.troubles.set(path, { path, trouble: 'unreadable', message: `the folder can't be read (${code})` });
    }
    this.nested = nestedWikis(files);
    const pages = files.filter(path => this.isPage(path));
    const taker: PageTaker = {
      read: path => this.insert(path, this.pageFiles.read(path)),
      accept: (path, read) => this.accept(path, read),
    };
    yield* readPages(pages, taker, readAhead?.(this.root, pages));
  }

  /** Whether a file is a page of the wiki by its name and the schema's `include` and `exclude`. */
  isPage(path: string): boolean {
    return (
      isMarkdownPath(path) &&
      isIncluded(this.wiki.schema, path) &&
      !this.nested.some(folder => path.startsWith(folder))
    );
  }

  isSchemaFile(path: string): boolean {
    return this.options.schemaFile === undefined && isSchemaName(path);
  }

  /** A document was opened or edited: its text counts before the disk. `text` may begin with a BOM. */
  setOpen(path: string, text: string): HostChange {
    this.open.set(path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return this.changed(path);
  }

  /** A document was closed: the disk counts again. */
  setClosed(path: string): HostChange {
    return this.open.delete(path) ? this.changed(path) : NOTHING;
  }

  openPaths(): Iterable<string> {
    return this.open.keys();
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  /** True for an open document that says something else than its file. */
  isUnsaved(path: string): boolean {
    const text = this.open.get(path);
    if (text === undefined) return false;
    const file = readText(`${this.root}/${path}`);
    return !file || !('text' in file) || file.text !== text;
  }

  /** Files or folders that came, changed or went on the disk, in any order. */
  filesChanged(paths: Iterable<string>): HostChange {
    const changes: HostChange[] = [];
    for (const path of paths) {
      const name = basename(path);
      if (name === '.gitignore' || (path !== name && isSchemaName(name))) return this.reload();
      if (
        this.options.schemaFile !== undefined &&
        resolvePathOf(this.root, path) === this.options.schemaFile
      ) {
        changes.push(this.schemaChanged());
      }
      for (const file of this.filesAt(path)) changes.push(this.fileChanged(file));
    }
    changes.push(this.seeMoves());
    return merge(changes);
  }

  /** The folders in a folder that came, as far as Git does not ignore them; none for a file or a known folder. */
  foldersOfNew(path: string): readonly string[] {
    const { files } = this.wiki;
    if (files.hasFile(path) || files.hasFolder(path)) return [];
    return foldersIn(this.root, this.ignored, path);
  }

  /** Pages that are another on the disk than they were read: those whose text was asked for, and any of `paths`. */
  takeOutdated(paths: Iterable<string>): readonly string[] {
    for (const path of paths) if (this.wiki.pages.has(path)) this.wiki.sources.textOf(path);
    const found = [...this.outdated];
    this.outdated.clear();
    return found;
  }

  /** Reads everything again, after a change of what is ignored. */
  reload(): HostChange {
    this.ignored = new GitIgnore(this.root);
    const before = new Set(this.wiki.files);
    const walking = walk(this.root, this.ignored);
    let step = walking.next();
    while (!step.done) step = walking.next();
    const now = new Set([...step.value.files, ...step.value.symlinks]);
    this.nested = nestedWikis(now);
    for (const path of before) if (!now.has(path)) this.remove(path);
    for (const path of now) if (!before.has(path)) this.add(path);
    this.pagesMayDiffer();
    return EVERYTHING;
  }

  /** The files that an event for a path concerns: itself, what was known below it, and what is there now. */
  private filesAt(path: string): Iterable<string> {
    const files = new Set<string>();
    const below = `${path}/`;
    for (const known of this.wiki.files.hasFolder(path) ? this.wiki.files : []) {
      if (known.startsWith(below)) files.add(known);
    }
    if (files.size === 0) files.add(path);
    const walking = walk(this.root, this.ignored, path);
    let step = walking.next();
    while (!step.done) step = walking.next();
    for (const file of [...step.value.files, ...step.value.symlinks]) files.add(file);
    return files;
  }

  private fileChanged(path: string): HostChange {
    const there = this.isThere(path);
    const known = this.wiki.files.hasFile(path);
    if (!there) return known ? this.remove(path) : NOTHING;
    if (!known) return this.add(path);
    return this.open.has(path) ? NOTHING : this.changed(path);
  }

  /** Tells moves among what came and went. What is said of links to where a file was says where it is. */
  private seeMoves(): HostChange {
    const { wiki } = this;
    const found = wiki.seenMoves.settle();
    if (found.length === 0) return NOTHING;
    const pages = new Set(found.flatMap(({ from, to }) => [to, ...wiki.linkersOf(from)]));
    return { pages, files: new Set(), all: false };
  }

  private isThere(path: string): boolean {
    return !this.ignored.ignoresFile(path) && isFile(`${this.root}/${path}`);
  }

  private add(path: string): HostChange {
    const { dirty } = this.wiki.addFile(path);
    const change = this.changed(path);
    this.wiki.seenMoves.appeared(path, this.wiki.pages.get(path)?.facts);
    return merge([{ pages: dirty, files: this.filesThatCount(), all: false }, change]);
  }

  private remove(path: string): HostChange {
    this.options.renames?.forget();
    this.wiki.seenMoves.vanished(path, this.wiki.pages.get(path)?.facts);
    const { dirty } = this.wiki.deleteFile(path);
    this.troubles.delete(path);
    return merge([
      { pages: dirty, files: new Set([path, ...this.filesThatCount()]), all: false },
      this.changed(path),
    ]);
  }

  /** What is told of the configuration depends on which files there are. */
  private filesThatCount(): ReadonlySet<string> {
    return new Set(this.schemaFile ? [this.schemaFile.path] : []);
  }

  /** The text of a file is another now, in the editor or on the disk. */
  private changed(path: string): HostChange {
    if (this.isSchemaFile(path)) return this.schemaChanged();
    if (isTablePath(path)) {
      this.tableFiles.forget(path);
      this.wiki.version++;
      return { pages: this.wiki.concernedByTable(path), files: new Set([path]), all: false };
    }
    if (!this.isPage(path)) return NOTHING;
    const tablesBefore = this.tablesLinkedBy(path);
    const pages = this.readPage(path);
    const tablesAfter = this.tablesLinkedBy(path);
    return { pages, files: new Set([...tablesBefore, ...tablesAfter]), all: false };
  }

  /** Whether a file is a table at all depends on who links to it. */
  private tablesLinkedBy(path: string): ReadonlySet<string> {
    const page = this.wiki.pages.get(path);
    return page ? linkedTablesOf(page) : new Set();
  }

  /** Takes over what another thread read, unless there has been news of the page since. */
  private accept(path: string, read: PageRead): void {
    const { wiki } = this;
    if (this.open.has(path) || wiki.pages.has(path) || !wiki.files.hasFile(path)) return;
    this.pageFiles.accept(path, read);
    this.insert(path, read);
  }

  /** A page is read that may have been opened, and so read, while the rest was still being read. */
  private insert(path: string, { facts, trouble }: PageRead): void {
    if (trouble) this.troubles.set(path, trouble);
    if (facts) this.wiki.insert(path, facts);
    // It was there when the folders were walked.
    else if (!trouble) this.wiki.deleteFile(path);
  }

  private readPage(path: string): ReadonlySet<string> {
    const { facts, trouble } = this.pageFiles.read(path);
    if (trouble) this.troubles.set(path, trouble);
    else this.troubles.delete(path);
    const { dirty } = this.wiki.update(path, facts);
    return trouble && dirty.size === 0 ? new Set([path]) : dirty;
  }

  private schemaChanged(): HostChange {
    const { schema, file } = this.readSchema(this.wiki.schema);
    this.schemaFile = file;
    if (schema !== this.wiki.schema) {
      this.wiki.setSchema(schema);
      this.pagesMayDiffer();
      this.tableFiles.forgetAll();
    }
    return EVERYTHING;
  }

  /** Another idea of which files are pages: reads those that became one, and drops those that are none any more. */
  private pagesMayDiffer(): void {
    for (const path of this.wiki.files) {
      const isPage = this.isPage(path);
      if (isPage === this.wiki.pages.has(path) || this.troubles.has(path)) continue;
      if (isPage) this.readPage(path);
      else this.wiki.update(path, undefined);
    }
  }

  private templateAt(path: string): string | undefined {
    const open = this.open.get(path);
    if (open !== undefined) return open;
    const file = readText(`${this.root}/${path}`);
    return file && 'text' in file ? file.text : undefined;
  }

  /** The schema in force: what the file says, the last good one where it can't be read, the preset where there is none. */
  private readSchema(last: Schema | undefined): { schema: Schema; file: SchemaFile | undefined } {
    const ruleIds = allRules.map(({ id }) => id);
    const name = this.options.schemaFile ?? schemaFileIn(this.root);
    if (name === undefined) return { schema: parseSchema(undefined, { ruleIds }).schema, file: undefined };
    const path = this.options.schemaFile ? relative(this.root, name).replaceAll('\\', '/') : name;
    const openText = this.open.get(path);
    const read = openText === undefined ? readText(resolvePathOf(this.root, name)) : undefined;
    if (openText === undefined && (!read || 'trouble' in read)) {
      if (read) this.troubles.set(path, { path, ...read });
      return { schema: last ?? parseSchema(undefined, { ruleIds }).schema, file: undefined };
    }
    const text = openText ?? (read as { text: string }).text;
    const { schema, problems, usable } = parseSchema(text, { ruleIds });
    return { schema: usable || !last ? schema : last, file: { path, text, problems } };
  }
}

import { isWiki, wikisBelow } from '../host/find-wiki.ts';
import { GitRenames } from '../host/git-renames.ts';
import { ReadAhead } from '../host/read-ahead.ts';
import { WikiHost } from '../host/wiki-host.ts';
import type { MarkdownParser } from '../markdown/parser.ts';
import { inSlices } from './slices.ts';
import { fileOf, pathUnder, uriOf } from './uris.ts';

/** A file of a wiki. */
export interface Place {
  readonly wiki: OpenWiki;
  readonly path: string;
}

/** A wiki that the server looks after. */
export interface OpenWiki {
  readonly host: WikiHost;
  /** The workspace folder it was found in, as the client writes it. */
  readonly folderUri: string;
  /** False while its pages are read for the first time. */
  ready: boolean;
  /** Resolves when it is ready, or closed before it was. */
  readonly whenReady: Promise<void>;
  closed: boolean;
}

/** How a first reading goes, for whoever shows it. */
export interface LoadWatcher {
  loading(wiki: OpenWiki, done: number, total: number): void;
  loaded(wiki: OpenWiki): void;
  /** Git has told where files went that these links ask for. */
  renamesKnown(wiki: OpenWiki, asked: ReadonlySet<string>): void;
}

/** All wikis of the workspace folders. A file belongs to the innermost wiki that it lies under. */
export class Wikis {
  private readonly wikis = new Map<string, OpenWiki>();
  private readonly folders = new Map<string, string>();
  private readonly parser: MarkdownParser;
  private readonly watcher: LoadWatcher;
  private readonly git: 'ask' | 'leave';

  /** `git`: `leave` in an untrusted workspace. */
  constructor(parser: MarkdownParser, watcher: LoadWatcher, git: 'ask' | 'leave') {
    this.parser = parser;
    this.watcher = watcher;
    this.git = git;
  }

  all(): readonly OpenWiki[] {
    return [...this.wikis.values()];
  }

  /** Absolute paths of the workspace folders, as the client opened them. */
  roots(): readonly string[] {
    return [...this.folders.keys()];
  }

  folderUris(): readonly string[] {
    return [...this.folders.values()];
  }

  /** Finds the wikis of a workspace folder, or those that came since, and starts to read them. */
  addFolder(uri: string): readonly OpenWiki[] {
    const folder = fileOf(uri);
    if (folder === undefined) return [];
    this.folders.set(folder, uri);
    const roots = isWiki(folder) ? [folder, ...wikisBelow(folder)] : wikisBelow(folder);
    return roots.filter(root => !this.wikis.has(root)).map(root => this.open(root, uri));
  }

  /** Closes the wikis of a workspace folder and returns them. */
  removeFolder(uri: string): readonly OpenWiki[] {
    const folder = fileOf(uri);
    if (folder !== undefined) this.folders.delete(folder);
    const gone = this.all().filter(({ folderUri }) => folderUri === uri);
    for (const wiki of gone) {
      wiki.closed = true;
      this.wikis.delete(wiki.host.root);
    }
    return gone;
  }

  /** The wiki and path of a document or file; undefined outside of all wikis. */
  placeOf(uri: string): Place | undefined {
    const file = fileOf(uri);
    return file === undefined ? undefined : this.placeOfFile(file);
  }

  placeOfFile(file: string): Place | undefined {
    let best: Place | undefined;
    for (const wiki of this.wikis.values()) {
      const path = pathUnder(wiki.host.root, file);
      if (path !== undefined && wiki.host.root.length > (best?.wiki.host.root.length ?? -1))
        best = { wiki, path };
    }
    return best;
  }

  uriOf(wiki: OpenWiki, path: string): string {
    return uriOf(`${wiki.host.root}/${path}`);
  }

  private open(root: string, folderUri: string): OpenWiki {
    const renames = this.git === 'ask' ? new GitRenames(root) : undefined;
    const host = new WikiHost(root, { parser: this.parser, ...(renames ? { renames } : {}) });
    let isReady = () => {};
    const whenReady = new Promise<void>(resolve => {
      isReady = resolve;
    });
    const wiki: OpenWiki = { host, folderUri, ready: false, whenReady, closed: false };
    this.wikis.set(root, wiki);
    if (renames) renames.known = asked => this.watcher.renamesKnown(wiki, asked);
    void this.load(wiki).finally(isReady);
    return wiki;
  }

  private async load(wiki: OpenWiki): Promise<void> {
    const { watcher } = this;
    function* steps() {
      for (const { done, total } of wiki.host.load(ReadAhead.of)) {
        watcher.loading(wiki, done, total);
        yield;
      }
    }
    if (!(await inSlices(steps(), () => wiki.closed))) return;
    wiki.ready = true;
    this.watcher.loaded(wiki);
  }
}

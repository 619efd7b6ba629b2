import type { Connection } from 'vscode-languageserver';
import type { FileCheck } from '../host/check-wiki.ts';
import { isSchemaName, SCHEMA_NAMES } from '../host/find-wiki.ts';
import type { HostChange } from '../host/wiki-host.ts';
import type { MarkdownParser } from '../markdown/parser.ts';
import type { ClientFeatures } from './capabilities.ts';
import { CheckQueue } from './diagnostics/check-queue.ts';
import { Published } from './diagnostics/published.ts';
import { PullDiagnostics } from './diagnostics/pull.ts';
import { PushDiagnostics } from './diagnostics/push.ts';
import { FileWatching } from './file-watching.ts';
import { LensRefresh } from './lens-refresh.ts';
import { LoadProgress } from './load-progress.ts';
import { OpenDocuments } from './open-documents.ts';
import { PreviewNews } from './preview-news.ts';
import type { CodeLensSettings, InlayHintSettings } from './protocol.ts';
import { severityOverridesOf } from './rule-settings.ts';
import { giveWay } from './slices.ts';
import { StatusNews } from './status-news.ts';
import { ViewNews } from './view-news.ts';
import { type OpenWiki, type Place, Wikis } from './wikis.ts';

/** Pages above this many UTF-16 units are checked some time after the last key, not on each. */
const BIG_PAGE = 1_000_000;
const BIG_PAGE_PAUSE_MS = 300;

/** Everything that one client's server holds, and how changes flow through it. */
export class Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly wikis: Wikis;
  readonly documents = new OpenDocuments();
  readonly queue: CheckQueue;
  readonly published = new Published();
  readonly push: PushDiagnostics | undefined;
  readonly pull: PullDiagnostics | undefined;
  readonly previews: PreviewNews;
  readonly views: ViewNews;
  codeLens: CodeLensSettings;
  fillNewPages: boolean;
  inlayHints: InlayHintSettings;
  readonly lenses = new LensRefresh(this);
  private readonly status: StatusNews;
  private readonly progress: LoadProgress;
  readonly watching: FileWatching;
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  /** Edited files whose check comes next. */
  private readonly toCheck = new Set<string>();

  constructor(connection: Connection, client: ClientFeatures, parser: MarkdownParser) {
    this.connection = connection;
    this.client = client;
    this.published.vscodeMarkdown = client.options.vscodeMarkdown;
    this.codeLens = client.options.codeLens ?? {};
    this.inlayHints = client.options.inlayHints ?? {};
    this.fillNewPages = client.options.fillNewPages ?? false;
    this.queue = new CheckQueue({
      checked: (wiki, path, check) => this.checked(wiki, path, check),
      failed: (path, error) =>
        connection.console.error(`checking ${path} failed: ${error instanceof Error ? error.stack : error}`),
      idle: () => {
        this.status.send();
        this.previews.paused();
      },
    });
    this.queue.overrides = severityOverridesOf(client.options.rules);
    this.progress = new LoadProgress(connection, client);
    const watcher = {
      loading: (wiki: OpenWiki, done: number, total: number) => this.progress.loading(wiki, done, total),
      loaded: (wiki: OpenWiki) => this.loaded(wiki),
      renamesKnown: (wiki: OpenWiki, asked: ReadonlySet<string>) => this.renamesKnown(wiki, asked),
    };
    this.wikis = new Wikis(parser, watcher, client.options.trusted === false ? 'leave' : 'ask');
    this.push = client.pull ? undefined : new PushDiagnostics(connection, this.documents, this.published);
    this.pull = client.pull ? new PullDiagnostics(this) : undefined;
    this.status = new StatusNews(connection, this.wikis, this.queue, parser.name);
    this.previews = new PreviewNews(connection, this.documents);
    this.views = new ViewNews(connection);
    this.watching = new FileWatching(this);
    this.listen();
  }

  /** After `initialized`: finds the wikis of the open folders and reads them. */
  start(): void {
    for (const uri of this.client.folders) this.addFolder(uri);
    this.watching.start();
  }

  addFolder(uri: string): void {
    const opened = this.wikis.addFolder(uri);
    for (const document of this.documents.documents.all()) {
      const place = this.wikis.placeOf(document.uri);
      if (!place || !opened.includes(place.wiki)) continue;
      place.wiki.host.setOpen(place.path, document.getText());
      this.queue.now(place.wiki, place.path, 'page');
    }
    this.status.send();
    this.views.soon();
  }

  removeFolder(uri: string): void {
    for (const wiki of this.wikis.removeFolder(uri)) {
      const paths = [...this.queue.resultsOf(wiki).keys()];
      this.queue.drop(wiki);
      this.push?.clear(wiki, paths);
      this.pull?.clear(wiki, paths);
    }
    this.status.send();
    this.views.soon();
  }

  /** Files came: a folder may be a wiki now, by its configuration or its first finding. */
  lookForNewWikis(files: readonly string[]): void {
    const telling = files.some(file => {
      const root = this.wikis.placeOfFile(file)?.wiki.host.root;
      if (isSchemaName(file.slice(file.lastIndexOf('/') + 1)))
        return root === undefined || !SCHEMA_NAMES.some(name => file === `${root}/${name}`);
      return root === undefined && /\/findings\/[^/]+\.md$/.test(file);
    });
    if (telling) for (const uri of this.wikis.folderUris()) this.addFolder(uri);
  }

  /** The wiki file that a document is, once its wiki is read; undefined outside of all wikis. */
  async readyPlace(uri: string): Promise<Place | undefined> {
    const place = this.wikis.placeOf(uri);
    if (!place) return undefined;
    this.queue.asked();
    if (!place.wiki.ready) await place.wiki.whenReady;
    return place.wiki.closed ? undefined : place;
  }

  /** A change of a wiki is done: checks what is open at once and the rest in the background. */
  changed(wiki: OpenWiki, change: HostChange, edited?: string): void {
    this.queue.mark(wiki, change);
    if (edited !== undefined) void this.checkEdited(wiki, edited);
    if (wiki.ready) void this.queue.run();
    this.views.soon();
    // The page in hand is asked about anew by the editor itself.
    if (change.all || [...change.pages].some(path => path !== edited)) this.lenses.soon();
  }

  /** Checks a page that was edited, after what came right behind the edit: the list of completions waits for nothing. */
  private async checkEdited(wiki: OpenWiki, path: string): Promise<void> {
    const file = `${wiki.host.root}/${path}`;
    if (this.toCheck.has(file)) return;
    this.toCheck.add(file);
    await giveWay();
    this.toCheck.delete(file);
    if (!wiki.closed) this.queue.now(wiki, path, wiki.ready ? 'neighbours' : 'page');
  }

  private loaded(wiki: OpenWiki): void {
    this.progress.done(wiki);
    this.changed(wiki, { pages: new Set(), files: new Set(), all: true });
    this.status.send();
  }

  private renamesKnown(wiki: OpenWiki, asked: ReadonlySet<string>): void {
    const pages = new Set([...asked].flatMap(path => [...wiki.host.wiki.linkersOf(path)]));
    if (!wiki.closed) this.changed(wiki, { pages, files: new Set(), all: false });
  }

  private checked(wiki: OpenWiki, path: string, check: FileCheck): void {
    this.push?.checked(wiki, path, check);
    this.pull?.checked(wiki, path);
    this.previews.checked(wiki, path);
    this.views.soon();
    this.status.sendSoon();
  }

  private listen(): void {
    const { documents } = this.documents;
    this.documents.listen(this.connection);
    documents.onDidChangeContent(({ document }) => {
      const place = this.wikis.placeOf(document.uri);
      if (!place) return;
      const text = document.getText();
      if (text.length <= BIG_PAGE) this.edited(place, text);
      else this.editedSoon(document.uri);
    });
    documents.onDidClose(({ document }) => {
      clearTimeout(this.waiting.get(document.uri));
      this.waiting.delete(document.uri);
      const place = this.wikis.placeOf(document.uri);
      if (!place) return;
      this.changed(place.wiki, place.wiki.host.setClosed(place.path), place.path);
    });
  }

  private edited({ wiki, path }: Place, text: string): void {
    this.changed(wiki, wiki.host.setOpen(path, text), path);
  }

  private editedSoon(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    const check = () => {
      const place = this.wikis.placeOf(uri);
      const text = this.documents.documents.get(uri)?.getText();
      if (place && text !== undefined) this.edited(place, text);
    };
    // The first reading is at once: there is nothing yet that could wait.
    const place = this.wikis.placeOf(uri);
    if (place && !place.wiki.host.isOpen(place.path)) check();
    else this.waiting.set(uri, setTimeout(check, BIG_PAGE_PAUSE_MS));
  }
}

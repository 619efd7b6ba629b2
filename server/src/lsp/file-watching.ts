import { DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { UnwatchedFolders } from '../host/unwatched-folders.ts';
import { watchFolder } from '../host/watch-folder.ts';
import { offerMoves } from './offer-moves.ts';
import type { Session } from './session.ts';
import { fileOf, uriOf } from './uris.ts';
import type { OpenWiki } from './wikis.ts';

/** Events are collected this long, since a branch switch fires hundreds at once; in milliseconds. */
const COLLECT_MS = 100;

/** Hears of files that come, change and go: from the client where it watches files, else by watching ourselves. */
export class FileWatching {
  private readonly session: Session;
  private readonly changed = new Set<string>();
  private readonly unwatched = new UnwatchedFolders(file => this.seen(file));
  private timer: NodeJS.Timeout | undefined;

  constructor(session: Session) {
    this.session = session;
    session.connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) this.seen(fileOf(uri));
    });
  }

  start(): void {
    const { client, connection, wikis } = this.session;
    if (client.watchesFiles) {
      const watchers: FileSystemWatcher[] = client.relativePatterns
        ? wikis.roots().map(root => ({ globPattern: { baseUri: uriOf(root), pattern: '**/*' } }))
        : [{ globPattern: '**/*' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    } else for (const root of wikis.roots()) watchFolder(root, file => this.seen(file));
  }

  /** Something may have happened to a file or folder. */
  seen(file: string | undefined): void {
    if (file === undefined || /(?:^|\/)(?:\.git|node_modules)\//.test(file)) return;
    this.changed.add(file);
    this.timer ??= setTimeout(() => this.settle(), COLLECT_MS);
  }

  private settle(): void {
    this.timer = undefined;
    const files = [...this.changed];
    this.changed.clear();
    const byWiki = new Map<OpenWiki, string[]>();
    for (const file of files) {
      // An outer wiki sees the files of an inner one too: pages of the outer may link to them.
      for (const wiki of this.session.wikis.all()) {
        if (!file.startsWith(`${wiki.host.root}/`)) continue;
        const path = file.slice(wiki.host.root.length + 1);
        if (this.session.client.watchesFiles) this.unwatched.seen(wiki.host, path);
        byWiki.set(wiki, [...(byWiki.get(wiki) ?? []), path]);
      }
    }
    for (const [wiki, paths] of byWiki) this.session.changed(wiki, wiki.host.filesChanged(paths));
    this.session.lookForNewWikis(files);
    for (const wiki of byWiki.keys())
      offerMoves(this.session, wiki).catch(error => this.session.connection.console.error(String(error)));
  }
}

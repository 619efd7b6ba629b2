import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ClientFeatures } from './capabilities.ts';
import type { OpenWiki } from './wikis.ts';

/** Work that is over within this time shows no progress, in milliseconds. */
const QUIET_MS = 1000;
const BETWEEN_MS = 200;

interface Shown {
  readonly start: number;
  last: number;
  /** Undefined in the end where the client refuses to show any. */
  reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
}

/** Work-done progress of a first reading that takes more than a second. */
export class LoadProgress {
  private readonly connection: Connection;
  private readonly client: ClientFeatures;
  private readonly shown = new Map<OpenWiki, Shown>();

  constructor(connection: Connection, client: ClientFeatures) {
    this.connection = connection;
    this.client = client;
  }

  loading(wiki: OpenWiki, done: number, total: number): void {
    if (!this.client.workDoneProgress) return;
    const now = performance.now();
    let shown = this.shown.get(wiki);
    if (!shown) this.shown.set(wiki, (shown = { start: now, last: now, reporter: undefined }));
    if (now - shown.start < QUIET_MS || now - shown.last < BETWEEN_MS) return;
    shown.last = now;
    shown.reporter ??= this.begin();
    const percentage = total === 0 ? 0 : Math.round((100 * done) / total);
    void shown.reporter.then(reporter => reporter?.report(percentage, `page ${done} of ${total}`));
  }

  done(wiki: OpenWiki): void {
    void this.shown.get(wiki)?.reporter?.then(reporter => reporter?.done());
    this.shown.delete(wiki);
  }

  private async begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.connection.window.createWorkDoneProgress();
      reporter.begin('Reading the wiki', 0, undefined, false);
      return reporter;
    } catch (error) {
      this.connection.console.warn(`no progress is shown: ${error}`);
      return undefined;
    }
  }
}

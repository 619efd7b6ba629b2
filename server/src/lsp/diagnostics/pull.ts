import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { FileCheck } from '../../host/check-wiki.ts';
import { hashOf } from '../../text/hash.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';

/** Changes are told this long after the first of them, together; in milliseconds. */
const PAUSE_MS = 300;

type Listener = (items: WorkspaceDocumentDiagnosticReport[]) => void;

/**
 * Answers `textDocument/diagnostic` and `workspace/diagnostic`. What VS Code's client makes necessary:
 * it asks for the workspace again two seconds after each answer, so the request is left open and streams; a refresh
 * reaches open documents only, so closed ones are streamed; a deleted file is streamed as empty; a tab that is closed
 * without saving is streamed too, since its last answer comes too late.
 */
export class PullDiagnostics {
  private readonly session: Session;
  private readonly listeners = new Set<Listener>();
  private readonly changed = new Map<string, { wiki: OpenWiki; path: string }>();
  /** URI → result id of what the client has been told last. */
  private readonly told = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(session: Session) {
    this.session = session;
    const { diagnostics } = session.connection.languages;
    diagnostics.on(({ textDocument, previousResultId }) =>
      this.ofDocument(textDocument.uri, previousResultId),
    );
    diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, reporter) => {
      await Promise.all(session.wikis.all().map(({ whenReady }) => whenReady));
      await session.queue.run();
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items = this.reportsOfAll(known);
      // Without a token for partial results there is nothing to stream to.
      if (!reporter) return { items };
      reporter.report({ items });
      await this.stream(reporter, token);
      return { items: [] };
    });
  }

  checked(wiki: OpenWiki, path: string): void {
    this.changed.set(this.session.documents.uriOf(wiki, path), { wiki, path });
    this.timer ??= setTimeout(() => this.tell(), PAUSE_MS);
  }

  clear(wiki: OpenWiki, paths: Iterable<string>): void {
    for (const path of paths) this.checked(wiki, path);
  }

  private async ofDocument(
    uri: string,
    previousResultId: string | undefined,
  ): Promise<DocumentDiagnosticReport> {
    const place = await this.session.readyPlace(uri);
    if (!place) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const check = this.session.queue.now(place.wiki, place.path);
    const items = this.session.published.of(place.wiki, check);
    const resultId = resultIdOf(items);
    this.told.set(uri, resultId);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, items, resultId };
  }

  private reportsOfAll(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const wiki of this.session.wikis.all()) {
      for (const [path, check] of this.session.queue.resultsOf(wiki)) {
        const uri = this.session.documents.uriOf(wiki, path);
        const report = this.report(wiki, uri, check);
        if (report.kind !== 'full') continue;
        if (known.get(uri) === report.resultId) {
          reports.push({
            kind: DocumentDiagnosticReportKind.Unchanged,
            uri,
            version: report.version,
            resultId: report.resultId!,
          });
        } else if (report.items.length > 0 || known.has(uri)) reports.push(report);
      }
    }
    return reports;
  }

  private report(wiki: OpenWiki, uri: string, check: FileCheck): WorkspaceDocumentDiagnosticReport {
    const items = this.session.published.of(wiki, check);
    const version = this.session.documents.versionOf(uri) ?? null;
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, items, resultId: resultIdOf(items) };
  }

  private stream(
    reporter: { report(data: WorkspaceDiagnosticReport): void },
    token: { onCancellationRequested(listener: () => void): unknown },
  ) {
    return new Promise<void>(resolve => {
      const listener: Listener = items => reporter.report({ items });
      this.listeners.add(listener);
      token.onCancellationRequested(() => {
        this.listeners.delete(listener);
        resolve();
      });
    });
  }

  private tell(): void {
    this.timer = undefined;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let openOnesDiffer = false;
    for (const [uri, { wiki, path }] of this.changed) {
      const check = this.session.queue.resultsOf(wiki).get(path) ?? { path, diagnostics: [], suppressed: 0 };
      const report = this.report(wiki, uri, check);
      items.push(report);
      if (wiki.host.isOpen(path) && report.kind === 'full' && this.told.get(uri) !== report.resultId)
        openOnesDiffer = true;
    }
    this.changed.clear();
    for (const listener of this.listeners) listener(items);
    // An open document is the client's to ask for: it passes over what is streamed for it.
    if (openOnesDiffer && this.session.client.refreshesDiagnostics) {
      // A client that announces it and refuses it is none of our business.
      this.session.connection.languages.diagnostics.refresh().catch(() => {});
    }
  }
}

/** The same for the same diagnostics. */
const resultIdOf = (items: readonly object[]): string =>
  `${items.length}-${hashOf(JSON.stringify(items)).toString(36)}`;

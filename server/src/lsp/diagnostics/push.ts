import type { Connection } from 'vscode-languageserver';
import type { FileCheck } from '../../host/check-wiki.ts';
import type { OpenDocuments } from '../open-documents.ts';
import type { OpenWiki } from '../wikis.ts';
import type { Published } from './published.ts';

/** Sends diagnostics of open and closed files whenever they change. */
export class PushDiagnostics {
  private readonly connection: Connection;
  private readonly documents: OpenDocuments;
  private readonly published: Published;
  /** URI → what was sent last, as text; absent for none. */
  private readonly sent = new Map<string, string>();

  constructor(connection: Connection, documents: OpenDocuments, published: Published) {
    this.connection = connection;
    this.documents = documents;
    this.published = published;
  }

  /** Sends what a check found, where it differs from what was sent last. */
  checked(wiki: OpenWiki, path: string, check: FileCheck): void {
    const uri = this.documents.uriOf(wiki, path);
    const diagnostics = this.published.of(wiki, check);
    const version = this.documents.versionOf(uri);
    // A client that opens a document waits for what is said of it, though it was said of the file before.
    const text = `${version === undefined ? 'file' : 'document'} ${JSON.stringify(diagnostics)}`;
    if (text === (this.sent.get(uri) ?? 'file []')) return;
    if (text === 'file []') this.sent.delete(uri);
    else this.sent.set(uri, text);
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }

  /** A wiki is no longer looked after: its diagnostics go. */
  clear(wiki: OpenWiki, paths: Iterable<string>): void {
    for (const path of paths) this.checked(wiki, path, { path, diagnostics: [], suppressed: 0 });
  }
}

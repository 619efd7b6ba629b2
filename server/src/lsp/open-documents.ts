import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileOf, uriOf } from './uris.ts';
import type { OpenWiki } from './wikis.ts';

/** The documents that the client has open, kept by incremental changes. */
export class OpenDocuments {
  readonly documents = new TextDocuments(TextDocument);
  /** Absolute path → the URI as the client writes it, which may be encoded in another way than ours. */
  private readonly uris = new Map<string, string>();

  listen(connection: Connection): void {
    this.documents.onDidOpen(({ document }) => {
      const file = fileOf(document.uri);
      if (file !== undefined) this.uris.set(file, document.uri);
    });
    this.documents.onDidClose(({ document }) => {
      const file = fileOf(document.uri);
      if (file !== undefined) this.uris.delete(file);
    });
    this.documents.listen(connection);
  }

  /** The URI of a file, as the client writes it if it has it open. */
  uriOf(wiki: OpenWiki, path: string): string {
    const file = `${wiki.host.root}/${path}`;
    return this.uris.get(file) ?? uriOf(file);
  }

  versionOf(uri: string): number | undefined {
    return this.documents.get(uri)?.version;
  }
}

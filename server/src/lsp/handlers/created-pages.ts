import { statSync } from 'node:fs';
import type { CreateFilesParams } from 'vscode-languageserver';
import { templateFor } from '../../features/new-page.ts';
import type { Session } from '../session.ts';
import { fileOf } from '../uris.ts';

/** A file that was made and is not opened within this time was not made to be written in, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Where the setting `researchWiki.fillNewPages` asks for it, a new, empty page that the user opens gets what its type
 * needs. It is an edit of the open document, which is not saved and can be taken back.
 */
export function handleCreatedPages(session: Session): void {
  const { connection, documents } = session;
  const made = new Map<string, number>();
  connection.workspace.onDidCreateFiles(({ files }: CreateFilesParams) => {
    for (const { uri } of files) {
      session.watching.seen(fileOf(uri));
      if (documents.documents.get(uri)) fill(session, uri);
      else made.set(uri, Date.now());
    }
  });
  documents.documents.onDidOpen(({ document: { uri } }) => {
    const when = made.get(uri);
    if (when === undefined) return;
    made.delete(uri);
    if (Date.now() - when < PATIENCE_MS) fill(session, uri);
  });
}

function fill(session: Session, uri: string): void {
  if (!session.fillNewPages || !session.client.appliesEdits) return;
  const place = session.wikis.placeOf(uri);
  const document = session.documents.documents.get(uri);
  if (!place?.wiki.ready || !document || document.getText() !== '' || !isEmptyFile(uri)) return;
  const { host } = place.wiki;
  const text = host.isPage(place.path) ? templateFor(host.wiki, place.path) : undefined;
  if (text === undefined) return;
  const start = { line: 0, character: 0 };
  // With the version: whoever writes into the document in the meantime wins.
  void session.connection.workspace.applyEdit({
    label: 'Fill new page',
    edit: {
      documentChanges: [
        {
          textDocument: { uri, version: document.version },
          edits: [{ range: { start, end: start }, newText: text }],
        },
      ],
    },
  });
}

function isEmptyFile(uri: string): boolean {
  try {
    return statSync(fileOf(uri)!).size === 0;
  } catch {
    return false;
  }
}

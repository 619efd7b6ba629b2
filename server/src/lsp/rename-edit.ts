import type {
  AnnotatedTextEdit,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { lineStartsIn } from '../host/lines.ts';
import type { Move } from '../wiki/moves/moves.ts';
import type { PathEdit } from '../wiki/moves/path-edit.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import { rangeIn } from './ranges.ts';
import type { Session } from './session.ts';
import type { OpenWiki } from './wikis.ts';

const READ_ONLY = 'read-only';
const ANNOTATIONS: NonNullable<WorkspaceEdit['changeAnnotations']> = {
  [READ_ONLY]: {
    label: 'Read-only pages',
    description: 'research-wiki.yaml declares them read-only',
    needsConfirmation: true,
  },
};

/** What a rename or a move changes in one wiki. */
export interface WikiEdits {
  readonly wiki: OpenWiki;
  readonly edits: ReadonlyMap<string, readonly PathEdit[]>;
  readonly move?: Move;
}

/**
 * The edits in LSP's words; a file gets its new name last. Edits in what the schema declares read-only ask first, and are
 * left out where the client can't ask.
 */
export function toRenameEdit(session: Session, all: readonly WikiEdits[]): WorkspaceEdit {
  const { client, documents, wikis } = session;
  const changes: (TextDocumentEdit & { edits: (TextEdit | AnnotatedTextEdit)[] })[] = [];
  const renames: RenameFile[] = [];
  let asks = false;
  for (const { wiki, edits, move } of all) {
    for (const [path, pathEdits] of edits) {
      const confirms = isReadOnly(wiki.host.wiki.schema, path);
      if ((confirms && !client.annotatesChanges) || !wiki.host.pageFiles.isWritable(path)) continue;
      asks ||= confirms;
      const uri = documents.uriOf(wiki, path);
      const starts = lineStartsIn(wiki.host, path);
      changes.push({
        textDocument: { uri, version: documents.versionOf(uri) ?? null },
        edits: pathEdits.map(({ span, newText }) => ({
          range: rangeIn(starts, span),
          newText,
          ...(confirms ? { annotationId: READ_ONLY } : {}),
        })),
      });
    }
    if (move)
      renames.push({
        kind: 'rename',
        oldUri: documents.uriOf(wiki, move.from),
        newUri: wikis.uriOf(wiki, move.to),
        options: { overwrite: false, ignoreIfExists: false },
      });
  }
  if (!client.documentChanges && renames.length === 0)
    return {
      changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])),
    };
  return { documentChanges: [...changes, ...renames], ...(asks ? { changeAnnotations: ANNOTATIONS } : {}) };
}

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
import { isTablePath } from '../wiki/path.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import { rangeIn } from './ranges.ts';
import type { Session } from './session.ts';
import type { OpenWiki } from './wikis.ts';

const READ_ONLY = 'read-only';
const DATA_TABLE = 'data-table';
const ANNOTATIONS: NonNullable<WorkspaceEdit['changeAnnotations']> = {
  [READ_ONLY]: {
    label: 'Read-only pages',
    description: 'research-wiki.yaml declares them read-only',
    needsConfirmation: true,
  },
  [DATA_TABLE]: { label: 'Data tables', description: 'the label itself; anchors in pages follow' },
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
  const annotated = new Set<string>();
  for (const { wiki, edits, move } of all) {
    for (const [path, pathEdits] of edits) {
      const confirms = isReadOnly(wiki.host.wiki.schema, path);
      if ((confirms && !client.annotatesChanges) || !wiki.host.pageFiles.isWritable(path)) continue;
      const annotationId = !client.annotatesChanges
        ? undefined
        : confirms
          ? READ_ONLY
          : isTablePath(path)
            ? DATA_TABLE
            : undefined;
      if (annotationId) annotated.add(annotationId);
      const uri = documents.uriOf(wiki, path);
      const starts = lineStartsIn(wiki.host, path);
      changes.push({
        textDocument: { uri, version: documents.versionOf(uri) ?? null },
        edits: pathEdits.map(({ span, newText }) => ({
          range: rangeIn(starts, span),
          newText,
          ...(annotationId ? { annotationId } : {}),
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
  const changeAnnotations = Object.fromEntries(
    Object.entries(ANNOTATIONS).filter(([id]) => annotated.has(id)),
  );
  return { documentChanges: [...changes, ...renames], ...(annotated.size > 0 ? { changeAnnotations } : {}) };
}

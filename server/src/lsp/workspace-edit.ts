import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { lineStartsIn } from '../host/lines.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { OpenDocuments } from './open-documents.ts';
import { rangeIn } from './ranges.ts';
import type { OpenWiki } from './wikis.ts';

/** The edits of a fix in LSP's words. Files that are made must not exist yet; open documents keep their version. */
export function toWorkspaceEdit(
  documents: OpenDocuments,
  wiki: OpenWiki,
  edits: readonly FileEdit[],
): WorkspaceEdit {
  const created: CreateFile[] = [];
  const byUri = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const uri = documents.uriOf(wiki, edit.path);
    if ('create' in edit) {
      created.push({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
      byUri.set(uri, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: edit.create },
      ]);
    } else {
      const textEdit = {
        range: rangeIn(lineStartsIn(wiki.host, edit.path), edit.span),
        newText: edit.newText,
      };
      byUri.set(uri, [...(byUri.get(uri) ?? []), textEdit]);
    }
  }
  const changed: TextDocumentEdit[] = [...byUri].map(([uri, textEdits]) => ({
    textDocument: { uri, version: documents.versionOf(uri) ?? null },
    edits: textEdits,
  }));
  return { documentChanges: [...created, ...changed] };
}

/** The same for clients that know no `documentChanges`; no file can be made that way. */
export function toPlainEdit(
  documents: OpenDocuments,
  wiki: OpenWiki,
  edits: readonly FileEdit[],
): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    if ('create' in edit) continue;
    const uri = documents.uriOf(wiki, edit.path);
    changes[uri] ??= [];
    changes[uri].push({
      range: rangeIn(lineStartsIn(wiki.host, edit.path), edit.span),
      newText: edit.newText,
    });
  }
  return { changes };
}

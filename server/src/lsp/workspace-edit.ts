import type {
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { lineStartsIn } from '../host/lines.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { rangeIn } from './ranges.ts';
import type { Session } from './session.ts';
import type { OpenWiki } from './wikis.ts';

/** The edits of a fix in LSP's words, as far as the client can do them. */
export const toEdit = (session: Session, wiki: OpenWiki, edits: readonly FileEdit[]): WorkspaceEdit =>
  session.client.documentChanges ? toWorkspaceEdit(session, wiki, edits) : toPlainEdit(session, wiki, edits);

/** Files that are made must not exist yet; open documents keep their version. */
function toWorkspaceEdit(
  { documents, client }: Session,
  wiki: OpenWiki,
  edits: readonly FileEdit[],
): WorkspaceEdit {
  const created: CreateFile[] = [];
  const byUri = new Map<string, (TextEdit | SnippetTextEdit)[]>();
  for (const edit of edits) {
    const uri = documents.uriOf(wiki, edit.path);
    if ('create' in edit) {
      created.push({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
      byUri.set(uri, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: edit.create },
      ]);
    } else {
      const range = rangeIn(lineStartsIn(wiki.host, edit.path), edit.span);
      const textEdit =
        client.snippetEdits && edit.placeholder
          ? { range, snippet: { kind: 'snippet' as const, value: snippetOf(edit.newText, edit.placeholder) } }
          : { range, newText: edit.newText };
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
function toPlainEdit({ documents }: Session, wiki: OpenWiki, edits: readonly FileEdit[]): WorkspaceEdit {
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

/** A text with one place to type over, as editors write snippets. */
function snippetOf(text: string, { start, end }: Span): string {
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, start))}\${1:${escaped(text.slice(start, end))}}${escaped(text.slice(end))}$0`;
}

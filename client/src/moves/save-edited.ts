import * as vscode from 'vscode';
import type { FileMove } from './own-links.ts';

/** A move that was given up, or links that VS Code was told not to update, are waited for no longer than this. */
const PATIENCE_MS = 5 * 60_000;

/**
 * VS Code leaves the pages that a move edits open and unsaved, so that what is on the disk has links to where the page
 * was. Once the move is done those are saved that had no changes before: by `edit`, or by VS Code's own Markdown support in
 * the files and folders of `theirs`. `updated` is called when that has edited a page.
 */
export function saveAfterMove(
  moves: readonly FileMove[],
  edit: vscode.WorkspaceEdit | null | undefined,
  theirs: readonly FileMove[],
  updated: () => void,
): void {
  const wasDirty = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => afterMoves(uri, moves)),
  );
  const edited = new Set(
    (edit?.entries() ?? []).map(([uri]) => afterMoves(uri, moves)).filter(uri => !wasDirty.has(uri)),
  );
  const expected = moves.map(({ newUri }) => newUri.toString());
  const moved = waitFor(vscode.workspace.onDidRenameFiles, ({ files }) => {
    if (!files.some(({ newUri }) => expected.includes(newUri.toString()))) return;
    moved.dispose();
    for (const document of vscode.workspace.textDocuments)
      if (edited.has(document.uri.toString())) void saveIfDirty(document);
  });
  if (theirs.length === 0) return;
  const isTheirs = (uri: string) =>
    theirs.some(({ newUri }) => uri === newUri.toString() || uri.startsWith(`${newUri}/`));
  waitFor(vscode.workspace.onDidChangeTextDocument, ({ document, contentChanges }) => {
    const uri = document.uri.toString();
    if (!isTheirs(uri) || wasDirty.has(uri) || !document.isDirty) return;
    // What is typed only adds, or replaces by one character; from then on it is the user who saves.
    const isUpdate = contentChanges.every(({ rangeLength, text }) => rangeLength > 0 && text.length > 1);
    wasDirty.add(uri);
    if (!isUpdate) return;
    void saveIfDirty(document);
    updated();
  });
}

/** Listens until it is disposed of, or patience is over. */
function waitFor<Event>(event: vscode.Event<Event>, listener: (event: Event) => void): vscode.Disposable {
  const listening = event(listener);
  const timer = setTimeout(() => listening.dispose(), PATIENCE_MS);
  return {
    dispose() {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

const saveIfDirty = async (document: vscode.TextDocument): Promise<boolean> =>
  document.isDirty && document.save();

/** The URI that a file has once it and the folders around it have moved. */
function afterMoves(uri: vscode.Uri, moves: readonly FileMove[]): string {
  const text = uri.toString();
  for (const { oldUri, newUri } of moves) {
    if (text === oldUri.toString()) return newUri.toString();
    if (text.startsWith(`${oldUri}/`)) return `${newUri}${text.slice(oldUri.toString().length)}`;
  }
  return text;
}

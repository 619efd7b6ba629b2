import * as vscode from 'vscode';
import { isOpen, isPage } from '../page-tabs.ts';
import { refuseReadOnly } from '../read-only.ts';

let last: vscode.Uri | undefined;

/** Remembers which page was worked on last, for commands that are called from elsewhere: the walkthrough, a view. */
export function followPages(): vscode.Disposable {
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (isPage(editor)) last = editor.document.uri;
  };
  follow(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(follow);
}

/** The editor of the page at hand; where another tab is in front, that of the page worked on last, which is shown. */
export async function pageEditor(): Promise<vscode.TextEditor> {
  const active = vscode.window.activeTextEditor;
  if (isPage(active)) return active;
  if (active || !last || !isOpen(last.toString())) throw new Error(vscode.l10n.t('Open a page first.'));
  return vscode.window.showTextDocument(last, { preview: false });
}

/** The same for who changes the page; rejects where that can't be. */
export async function writablePageEditor(): Promise<vscode.TextEditor> {
  const editor = await pageEditor();
  await refuseReadOnly([editor.document.uri]);
  return editor;
}

import * as vscode from 'vscode';

/** Whether an editor shows a file that may be a page. */
export const isPage = (editor: vscode.TextEditor | undefined): editor is vscode.TextEditor =>
  editor?.document.languageId === 'markdown' && editor.document.uri.scheme === 'file';

/** Whether a file, by its URI, is open as text in a tab, in front or not. */
export const isOpen = (uri: string): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri),
  );

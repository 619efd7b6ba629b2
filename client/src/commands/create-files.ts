import * as vscode from 'vscode';
import { refuseReadOnly } from '../read-only.ts';

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** Makes files; one that is there by now is never overwritten. */
export function fileCreation(files: readonly NewFile[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files) {
    const contents = new TextEncoder().encode(text);
    edit.createFile(vscode.Uri.parse(uri, true), { overwrite: false, ignoreIfExists: false, contents });
  }
  return edit;
}

/** The same at once. Rejects where one is there already or can't be written. */
export async function createFiles(files: readonly NewFile[]): Promise<void> {
  await refuseReadOnly(files.map(({ uri }) => vscode.Uri.parse(uri, true)));
  if (await vscode.workspace.applyEdit(fileCreation(files))) return;
  const names = files
    .map(({ uri }) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)))
    .join(', ');
  throw new Error(vscode.l10n.t('"{0}" could not be created; it may be there already.', names));
}

import * as vscode from 'vscode';

/** Zero-based, as LSP has it. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Shows a page with the cursor at `place`. */
export async function openPage(uri: string, place: Place = { line: 0, character: 0 }): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const cursor = new vscode.Position(place.line, place.character);
  const selection = new vscode.Range(cursor, cursor);
  // Not in the tab that the next file replaces: the page is there to be written.
  await vscode.window.showTextDocument(document, { preview: false, selection });
}

import * as vscode from 'vscode';
import { pageEditor } from './page-editor.ts';

/** VS Code's own preview beside the page at hand, also from the walkthrough, where its own command knows no page. */
export async function openPreview(): Promise<void> {
  await pageEditor();
  await vscode.commands.executeCommand('markdown.showPreviewToSide');
}

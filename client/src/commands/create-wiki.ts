import * as vscode from 'vscode';
import { NEW_WIKI, type NewWikiParams, type NewWikiResult } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { createFiles } from './create-files.ts';
import { openPage } from './open-page.ts';

const CONFIGURATION = 'research-wiki.yaml';

/**
 * Makes a folder a wiki, as `research-wiki init` does, and opens its first page. The folder is the one that was clicked, else
 * that of the window; it is asked for only where the window has none, or several.
 */
export async function createWiki(server: LanguageServer, clicked?: vscode.Uri): Promise<void> {
  const folder = clicked ?? (await chooseFolder());
  if (!folder) return;
  const { t } = vscode.l10n;
  if (folder.scheme !== 'file') throw new Error(t('A research wiki is a folder on a disk.'));
  const there = await configurationOf(folder);
  if (there) {
    void vscode.window.showInformationMessage(t('This folder is a research wiki already.'));
    return enter(folder, there);
  }
  const params: NewWikiParams = { folderUri: folder.toString() };
  const made = await server.request<NewWikiResult | null>(NEW_WIKI, params);
  if (!made) throw new Error(t('The wiki could not be created; the output says why.'));
  await createFiles(made.files);
  await enter(folder, vscode.Uri.parse(made.files.at(-1)!.uri, true));
}

/** Opens a file of the new wiki; where no folder is open, the wiki itself, in which it starts by itself. */
async function enter(folder: vscode.Uri, file: vscode.Uri): Promise<void> {
  if (vscode.workspace.getWorkspaceFolder(file)) await openPage(file.toString());
  else await vscode.commands.executeCommand('vscode.openFolder', folder);
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const open = vscode.workspace.workspaceFolders ?? [];
  if (open.length === 1) return open[0]!.uri;
  if (open.length > 1) {
    const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: t('Folder of the new wiki') });
    return picked?.uri;
  }
  const chosen = await vscode.window.showOpenDialog({
    title: t('Folder of the New Wiki'),
    openLabel: t('Create Wiki Here'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

/** The configuration of a wiki, where it has one. */
export function configurationOf(folder: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const file = vscode.Uri.joinPath(folder, CONFIGURATION);
  return vscode.workspace.fs.stat(file).then(
    () => file,
    () => undefined,
  );
}

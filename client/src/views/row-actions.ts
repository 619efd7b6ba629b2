import * as vscode from 'vscode';
import {
  PAGE_BACKLINKS,
  PAGE_PARTS,
  type PageBacklinksResult,
  type PagePartsResult,
  VIEW_EDIT,
  type ViewEditParams,
  type ViewEditResult,
  type ViewNumber,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { showPlaces } from '../show-places.ts';
import { toRange } from './to-item.ts';

/** Works out an edit as the page is now, makes it and shows it. It is not saved, and undo takes it back. */
export async function makeEdit(server: LanguageServer, params: ViewEditParams): Promise<void> {
  // An open page is known as it stands in the editor.
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri, true));
  await vscode.window.showTextDocument(document, { preview: false });
  const { version } = document;
  const { edits } = await server.request<ViewEditResult>(VIEW_EDIT, params);
  if (document.version !== version) throw new Error(vscode.l10n.t('The page has changed. Try again.'));
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, range, newText } of edits)
    edit.replace(vscode.Uri.parse(uri, true), toRange(range), newText);
  await vscode.workspace.applyEdit(edit);
  const [first] = edits;
  if (first) await showEdit(first);
}

/** Selects what was put in, without the blank lines around it. */
async function showEdit({ uri, range, newText }: ViewEditResult['edits'][number]): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { preview: false });
  const from = editor.document.offsetAt(toRange(range).start);
  const start = from + newText.length - newText.trimStart().length;
  const end = from + newText.replaceAll('\r\n', '\n').trimEnd().length;
  const selection = new vscode.Selection(
    editor.document.positionAt(start),
    editor.document.positionAt(Math.max(start, end)),
  );
  editor.selection = selection;
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export async function changeNumber(
  server: LanguageServer,
  edit: 'bind-number' | 'table-value',
  uri: string,
  { text, range }: ViewNumber,
): Promise<void> {
  await makeEdit(server, { edit, uri, position: range.start, text });
}

export async function goToCell({ cell }: ViewNumber): Promise<void> {
  if (!cell) return;
  const uri = vscode.Uri.parse(cell.uri, true);
  await vscode.window.showTextDocument(uri, { selection: toRange(cell.range) });
}

/** Shows the places that lead to a page as VS Code shows references. */
export async function findBacklinks(server: LanguageServer, uri: string): Promise<void> {
  const { title, places } = await server.request<PageBacklinksResult>(PAGE_BACKLINKS, { uri });
  if (places.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No page links to "{0}".', title));
    return;
  }
  const from = { uri, range: { start: ORIGIN, end: ORIGIN } };
  await showPlaces({ title: vscode.l10n.t('Backlinks of {0}', title), from, places });
}

const ORIGIN = { line: 0, character: 0 };

/** Renames a page's title by F2 at it, which keeps links right; where the page has none, its file. */
export async function renamePage(server: LanguageServer, uri: string): Promise<void> {
  const page = await server.request<PagePartsResult | null>(PAGE_PARTS, { uri });
  const file = vscode.Uri.parse(uri, true);
  if (page?.titleAt) {
    const { start } = toRange(page.titleAt);
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(start, start), preview: false });
    await vscode.commands.executeCommand('editor.action.rename');
    return;
  }
  const before = file.path.slice(file.path.lastIndexOf('/') + 1);
  const { t } = vscode.l10n;
  const name = await vscode.window.showInputBox({
    title: t('Rename Page'),
    prompt: t('File name of the page'),
    value: before,
    valueSelection: [0, before.replace(/\.[^.]*$/, '').length],
    validateInput: value =>
      value.trim() === '' || /[\\/]/.test(value) ? t('A file name without slashes.') : undefined,
  });
  if (name === undefined || name.trim() === before) return;
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(file, vscode.Uri.joinPath(file, '..', name.trim()));
  await vscode.workspace.applyEdit(edit);
}

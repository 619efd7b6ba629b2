import * as vscode from 'vscode';
import {
  BIND_NUMBERS,
  type BindNumbersResult,
  LINK_TABLE,
  type LinkTableResult,
  type PageEdit,
  TABLE_VALUES,
  TABLES,
  type TablesResult,
  type TableValuesResult,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { writablePageEditor } from './page-editor.ts';

type Table = TablesResult['tables'][number];

/** Asks for a table and a value in it, and puts that value at the cursor as a link to its cell. */
export async function insertValue(server: LanguageServer): Promise<void> {
  const { t } = vscode.l10n;
  const editor = await writablePageEditor();
  const uri = editor.document.uri.toString();
  const { tables } = await server.request<TablesResult>(TABLES, { uri });
  const table = await chooseTable(tables, t('Insert Value from Table'));
  if (!table) return;
  const { values } = await server.request<TableValuesResult>(TABLE_VALUES, { uri, table: table.path });
  if (values.length === 0) throw new Error(t('"{0}" has no numbers that a link can name.', table.path));
  const picked = await vscode.window.showQuickPick(
    values.map(({ value, row, column, newText }) => ({
      label: value,
      description: `${row}, ${column}`,
      newText,
    })),
    { title: table.title, placeHolder: t('Value, or words of its row and column'), matchOnDescription: true },
  );
  if (picked) await editor.edit(edit => edit.replace(editor.selection, picked.newText));
}

/** Asks for a table and names it in the page's front matter, so that the page's numbers are held to it. */
export async function linkTable(server: LanguageServer): Promise<void> {
  const { t } = vscode.l10n;
  const { document } = await writablePageEditor();
  const uri = document.uri.toString();
  const { tables } = await server.request<TablesResult>(TABLES, { uri });
  const table = await chooseTable(tables, t('Link Data Table'));
  if (!table) return;
  const { edits } = await server.request<LinkTableResult>(LINK_TABLE, { uri, table: table.path });
  if (edits.length === 0)
    throw new Error(
      t('"{0}" can\'t be linked: the page names it already, or its front matter is broken.', table.path),
    );
  await vscode.workspace.applyEdit(toEdit(document.uri, edits));
}

/** Shows which numbers of the page a table supports and what each would be bound to, and binds those that the author leaves ticked. */
export async function bindNumbers(server: LanguageServer): Promise<void> {
  const { t } = vscode.l10n;
  const { document } = await writablePageEditor();
  const { edits } = await server.request<BindNumbersResult>(BIND_NUMBERS, { uri: document.uri.toString() });
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(t('Every number that a table supports is bound already.'));
    return;
  }
  const { version } = document;
  const items = edits.map(edit => ({
    label: edit.title,
    detail: document.lineAt(edit.range.start.line).text.trim(),
    picked: true,
    edit,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Bind numbers to their cells'),
    placeHolder: t('Numbers to bind'),
    canPickMany: true,
    matchOnDetail: true,
  });
  if (!picked || picked.length === 0) return;
  if (document.version !== version) throw new Error(t('The page has changed. Try again.'));
  await vscode.workspace.applyEdit(
    toEdit(
      document.uri,
      picked.map(({ edit }) => edit),
    ),
  );
}

async function chooseTable(tables: readonly Table[], title: string): Promise<Table | undefined> {
  const { t } = vscode.l10n;
  if (tables.length === 0) throw new Error(t('This wiki has no data tables yet. Put a CSV file into it.'));
  const item = (table: Table) => ({ label: table.title, description: table.path, table });
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const linked = tables.filter(table => table.linked);
  const others = tables.filter(table => !table.linked);
  const items: readonly (vscode.QuickPickItem & { readonly table?: Table })[] = [
    ...(linked.length > 0 ? [separator(t('Tables of this page')), ...linked.map(item)] : []),
    ...(others.length > 0 ? [separator(t('Other tables')), ...others.map(item)] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Data table'),
    matchOnDescription: true,
  });
  return picked?.table;
}

function toEdit(uri: vscode.Uri, edits: readonly PageEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  return edit;
}

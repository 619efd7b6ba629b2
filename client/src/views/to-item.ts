import * as vscode from 'vscode';
import type { ViewRange } from '../../../server/src/lsp/protocol.ts';
import { type Row, spokenOf } from './row.ts';

/** A row in VS Code's words. */
export function toItem({ row }: { readonly row: Row }): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    row.label,
    row.fold === undefined ? None : row.fold === 'open' ? Expanded : Collapsed,
  );
  item.id = row.id;
  item.description = row.description ?? '';
  item.tooltip = row.tooltip ?? inFull(row);
  if (row.context) item.contextValue = row.context;
  if (row.icon) {
    const [name, color] = row.icon;
    item.iconPath = new vscode.ThemeIcon(
      name,
      color === undefined ? undefined : new vscode.ThemeColor(color),
    );
  }
  const command = commandOf(row);
  if (command) item.command = command;
  item.accessibilityInformation = { label: spokenOf(row), role: 'treeitem' };
  return item;
}

const inFull = ({ label, description }: Row): string => (description ? `${label}\n${description}` : label);

/** VS Code's own command, so that a click, a double click, Enter and Ctrl do what they do in the Explorer. */
function commandOf(row: Row): vscode.Command | undefined {
  if (row.runs) return { command: row.runs, title: row.label, arguments: [{ row }] };
  if (!row.opens) return undefined;
  const uri = vscode.Uri.parse(row.opens.uri, true);
  const options: vscode.TextDocumentShowOptions =
    'range' in row.opens ? { selection: toRange(row.opens.range) } : {};
  return { command: 'vscode.open', title: row.label, arguments: [uri, options] };
}

export const toRange = ({ start, end }: ViewRange): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

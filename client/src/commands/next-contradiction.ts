import * as vscode from 'vscode';
import { openPage } from './open-page.ts';

/** What a number can be wrong by: its table, the cell it is bound to, or the other numbers of its sentence. */
const RULES = ['claims/contradicted', 'claims/bound-value', 'claims/arithmetic'];

interface Place {
  readonly uri: vscode.Uri;
  readonly start: vscode.Position;
}

/** Goes to the next number that is wrong, in the order of pages, and shows why; from there a fix is one key away. */
export async function nextContradiction(): Promise<void> {
  const places = vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics.filter(isContradiction).map(({ range }): Place => ({ uri, start: range.start })),
    )
    .sort(inOrder);
  const editor = vscode.window.activeTextEditor;
  const here = editor && { uri: editor.document.uri, start: editor.selection.active };
  const next = (here && places.find(place => inOrder(place, here) > 0)) ?? places[0];
  if (!next) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No number contradicts its table.'));
    return;
  }
  await openPage(next.uri.toString(), next.start);
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** True for a diagnostic of ours about a number that is wrong. */
export const isContradiction = ({ source, code }: vscode.Diagnostic): boolean =>
  source === 'research-wiki' && typeof code === 'object' && RULES.includes(String(code.value));

const inOrder = (a: Place, b: Place): number =>
  a.uri.path === b.uri.path ? a.start.compareTo(b.start) : a.uri.path < b.uri.path ? -1 : 1;

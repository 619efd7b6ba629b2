import * as vscode from 'vscode';
import { CHECK_WIKI, type CheckWikiResult } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { problemsText } from '../status-text.ts';

/** Checks every page anew and says what came of it, so that a clean wiki can be told from one that was not checked. */
export async function checkWiki(server: LanguageServer): Promise<void> {
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking the wiki') },
    () => server.request<CheckWikiResult>(CHECK_WIKI),
  );
  if (result.pages === 0) {
    const message = vscode.l10n.t('There is no research wiki in this workspace.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const problems = result.errors + result.warnings + result.infos;
  const show = vscode.l10n.t('Show Problems');
  const answer = await vscode.window.showInformationMessage(summary(result), ...(problems > 0 ? [show] : []));
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function summary({ pages, numbersChecked, ...counts }: CheckWikiResult): string {
  const { t } = vscode.l10n;
  return counts.errors + counts.warnings + counts.infos === 0
    ? t('No problems in {0} pages; {1} numbers checked.', pages, numbersChecked)
    : t('{0} in {1} pages; {2} numbers checked.', problemsText(counts, t), pages, numbersChecked);
}

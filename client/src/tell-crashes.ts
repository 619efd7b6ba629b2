import * as vscode from 'vscode';
import type { LanguageServer, ServerState } from './language-server.ts';

/**
 * Tells the author when the server has ended by itself: once in a window that it was started again, for all else goes on as
 * it did; and each time that it was given up after it had run, for then nothing is checked.
 */
export function tellCrashes(server: LanguageServer): vscode.Disposable {
  let before: ServerState = server.state;
  let toldRestart = false;
  let toldFailure = false;
  return server.onDidChange(() => {
    // A restart that was asked for is `stopping` in between.
    const crashed = before === 'running' && server.state === 'starting';
    before = server.state;
    if (crashed && !toldRestart) {
      toldRestart = true;
      void tellRestart();
    }
    // A start that fails is tried again a few times; it is news again only after the server has run.
    if (server.state === 'running') toldFailure = false;
    if (server.state !== 'failed' || toldFailure) return;
    toldFailure = true;
    void tellFailure();
  });
}

async function tellRestart(): Promise<void> {
  const { t } = vscode.l10n;
  const output = t('Show Output');
  const message = t('Research Wiki: the language server ended unexpectedly and was started again.');
  if ((await vscode.window.showWarningMessage(message, output)) === output)
    await vscode.commands.executeCommand('researchWiki.showOutput');
}

async function tellFailure(): Promise<void> {
  const { t } = vscode.l10n;
  const restart = t('Restart Server');
  const output = t('Show Output');
  const message = t('Research Wiki: the language server has stopped. Pages are not checked.');
  const answer = await vscode.window.showErrorMessage(message, restart, output);
  if (answer === restart) await vscode.commands.executeCommand('researchWiki.restartServer');
  if (answer === output) await vscode.commands.executeCommand('researchWiki.showOutput');
}

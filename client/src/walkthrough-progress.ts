import * as vscode from 'vscode';
import { isContradiction } from './commands/next-contradiction.ts';

/**
 * Ticks the steps of the walkthrough that no command does: a contradiction was seen (`researchWiki.sawContradiction`), and
 * one was mended (`researchWiki.mendedContradiction`). Listens no longer than it takes.
 */
export function tickWalkthrough(): vscode.Disposable {
  const counts = new Map<string, number>();
  let saw = false;
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const now = vscode.languages.getDiagnostics(uri).filter(isContradiction).length;
      const before = counts.get(uri.toString()) ?? 0;
      counts.set(uri.toString(), now);
      if (now > 0 && !saw) {
        saw = true;
        tick('researchWiki.sawContradiction');
      }
      if (now >= before) continue;
      tick('researchWiki.mendedContradiction');
      listener.dispose();
      return;
    }
  });
  return listener;
}

function tick(context: string): void {
  void vscode.commands.executeCommand('setContext', context, true);
}

import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { checkWiki } from './check-wiki.ts';
import { createWiki } from './create-wiki.ts';
import { bindNumbers, insertValue, linkTable } from './data-tables.ts';
import { newPage } from './new-page.ts';
import { nextContradiction } from './next-contradiction.ts';
import { openPreview } from './open-preview.ts';
import { followPages } from './page-editor.ts';
import { showMenu } from './show-menu.ts';

export function registerCommands(server: LanguageServer, log: vscode.LogOutputChannel): vscode.Disposable {
  const commands: Record<string, (...args: never[]) => unknown> = {
    'researchWiki.checkWiki': () => checkWiki(server),
    'researchWiki.createWiki': (folder?: vscode.Uri) => createWiki(server, folder),
    'researchWiki.newPage': (folder?: vscode.Uri, wanted?: { rootUri: string; type: string }) =>
      newPage(server, folder, wanted),
    'researchWiki.insertValue': () => insertValue(server),
    'researchWiki.linkTable': () => linkTable(server),
    'researchWiki.bindNumbers': () => bindNumbers(server),
    'researchWiki.nextContradiction': () => nextContradiction(),
    'researchWiki.openPreview': () => openPreview(),
    'researchWiki.showMenu': () => showMenu(server),
    'researchWiki.restartServer': () => server.restart(),
    'researchWiki.showOutput': () => log.show(),
  };
  return vscode.Disposable.from(
    followPages(),
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(id, async (...args: never[]) => {
        try {
          return await run(...args);
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
          void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
          return undefined;
        }
      }),
    ),
  );
}

import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { configurationOf } from './create-wiki.ts';

/** What a click on the status item offers. */
export async function showMenu(server: LanguageServer): Promise<void> {
  const { t } = vscode.l10n;
  const roots = server.wikis.map(({ rootUri }) => vscode.Uri.parse(rootUri, true));
  const configurations = await Promise.all(roots.map(configurationItem));
  const items = [
    item('checklist', t('Check Wiki'), 'researchWiki.checkWiki'),
    item('warning', t('Show Problems'), 'workbench.actions.view.problems'),
    item('arrow-right', t('Go to Next Contradiction'), 'researchWiki.nextContradiction'),
    item('new-file', t('New Page...'), 'researchWiki.newPage'),
    ...configurations,
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    item('book', t('Get Started'), 'workbench.action.openWalkthrough', WALKTHROUGH),
    item('settings-gear', t('Settings'), 'workbench.action.openSettings', '@ext:research-wiki.research-wiki'),
    item('output', t('Show Output'), 'researchWiki.showOutput'),
    item('debug-restart', t('Restart Server'), 'researchWiki.restartServer'),
  ];
  const picked = await vscode.window.showQuickPick<MenuItem>(items, {
    title: 'Research Wiki',
    matchOnDescription: true,
  });
  if (picked?.command) await vscode.commands.executeCommand(picked.command, ...(picked.arguments ?? []));
}

const WALKTHROUGH = 'research-wiki.research-wiki#start';

interface MenuItem extends vscode.QuickPickItem {
  readonly command?: string;
  readonly arguments?: readonly unknown[];
}

const item = (icon: string, label: string, command: string, ...args: readonly unknown[]): MenuItem => ({
  label: `$(${icon}) ${label}`,
  command,
  arguments: args,
});

/** A wiki that is known by its findings alone has no configuration yet. */
async function configurationItem(root: vscode.Uri): Promise<MenuItem> {
  const { t } = vscode.l10n;
  const file = await configurationOf(root);
  const description = root.path.slice(root.path.lastIndexOf('/') + 1);
  return file
    ? { ...item('settings', t('Open Configuration'), 'vscode.open', file), description }
    : { ...item('settings', t('Create Configuration'), 'researchWiki.createWiki', root), description };
}

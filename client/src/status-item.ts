import * as vscode from 'vscode';
import type { WikiStatus } from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './language-server.ts';
import { type StatusText, statusText } from './status-text.ts';

const SELECTOR: vscode.DocumentSelector = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'file', pattern: '**/*.{csv,tsv}' },
  { scheme: 'file', pattern: '**/research-wiki.yaml' },
];

const SEVERITY = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

/** The one status item, there from the server's first start on. */
export function showStatus(server: LanguageServer): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;

  const show = () => {
    if (server.state === 'not-started') return;
    item ??= createItem();
    const wiki = wikiOf(server.wikis, vscode.window.activeTextEditor?.document.uri);
    const status = statusText(server.state, wiki, vscode.l10n.t);
    item.text = status.text;
    item.detail = status.detail;
    item.severity = SEVERITY[status.severity];
    item.busy = status.busy;
    item.command = commandOf(status.action);
  };
  const listeners = [server.onDidChange(show), vscode.window.onDidChangeActiveTextEditor(show)];
  return {
    dispose: () => {
      for (const each of listeners) each.dispose();
      item?.dispose();
    },
  };
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('researchWiki.status', SELECTOR);
  item.name = 'Research Wiki';
  return item;
}

function commandOf(action: StatusText['action']): vscode.Command {
  return action === 'restart'
    ? { command: 'researchWiki.restartServer', title: vscode.l10n.t('Restart Server') }
    : { command: 'researchWiki.showMenu', title: vscode.l10n.t('Menu') };
}

/** The innermost wiki that holds the file. With no file, or no wiki of it but only one at all, that one. */
function wikiOf(wikis: readonly WikiStatus[], file: vscode.Uri | undefined): WikiStatus | undefined {
  if (file?.scheme !== 'file') return wikis[0];
  return wikis
    .map(wiki => ({ wiki, root: `${vscode.Uri.parse(wiki.rootUri).path.replace(/\/$/, '')}/` }))
    .filter(({ root }) => file.path.startsWith(root))
    .sort((a, b) => b.root.length - a.root.length)[0]?.wiki;
}

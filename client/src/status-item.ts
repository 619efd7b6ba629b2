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

/** The one status item, there from the server's first start on. When the server gives up, one message says so too. */
export function showStatus(server: LanguageServer): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let told = false;

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
    if (server.state === 'failed' && !told) void tellFailure();
    // A start that fails is tried again a few times; it is news again only after the server has run.
    if (server.state === 'failed') told = true;
    else if (server.state === 'running') told = false;
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
    : { command: 'researchWiki.showOutput', title: vscode.l10n.t('Show Output') };
}

/** The innermost wiki that holds the file. With no file, or no wiki of it but only one at all, that one. */
function wikiOf(wikis: readonly WikiStatus[], file: vscode.Uri | undefined): WikiStatus | undefined {
  if (file?.scheme !== 'file') return wikis[0];
  return wikis
    .map(wiki => ({ wiki, root: `${vscode.Uri.parse(wiki.rootUri).path.replace(/\/$/, '')}/` }))
    .filter(({ root }) => file.path.startsWith(root))
    .sort((a, b) => b.root.length - a.root.length)[0]?.wiki;
}

async function tellFailure(): Promise<void> {
  const restart = vscode.l10n.t('Restart Server');
  const output = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t('Research Wiki: the language server has stopped. Pages are not checked.');
  const answer = await vscode.window.showErrorMessage(message, restart, output);
  if (answer === restart) await vscode.commands.executeCommand('researchWiki.restartServer');
  if (answer === output) await vscode.commands.executeCommand('researchWiki.showOutput');
}

import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  CONFIRM,
  type ConfirmParams,
  LEAVE_OWN_LINKS,
  MEND_OWN_LINKS,
  SHOW_PLACES,
} from '../../server/src/lsp/protocol.ts';
import type { ServerState } from './language-server.ts';
import { moveMiddleware } from './moves/file-moves.ts';
import { refuseReadOnlyEdits } from './read-only.ts';
import { mayRestart } from './restart-limit.ts';
import { withOwnDocs } from './rule-docs.ts';
import { initializationOptions } from './settings.ts';
import { showPlaces } from './show-places.ts';

interface ClientParts {
  /** The server's bundle. */
  readonly module: vscode.Uri;
  /** The folder `docs` of the extension. */
  readonly docs: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** False once the client is to stop for good. */
  isWanted(): boolean;
  /** Called with each state that the client comes to by itself. */
  onState(state: ServerState): void;
}

/** Pages, tables and the schema. Patterns, because a CSV file has no language unless another extension brings one. */
const DOCUMENTS: NonNullable<LanguageClientOptions['documentSelector']> = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'file', pattern: '**/*.{csv,tsv}' },
  { scheme: 'file', language: 'json' },
  { scheme: 'file', pattern: '**/research-wiki.yaml' },
];

/** What goes wrong with the server is told once, by the status item and a message of ours; here it is only logged. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export function createClient({ module, docs, log, isWanted, onState }: ClientParts): LanguageClient {
  const server = { module: module.fsPath, transport: TransportKind.ipc };
  const moves = moveMiddleware({
    leaveOwnLinks: uris => client.sendNotification(LEAVE_OWN_LINKS, { uris }),
    mendOwnLinks: files => client.sendNotification(MEND_OWN_LINKS, { files }),
  });
  const client: LanguageClient = new QuietClient(
    'researchWiki', // The client reads `researchWiki.trace.server` by this name.
    'Research Wiki',
    {
      run: server,
      debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6018'] } },
    },
    {
      documentSelector: DOCUMENTS,
      diagnosticCollectionName: 'research-wiki',
      outputChannel: log,
      traceOutputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions,
      initializationFailedHandler: () => false,
      middleware: {
        ...moves,
        workspace: { ...moves.workspace, handleApplyEdit: refuseReadOnlyEdits },
        handleDiagnostics: (uri, diagnostics, next) =>
          next(
            uri,
            diagnostics.map(diagnostic => withOwnDocs(diagnostic, docs)),
          ),
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: closeAction(), handled: true }),
      },
    },
  );

  client.onRequest<boolean, void>(CONFIRM, async ({ question, action }: ConfirmParams): Promise<boolean> => {
    return (await vscode.window.showInformationMessage(question, { modal: true }, action)) === action;
  });

  client.onNotification(SHOW_PLACES, showPlaces);

  let ends: readonly number[] = [];
  function closeAction(): CloseAction {
    if (!isWanted()) return CloseAction.DoNotRestart;
    const verdict = mayRestart(ends, Date.now());
    ends = verdict.ends;
    if (verdict.restart) return CloseAction.Restart;
    onState('failed');
    return CloseAction.DoNotRestart;
  }

  // `Stopped` says nothing here: it comes before an automatic restart too, and a stop that we ask for is no news.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onState('running');
    else if (newState === State.Starting) onState('starting');
    else if (newState === State.StartFailed) onState('failed');
  });
  return client;
}

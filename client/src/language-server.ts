import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PreviewChangedParams, StatusParams, WikiStatus } from '../../server/src/lsp/protocol.ts';
import { PREVIEW_CHANGED, STATUS, VIEWS_CHANGED } from '../../server/src/lsp/protocol.ts';
import { endProcess } from './end-process.ts';
import { affectsServer, serverSettings } from './settings.ts';

/** `failed` means that it stopped by itself and is not started again until the user asks for it. */
export type ServerState = 'not-started' | 'starting' | 'running' | 'stopping' | 'failed';

/** The language server as the rest of the client sees it; nothing else here knows the language client. */
export interface LanguageServer extends vscode.Disposable {
  readonly state: ServerState;
  /** What the server last said about each wiki. */
  readonly wikis: readonly WikiStatus[];
  /** `state` or `wikis` changed. */
  readonly onDidChange: vscode.Event<void>;
  /** The preview data of these pages (URIs) changed. */
  readonly onDidChangePreview: vscode.Event<readonly string[]>;
  /** What views show may be another now. Told once, until one of them asks again. */
  readonly onDidChangeViews: vscode.Event<void>;
  /** Does nothing while it is starting or running. Never rejects: a failure is a state. */
  start(): Promise<void>;
  /** Ends the process, hung or not, and starts a new one. */
  restart(): Promise<void>;
  /** Starts the server if need be. Rejects with the server's own message. */
  request<Result>(method: string, params?: object): Promise<Result>;
}

/** How long a server may take to end by itself, in milliseconds. */
const PATIENCE = 2000;

export function createLanguageServer(extension: vscode.Uri, log: vscode.LogOutputChannel): LanguageServer {
  const changed = new vscode.EventEmitter<void>();
  const previewChanged = new vscode.EventEmitter<readonly string[]>();
  const viewsChanged = new vscode.EventEmitter<void>();
  let client: LanguageClient | undefined;
  let wikis: readonly WikiStatus[] = [];
  let state: ServerState = 'not-started';
  let starting: Promise<void> = Promise.resolve();

  const become = (next: ServerState) => {
    state = next;
    if (next !== 'running') wikis = [];
    void vscode.commands.executeCommand('setContext', 'researchWiki.active', next !== 'not-started');
    changed.fire();
  };

  const connect = async () => {
    if (state === 'starting' || state === 'running') return;
    become('starting');
    // Here, not above: a window that never finds a wiki does not load the language client.
    const { createClient } = await import('./language-client.ts');
    const created = createClient({
      module: vscode.Uri.joinPath(extension, 'dist', 'server.js'),
      docs: vscode.Uri.joinPath(extension, 'docs'),
      log,
      isWanted: () => client === created,
      onState: next => client === created && become(next),
    });
    client = created;
    created.onNotification(STATUS, (status: StatusParams) => {
      wikis = status.wikis;
      changed.fire();
    });
    created.onNotification(PREVIEW_CHANGED, ({ uris }: PreviewChangedParams) => previewChanged.fire(uris));
    created.onNotification(VIEWS_CHANGED, () => viewsChanged.fire());
    // A start that failed has become a state already, and may be tried again by the client itself.
    await created.start().catch(error => log.error(error));
  };

  const disconnect = async () => {
    const old = client;
    client = undefined;
    if (!old) return;
    const process = old.serverProcess;
    become('stopping');
    let patience = PATIENCE;
    try {
      await old.dispose(PATIENCE);
    } catch (error) {
      log.warn(`the server did not stop when asked: ${error instanceof Error ? error.message : error}`);
      patience = 0;
    }
    if (process) await endProcess(process, patience);
  };

  /** One start at a time. A restart does not wait for a start that hangs: it ends its process, and so the start. */
  const start = (): Promise<void> => {
    starting = starting.then(connect);
    return starting;
  };
  const restart = () => disconnect().then(start);

  const listeners = [
    vscode.workspace.onDidGrantWorkspaceTrust(() => state === 'running' && restart()),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (state !== 'running' || !affectsServer(change)) return;
      const settings = { researchWiki: serverSettings() };
      void client?.sendNotification('workspace/didChangeConfiguration', { settings });
    }),
  ];

  return {
    get state() {
      return state;
    },
    get wikis() {
      return wikis;
    },
    onDidChange: changed.event,
    onDidChangePreview: previewChanged.event,
    onDidChangeViews: viewsChanged.event,
    start,
    restart,
    async request<Result>(method: string, params?: object): Promise<Result> {
      await start();
      if (!client || state !== 'running')
        throw new Error(vscode.l10n.t('The language server is not running.'));
      return client.sendRequest<Result>(method, params);
    },
    dispose() {
      for (const each of [...listeners, changed, previewChanged, viewsChanged]) each.dispose();
      void disconnect();
    },
  };
}

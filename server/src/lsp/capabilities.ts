import {
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { SERVER_COMMANDS } from './commands.ts';
import { TRIGGERS } from './handlers/completion.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do and asks for, as far as the server's answers depend on it. */
export interface ClientFeatures {
  readonly options: InitializationOptions;
  /** URIs of the folders that are open. */
  readonly folders: readonly string[];
  readonly pull: boolean;
  readonly watchesFiles: boolean;
  readonly relativePatterns: boolean;
  readonly workDoneProgress: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly showsDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly markdownHover: boolean;
}

export function clientFeatures(params: InitializeParams): ClientFeatures {
  const { capabilities } = params;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const { workspace, textDocument, window } = capabilities;
  const rootUri = params.rootUri ?? undefined;
  return {
    options,
    folders: params.workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    pull: options.diagnostics === 'pull' && textDocument?.diagnostic !== undefined,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    showsDocuments: window?.showDocument?.support === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
  };
}

export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    executeCommandProvider: { commands: [...SERVER_COMMANDS] },
    ...(client.pull
      ? {
          diagnosticProvider: {
            identifier: 'research-wiki',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

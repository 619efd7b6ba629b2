import {
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Asker } from '../features/asker.ts';
import { SERVER_COMMANDS } from './commands.ts';
import { TRIGGERS } from './handlers/completion.ts';
import { FIX_ALL_KIND } from './handlers/fix-all-actions.ts';
import { SEMANTIC_TOKENS } from './handlers/semantic-tokens.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do and asks for, as far as the server's answers depend on it. */
export interface ClientFeatures {
  readonly options: InitializationOptions;
  /** URIs of the folders that are open. */
  readonly folders: readonly string[];
  /** Whether VS Code's own Markdown support answers beside us. */
  readonly asker: Asker;
  readonly pull: boolean;
  readonly watchesFiles: boolean;
  readonly relativePatterns: boolean;
  readonly workDoneProgress: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  readonly annotatesChanges: boolean;
  readonly preparesRename: boolean;
  readonly showsDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLens: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly locationLinks: boolean;
  /** The outline as a tree. */
  readonly symbolTrees: boolean;
  readonly appliesEdits: boolean;
  /** The edit of a code action may come later. */
  readonly resolvesCodeActions: boolean;
  readonly snippetEdits: boolean;
  /** A completion may say where the cursor goes. */
  readonly snippetItems: boolean;
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
    asker: options.besideVsCodeMarkdown ? 'markdown-editor' : 'plain-editor',
    pull: options.diagnostics === 'pull' && textDocument?.diagnostic !== undefined,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renamesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    annotatesChanges: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLens: workspace?.codeLens?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    appliesEdits: workspace?.applyEdit === true && workspace.workspaceEdit?.documentChanges === true,
    locationLinks: textDocument?.definition?.linkSupport === true,
    resolvesCodeActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippetItems: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
  };
}

const ANY_FILE = { filters: [{ scheme: 'file', pattern: { glob: '**' } }] };

export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    codeLensProvider: { resolveProvider: true },
    documentLinkProvider: { resolveProvider: false },
    foldingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: SEMANTIC_TOKENS,
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    typeDefinitionProvider: true,
    implementationProvider: true,
    // VS Code has an outline of its own, and would show two.
    documentSymbolProvider: client.asker === 'plain-editor',
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND],
      resolveProvider: true,
    },
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
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: ANY_FILE,
        willDelete: ANY_FILE,
        didRename: ANY_FILE,
        didDelete: ANY_FILE,
        didCreate: ANY_FILE,
      },
    },
  };
}

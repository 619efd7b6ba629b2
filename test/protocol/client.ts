import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The built command line; `RESEARCH_WIKI_CLI` runs the tests against another, such as `server/src/main.ts`. */
const SERVER = process.env.RESEARCH_WIKI_CLI ?? join(import.meta.dirname, '../../dist/cli.js');
/** Nothing here takes as long as this on any machine; what never comes fails. */
const LONGEST_WAIT_MS = 20_000;

export interface ClientOptions {
  readonly folders: readonly string[];
  readonly initializationOptions?: object;
  /** Merged over what a capable client announces; `null` takes a part away. */
  readonly capabilities?: object;
}

/** A client that talks to the built server over standard input and output, as any editor does. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  initialized!: InitializeResult;
  /** URI → what was pushed last. */
  readonly pushed = new Map<string, readonly Diagnostic[]>();
  /** Registrations of the server, by method. */
  readonly registered = new Map<string, unknown>();
  stderr = '';
  private readonly listeners = new Set<() => void>();
  private versions = new Map<string, number>();

  private constructor() {
    this.process = spawn(process.execPath, [SERVER, 'lsp', '--stdio'], { stdio: 'pipe' });
    this.process.stderr!.on('data', chunk => {
      this.stderr += chunk;
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.pushed.set(uri, diagnostics);
      this.news();
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method, registerOptions } of registrations) this.registered.set(method, registerOptions);
      this.news();
    });
    this.connection.onNotification('window/logMessage', () => {});
    this.connection.onNotification('researchWiki/status', () => {});
    this.connection.listen();
  }

  static async start(context: TestContext, options: ClientOptions): Promise<TestClient> {
    const client = new TestClient();
    context.after(() => client.stop());
    const workspaceFolders = options.folders.map(folder => ({ uri: uriOf(folder), name: folder }));
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      initializationOptions: options.initializationOptions ?? {},
      capabilities: merged(CAPABLE, options.capabilities ?? {}),
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await gone;
    this.connection.dispose();
  }

  open(root: string, path: string, text: string, languageId = 'markdown'): string {
    const uri = uriOf(root, path);
    this.versions.set(uri, 1);
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces the whole text, as one incremental change. */
  change(uri: string, text: string): void {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  fileEvent(root: string, path: string, type: 1 | 2 | 3): void {
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(root, path), type }],
    });
  }

  /** Waits until something holds, looking again with each message that comes. */
  async until<Value>(what: string, look: () => Value | undefined | false): Promise<Value> {
    const found = look();
    if (found) return found;
    return new Promise((resolve, reject) => {
      const listener = () => {
        const value = look();
        if (!value) return;
        this.listeners.delete(listener);
        clearTimeout(timer);
        resolve(value);
      };
      const timer = setTimeout(() => {
        this.listeners.delete(listener);
        reject(
          new Error(
            `never came: ${what}\npushed: ${JSON.stringify([...this.pushed], null, 1)}\n${this.stderr}`,
          ),
        );
      }, LONGEST_WAIT_MS);
      this.listeners.add(listener);
    });
  }

  /** Waits until the diagnostics of a file are such. */
  untilPushed(
    uri: string,
    what: string,
    holds: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return this.until(`${what} in ${uri}`, () => {
      const diagnostics = this.pushed.get(uri);
      return diagnostics && holds(diagnostics) ? diagnostics : undefined;
    });
  }

  news(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

export const uriOf = (root: string, path = ''): string =>
  pathToFileURL(path === '' ? root : join(root, path)).href;

/** The rule ids of diagnostics, in their order. */
export const codesOf = (diagnostics: readonly Diagnostic[] | undefined): readonly unknown[] =>
  (diagnostics ?? []).map(({ code }) => code);

const CAPABLE = {
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

function merged(base: object, over: object): object {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = result[key];
    const both = typeof old === 'object' && old !== null && typeof value === 'object' && value !== null;
    if (value === null) delete result[key];
    else result[key] = both ? merged(old as object, value as object) : value;
  }
  return result;
}

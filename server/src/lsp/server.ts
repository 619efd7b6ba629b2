import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { VERSION } from '../host/version.ts';
import { capabilitiesFor, clientFeatures } from './capabilities.ts';
import { registerHandlers } from './handlers/all.ts';
import { Session } from './session.ts';

/** Serves one client on a connection until it says `exit`. */
export function serve(connection: Connection): void {
  let session: Session | undefined;

  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    const client = clientFeatures(params);
    session = new Session(connection, client, await loadMarkdownParser());
    registerHandlers(session);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'Research Wiki', version: VERSION } };
  });
  connection.onInitialized(() => session?.start());
  connection.listen();
}

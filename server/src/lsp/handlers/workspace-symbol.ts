import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { wikiSymbols } from '../../features/wiki-symbols.ts';
import { guard } from '../guard.ts';
import { locationOf } from '../ranges.ts';
import type { Session } from '../session.ts';

export function handleWorkspaceSymbol(session: Session): void {
  session.connection.onWorkspaceSymbol(
    guard(
      session.connection.console,
      'workspace/symbol',
      [],
      async ({ query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> => {
        const wikis = session.wikis.all();
        await Promise.all(wikis.map(({ whenReady }) => whenReady));
        return wikis.flatMap(wiki =>
          wikiSymbols(wiki.host.wiki, query, session.client.asker).map(({ name, page, span }) => ({
            name,
            kind: SymbolKind.File,
            containerName: [page.typeName, page.status, page.path]
              .filter(part => part !== undefined)
              .join(' · '),
            location: locationOf(session, wiki, { path: page.path, span }),
          })),
        );
      },
    ),
  );
}

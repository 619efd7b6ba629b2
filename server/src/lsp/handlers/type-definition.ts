import type { Location, TextDocumentPositionParams } from 'vscode-languageserver';
import { instancesOf } from '../../features/navigation/instances.ts';
import { pageAtOffset } from '../../features/navigation/page-at.ts';
import { typeDefinition } from '../../features/navigation/type-definition.ts';
import { guard } from '../guard.ts';
import { locationOf } from '../ranges.ts';
import type { Session } from '../session.ts';
import { placeAt } from './place-at.ts';

/** Of the page that is meant at the cursor, else of the page in hand: what the schema asks of it, and who instantiates it. */
export function handleTypeDefinition(session: Session): void {
  const { connection } = session;
  const meantAt = async ({ textDocument, position }: TextDocumentPositionParams) => {
    const place = await placeAt(session, textDocument.uri, position);
    const page = place?.wiki.host.wiki.pages.get(place.path);
    if (!place || !page) return undefined;
    const { wiki } = place;
    return { wiki, page: pageAtOffset(wiki.host.wiki, page, place.offset)?.page ?? page };
  };
  connection.onTypeDefinition(
    guard(
      connection.console,
      'typeDefinition',
      null,
      async (params: TextDocumentPositionParams): Promise<Location | null> => {
        const meant = await meantAt(params);
        const found = meant && typeDefinition(meant.page, meant.wiki.host.schemaFile);
        return found ? locationOf(session, meant.wiki, found) : null;
      },
    ),
  );
  connection.onImplementation(
    guard(
      connection.console,
      'implementation',
      null,
      async (params: TextDocumentPositionParams): Promise<Location[] | null> => {
        const meant = await meantAt(params);
        if (!meant) return null;
        const { wiki, page } = meant;
        return instancesOf(wiki.host.wiki, page).map(place => locationOf(session, wiki, place));
      },
    ),
  );
}

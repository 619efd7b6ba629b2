import type { Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { linkDefinition } from '../../features/navigation/link-definition.ts';
import type { Definition, DefinitionAnswer } from '../../features/navigation/places.ts';
import { numberDefinition } from '../../features/number-definition.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { guard } from '../guard.ts';
import { locationOf, rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { placeAt } from './place-at.ts';

/** Asked in turn; the first that knows the place answers. */
const ANSWERS: readonly DefinitionAnswer[] = [numberDefinition, linkDefinition];

export function handleDefinition(session: Session): void {
  session.connection.onDefinition(
    guard(
      session.connection.console,
      'definition',
      null,
      async ({ textDocument, position }: TextDocumentPositionParams) => {
        const place = await placeAt(session, textDocument.uri, position);
        if (!place) return null;
        for (const answer of ANSWERS) {
          const found = answer(place.wiki.host.wiki, place.path, place.offset, session.client.asker);
          if (found) return toLocations(session, place, found);
        }
        return null;
      },
    ),
  );
}

/** Links where the client understands them: they say what of the page is underlined. */
export function toLocations(
  session: Session,
  { wiki, path }: Place,
  found: readonly Definition[],
): Location[] | LocationLink[] {
  if (!session.client.locationLinks) return found.map(each => locationOf(session, wiki, each));
  const starts = lineStartsIn(wiki.host, path);
  return found.map(each => {
    const { uri, range } = locationOf(session, wiki, each);
    return {
      originSelectionRange: rangeIn(starts, each.from),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    };
  });
}

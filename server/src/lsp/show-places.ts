import { SHOW_PLACES, type ShowPlacesParams } from './protocol.ts';
import type { Session } from './session.ts';
import { fileOf } from './uris.ts';

/** A message holds about this many lines. */
const MOST_LINES = 20;

/**
 * Shows a list of places: in our own client as the editor shows references. Another client goes to a single place, and
 * gets several as a message.
 */
export async function showPlaces(session: Session, params: ShowPlacesParams): Promise<void> {
  const { client, connection } = session;
  const [first] = params.places;
  if (!first) return;
  if (client.options.showsPlaces) {
    await connection.sendNotification(SHOW_PLACES, params);
  } else if (client.showsDocuments && params.places.length === 1) {
    await connection.window.showDocument({ uri: first.uri, takeFocus: true, selection: first.range });
  } else {
    const lines = params.places
      .slice(0, MOST_LINES)
      .map(({ uri, range }) => `${fileOf(uri)}:${range.start.line + 1}`);
    const more = params.places.length - lines.length;
    connection.window.showInformationMessage(
      [params.title, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    );
  }
}

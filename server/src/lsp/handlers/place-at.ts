import type { Position } from 'vscode-languageserver';
import { lengthOf, lineStartsIn } from '../../host/lines.ts';
import { offsetAt } from '../../text/line-starts.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';

/** A position in a document of a wiki, once the wiki is read. */
export async function placeAt(
  session: Session,
  uri: string,
  position: Position,
): Promise<(Place & { offset: number }) | undefined> {
  const place = await session.readyPlace(uri);
  if (!place) return undefined;
  const { host } = place.wiki;
  return { ...place, offset: offsetAt(lineStartsIn(host, place.path), position, lengthOf(host, place.path)) };
}

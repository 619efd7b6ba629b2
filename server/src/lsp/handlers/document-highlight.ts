import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { linkHighlights } from '../../features/navigation/link-highlights.ts';
import type { HighlightsAnswer } from '../../features/navigation/places.ts';
import { numberHighlights } from '../../features/number-references.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import { placeAt } from './place-at.ts';

/** Asked in turn; the first that knows the place answers. */
const ANSWERS: readonly HighlightsAnswer[] = [numberHighlights, linkHighlights];

export function handleDocumentHighlight(session: Session): void {
  session.connection.onDocumentHighlight(
    guard(
      session.connection.console,
      'documentHighlight',
      null,
      async ({ textDocument, position }: TextDocumentPositionParams): Promise<DocumentHighlight[] | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        if (!place) return null;
        const starts = lineStartsIn(place.wiki.host, place.path);
        for (const answer of ANSWERS) {
          const found = answer(place.wiki.host.wiki, place.path, place.offset);
          if (found)
            return found.map(span => ({ range: rangeIn(starts, span), kind: DocumentHighlightKind.Text }));
        }
        return null;
      },
    ),
  );
}

import type { Hover, TextDocumentPositionParams } from 'vscode-languageserver';
import { hoverAt } from '../../features/hover.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import { placeAt } from './place-at.ts';

export function handleHover(session: Session): void {
  session.connection.onHover(
    guard(
      session.connection.console,
      'hover',
      null,
      async ({ textDocument, position }: TextDocumentPositionParams): Promise<Hover | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        const hover = place && hoverAt(place.wiki.host.wiki, place.path, place.offset, session.client.asker);
        if (!hover) return null;
        const kind = session.client.markdownHover ? 'markdown' : 'plaintext';
        return {
          contents: { kind, value: hover.markdown },
          range: rangeIn(lineStartsIn(place.wiki.host, place.path), hover.span),
        };
      },
    ),
  );
}

import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../../features/navigation/document-links.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import { pageOf } from './page-of.ts';

export function handleDocumentLink(session: Session): void {
  session.connection.onDocumentLinks(
    guard(
      session.connection.console,
      'documentLink',
      null,
      async ({ textDocument }: DocumentLinkParams): Promise<DocumentLink[] | null> => {
        const found = await pageOf(session, textDocument.uri);
        if (!found) return null;
        const { wiki, page } = found;
        const starts = lineStartsIn(wiki.host, page.path);
        return documentLinks(wiki.host.wiki, page, session.client.asker).map(({ span, to, tooltip }) => ({
          range: rangeIn(starts, span),
          target: 'url' in to ? to.url : session.documents.uriOf(wiki, to.path),
          ...(tooltip === undefined ? {} : { tooltip }),
        }));
      },
    ),
  );
}

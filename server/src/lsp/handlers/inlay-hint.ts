import { type InlayHint, type InlayHintParams, InlayHintRefreshRequest } from 'vscode-languageserver';
import { statusHints } from '../../features/status-hints.ts';
import { lengthOf, lineStartsIn } from '../../host/lines.ts';
import { offsetAt, positionAt } from '../../text/line-starts.ts';
import { guard } from '../guard.ts';
import type { Session } from '../session.ts';
import { pageOf } from './page-of.ts';

/** The status of the pages that links lead to; off unless the setting `researchWiki.inlayHints.status` asks for it. */
export function handleInlayHint(session: Session): void {
  const { connection } = session;
  connection.languages.inlayHint.on(
    guard(
      connection.console,
      'inlayHint',
      null,
      async ({ textDocument, range }: InlayHintParams): Promise<InlayHint[] | null> => {
        const found = session.inlayHints.status ? await pageOf(session, textDocument.uri) : undefined;
        if (!found) return null;
        const { wiki, page } = found;
        const starts = lineStartsIn(wiki.host, page.path);
        const length = lengthOf(wiki.host, page.path);
        const span = {
          start: offsetAt(starts, range.start, length),
          end: offsetAt(starts, range.end, length),
        };
        return statusHints(wiki.host.wiki, page, span).map(({ offset, status, page: target }) => ({
          position: positionAt(starts, offset),
          label: status,
          tooltip: target.title,
          paddingLeft: true,
        }));
      },
    ),
  );
}

/** The setting has changed. */
export function refreshInlayHints({ client, connection }: Session): void {
  if (client.refreshesInlayHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => {});
}

import { type InlayHint, type InlayHintParams, InlayHintRefreshRequest } from 'vscode-languageserver';
import { numberHints } from '../../features/number-hints.ts';
import { statusHints } from '../../features/status-hints.ts';
import { lengthOf, lineStartsIn } from '../../host/lines.ts';
import { offsetAt, positionAt } from '../../text/line-starts.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { guard } from '../guard.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';
import { pageOf } from './page-of.ts';

/** The table's value behind numbers, and the status of the pages that links lead to, as the settings ask for them. */
export function handleInlayHint(session: Session): void {
  const { connection } = session;
  connection.languages.inlayHint.on(
    guard(
      connection.console,
      'inlayHint',
      null,
      async ({ textDocument, range }: InlayHintParams): Promise<InlayHint[] | null> => {
        const found = await pageOf(session, textDocument.uri);
        if (!found) return null;
        const { wiki, page } = found;
        const starts = lineStartsIn(wiki.host, page.path);
        const length = lengthOf(wiki.host, page.path);
        const span = {
          start: offsetAt(starts, range.start, length),
          end: offsetAt(starts, range.end, length),
        };
        return hintsIn(session, wiki, page, span).map(({ offset, text, tooltip }) => ({
          position: positionAt(starts, offset),
          label: text,
          tooltip,
          paddingLeft: true,
        }));
      },
    ),
  );
}

function hintsIn(session: Session, wiki: OpenWiki, page: Page, span: Span) {
  const { status, numbers = 'contradicted' } = session.inlayHints;
  const { host } = wiki;
  const statuses = status ? statusHints(host.wiki, page, span) : [];
  return [
    ...(numbers === 'none'
      ? []
      : numberHints(host.wiki, page, session.queue.now(wiki, page.path).diagnostics, numbers, span)),
    ...statuses.map(hint => ({ offset: hint.offset, text: hint.status, tooltip: hint.page.title })),
  ];
}

/** A setting has changed, or something beside the page that hints depend on. */
export function refreshInlayHints({ client, connection }: Pick<Session, 'client' | 'connection'>): void {
  if (client.refreshesInlayHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => {});
}

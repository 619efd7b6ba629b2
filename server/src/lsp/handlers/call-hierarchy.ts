import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  SymbolKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type Evidence, reliedOnBy, reliesOn } from '../../features/evidence.ts';
import { pageAtOffset, titleSpansOf } from '../../features/navigation/page-at.ts';
import { lineStartsIn } from '../../host/lines.ts';
import type { Page } from '../../wiki/page.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';
import { pageOf } from './page-of.ts';
import { placeAt } from './place-at.ts';

/** The evidence graph: who relies on a page (incoming), and what it relies on (outgoing). */
export function handleCallHierarchy(session: Session): void {
  const { connection } = session;
  const log = connection.console;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    guard(
      log,
      'prepareCallHierarchy',
      null,
      async ({ textDocument, position }: TextDocumentPositionParams): Promise<CallHierarchyItem[] | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        const page = place?.wiki.host.wiki.pages.get(place.path);
        if (!place || !page) return null;
        const meant = pageAtOffset(place.wiki.host.wiki, page, place.offset)?.page ?? page;
        return [itemOf(session, place.wiki, meant)];
      },
    ),
  );
  callHierarchy.onIncomingCalls(
    guard(
      log,
      'incomingCalls',
      null,
      async ({ item }: CallHierarchyIncomingCallsParams): Promise<CallHierarchyIncomingCall[] | null> => {
        const found = await pageOf(session, item.uri);
        if (!found) return null;
        const { wiki, page } = found;
        return reliedOnBy(wiki.host.wiki, page).map(evidence => ({
          from: itemOf(session, wiki, evidence.page, evidence),
          fromRanges: evidence.spans.map(span => rangeIn(lineStartsIn(wiki.host, evidence.page.path), span)),
        }));
      },
    ),
  );
  callHierarchy.onOutgoingCalls(
    guard(
      log,
      'outgoingCalls',
      null,
      async ({ item }: CallHierarchyOutgoingCallsParams): Promise<CallHierarchyOutgoingCall[] | null> => {
        const found = await pageOf(session, item.uri);
        if (!found) return null;
        const { wiki, page } = found;
        const starts = lineStartsIn(wiki.host, page.path);
        return reliesOn(wiki.host.wiki, page).map(evidence => ({
          to: itemOf(session, wiki, evidence.page, evidence),
          fromRanges: evidence.spans.map(span => rangeIn(starts, span)),
        }));
      },
    ),
  );
}

/** A page; beside it what it is, and the sections that hold the places in question. */
function itemOf(session: Session, wiki: OpenWiki, page: Page, evidence?: Evidence): CallHierarchyItem {
  const starts = lineStartsIn(wiki.host, page.path);
  const title = titleSpansOf(page).at(-1)?.span ?? { start: 0, end: 0 };
  const sections = evidence && evidence.sections.length > 0 ? [`in ${evidence.sections.join(', ')}`] : [];
  return {
    name: page.title,
    kind: SymbolKind.File,
    detail: [page.typeName, page.status, ...sections].filter(part => part !== undefined).join(' · '),
    uri: session.documents.uriOf(wiki, page.path),
    range: rangeIn(starts, { start: 0, end: page.facts.length }),
    selectionRange: rangeIn(starts, title),
  };
}

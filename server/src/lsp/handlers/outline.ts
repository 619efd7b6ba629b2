import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { foldsOf, type OutlineEntry, outlineOf } from '../../features/outline.ts';
import { lineStartsIn } from '../../host/lines.ts';
import type { LineStarts } from '../../text/line-starts.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import { pageOf } from './page-of.ts';

/** The outline, for editors that have none of their own, and what can be folded. */
export function handleOutline(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(
    guard(
      connection.console,
      'documentSymbol',
      null,
      async ({
        textDocument: { uri },
      }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
        const found = await pageOf(session, uri);
        if (!found) return null;
        const starts = lineStartsIn(found.wiki.host, found.page.path);
        const tree = outlineOf(found.page).map(entry => toSymbol(entry, starts));
        return session.client.symbolTrees ? tree : tree.flatMap(symbol => flat(symbol, uri));
      },
    ),
  );
  connection.onFoldingRanges(
    guard(
      connection.console,
      'foldingRange',
      null,
      async ({ textDocument: { uri } }: FoldingRangeParams): Promise<FoldingRange[] | null> => {
        const found = await pageOf(session, uri);
        if (!found) return null;
        return foldsOf(found.page, session.client.asker).map(({ first, last }) => ({
          startLine: first,
          endLine: last,
          kind: FoldingRangeKind.Region,
        }));
      },
    ),
  );
}

const toSymbol = ({ name, span, nameSpan, children }: OutlineEntry, starts: LineStarts): DocumentSymbol => ({
  name,
  kind: SymbolKind.String,
  range: rangeIn(starts, span),
  selectionRange: rangeIn(starts, nameSpan),
  children: children.map(child => toSymbol(child, starts)),
});

/** For clients that know no trees. */
function flat({ name, kind, range, children = [] }: DocumentSymbol, uri: string): SymbolInformation[] {
  return [{ name, kind, location: { uri, range } }, ...children.flatMap(child => flat(child, uri))];
}

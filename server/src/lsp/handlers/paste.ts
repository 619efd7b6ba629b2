import type { PasteOffer } from '../../features/paste/paste-offer.ts';
import { identifierIn, pastedSources } from '../../features/paste/pasted-source.ts';
import { pastedTable } from '../../features/paste/pasted-table.ts';
import { tabularIn } from '../../features/paste/tabular.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import { guard } from '../guard.ts';
import { PASTE, type PasteParams, type PasteResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { placeAt } from './place-at.ts';

/** Above this many UTF-16 units a paste is no table and no list of sources, but a text. */
const LONGEST = 2_000_000;

const BIBTEX = /^\s*@\w+\s*[{(]/;
const HTML_TABLE = /<table[\s>]/i;

/** What a text about to be pasted can become: a data table, or source pages. */
export function handlePaste(session: Session): void {
  const { connection, wikis } = session;
  connection.onRequest<PasteResult, void>(
    PASTE,
    guard(
      connection.console,
      PASTE,
      { offers: [] },
      async ({ uri, position, text, html }: PasteParams): Promise<PasteResult> => {
        const place = await placeAt(session, uri, position);
        if (!place || isReadOnly(place.wiki.host.wiki.schema, place.path)) return { offers: [] };
        if (text.length + (html?.length ?? 0) > LONGEST) return { offers: [] };
        const offer = await offerFor(place, place.offset, text, html ?? '');
        if (!offer) return { offers: [] };
        const creates = offer.creates.map(({ path, text: content }) => ({
          uri: wikis.uriOf(place.wiki, path),
          text: content,
        }));
        return { offers: [{ ...offer, creates }] };
      },
    ),
  );
}

/** The libraries that read foreign formats are loaded when there is something to read. */
async function offerFor(
  { wiki, path }: Place,
  offset: number,
  text: string,
  html: string,
): Promise<PasteOffer | undefined> {
  const page = wiki.host.wiki.pages.get(path);
  if (!page) return undefined;
  const identifier = identifierIn(text);
  if (identifier) return pastedSources(wiki.host.wiki, page, offset, [identifier]);
  if (BIBTEX.test(text)) {
    const { readBibtex } = await import('../../features/paste/readers.ts');
    return pastedSources(wiki.host.wiki, page, offset, readBibtex(text));
  }
  const written = HTML_TABLE.test(html) ? html : HTML_TABLE.test(text) ? text : undefined;
  const fromHtml =
    written === undefined
      ? undefined
      : (await import('../../features/paste/readers.ts')).readHtmlTable(written);
  const table = fromHtml ?? tabularIn(text);
  return table && pastedTable(wiki.host.wiki, page, table);
}

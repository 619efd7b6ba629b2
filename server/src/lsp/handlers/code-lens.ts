import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { backlinksLens } from '../../features/lenses/backlinks-lens.ts';
import type { LensKind } from '../../features/lenses/lens.ts';
import { listingsLens } from '../../features/lenses/listings-lens.ts';
import { numbersLens } from '../../features/lenses/numbers-lens.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { type LensArguments, SHOW_LENS_COMMAND } from '../commands.ts';
import { guard } from '../guard.ts';
import { locationOf, rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import { showPlaces } from '../show-places.ts';
import { pageOf } from './page-of.ts';

/** The kinds of lenses by name; the name comes back when a lens is resolved or clicked. */
const KINDS: Readonly<Record<string, LensKind>> = {
  backlinks: backlinksLens,
  listings: listingsLens,
  numbers: numbersLens,
};

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function handleCodeLens(session: Session): void {
  const { connection } = session;
  connection.onCodeLens(
    guard(
      connection.console,
      'codeLens',
      null,
      async ({ textDocument: { uri } }: CodeLensParams): Promise<CodeLens[] | null> => {
        const found = await pageOf(session, uri);
        if (!found || found.page.facts.partial) return null;
        const starts = lineStartsIn(found.wiki.host, found.page.path);
        return Object.entries(KINDS).flatMap(([name, kind]) =>
          session.codeLens[kind.setting] === false
            ? []
            : kind.placesIn(found.wiki.host.wiki, found.page).map(({ span, subject }) => ({
                range: rangeIn(starts, span),
                data: { uri, kind: name, subject } satisfies LensArguments,
              })),
        );
      },
    ),
  );
  connection.onCodeLensResolve(
    guard(
      connection.console,
      'codeLens/resolve',
      { range: NOWHERE },
      async (lens: CodeLens): Promise<CodeLens> => {
        const data = lens.data as LensArguments;
        const found = await pageOf(session, data.uri);
        const title = found && KINDS[data.kind]?.titleOf(found.wiki.host.wiki, found.page, data.subject);
        return { ...lens, command: { title: title ?? '', command: SHOW_LENS_COMMAND, arguments: [data] } };
      },
    ),
  );
}

/** A lens was clicked: what it leads to is worked out as the wiki is now. */
export async function showLens(session: Session, { uri, kind, subject }: LensArguments): Promise<void> {
  const found = await pageOf(session, uri);
  const lens = KINDS[kind];
  if (!found || !lens) return;
  const { wiki, page } = found;
  const places = lens.leadsTo(wiki.host.wiki, page, subject).map(place => locationOf(session, wiki, place));
  const at = lens.placesIn(wiki.host.wiki, page).find(place => place.subject === subject);
  const title = lens.titleOf(wiki.host.wiki, page, subject) ?? '';
  await showPlaces(session, {
    title: `${page.title}: ${title}`,
    places,
    ...(at ? { from: locationOf(session, wiki, { path: page.path, span: at.span }) } : {}),
  });
}

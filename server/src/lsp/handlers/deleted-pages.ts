import { type DeleteFilesParams, WillDeleteFilesRequest } from 'vscode-languageserver';
import { backlinksOf } from '../../features/backlinks.ts';
import type { FilePlace } from '../../features/navigation/places.ts';
import { count } from '../../rules/words.ts';
import { guard } from '../guard.ts';
import { locationOf } from '../ranges.ts';
import type { Session } from '../session.ts';
import { showPlaces } from '../show-places.ts';
import { fileOf } from '../uris.ts';
import type { OpenWiki } from '../wikis.ts';

/** A page that is about to go, with the places in other pages that lead to it. */
interface Doomed {
  readonly wiki: OpenWiki;
  readonly path: string;
  readonly title: string;
  readonly places: readonly FilePlace[];
}

const SHOW = { title: 'Show' };

/** After the user has deleted pages that others rely on: one message that says how many, and shows them. */
export function handleDeletedPages(session: Session): void {
  const { connection } = session;
  const doomed = new Map<string, readonly Doomed[]>();
  connection.onRequest(
    WillDeleteFilesRequest.method,
    guard(connection.console, 'willDeleteFiles', null, ({ files }: DeleteFilesParams): null => {
      // Who links to a page is asked while it is there: fields name it by its title.
      for (const { uri } of files) doomed.set(uri, pagesAt(session, uri));
      return null;
    }),
  );
  connection.workspace.onDidDeleteFiles(({ files }: DeleteFilesParams) => {
    const gone = files.flatMap(({ uri }) => doomed.get(uri) ?? pagesAt(session, uri));
    for (const { uri } of files) {
      session.watching.seen(fileOf(uri));
      doomed.delete(uri);
    }
    void tell(session, gone).catch(error => connection.console.error(String(error)));
  });
}

/** The pages that a file is, or that a folder holds. */
function pagesAt(session: Session, uri: string): readonly Doomed[] {
  const file = fileOf(uri);
  const place = file === undefined ? undefined : session.wikis.placeOfFile(file);
  if (!place) return [];
  const { wiki } = place.wiki.host;
  return [...wiki.pages.values()]
    .filter(({ path }) => path === place.path || path.startsWith(`${place.path}/`))
    .map(page => ({
      wiki: place.wiki,
      path: page.path,
      title: page.title,
      places: backlinksOf(wiki, page).map(({ from, span }) => ({ path: from.path, span })),
    }));
}

async function tell(session: Session, gone: readonly Doomed[]): Promise<void> {
  const goneFiles = new Set(gone.map(({ wiki, path }) => `${wiki.host.root}/${path}`));
  const missed = gone
    .map(page => ({
      ...page,
      places: page.places.filter(({ path }) => !goneFiles.has(`${page.wiki.host.root}/${path}`)),
    }))
    .filter(({ places }) => places.length > 0);
  const [first] = missed;
  if (!first) return;
  const linkers = new Set(
    missed.flatMap(({ wiki, places }) => places.map(({ path }) => `${wiki.host.root}/${path}`)),
  );
  const what = missed.length === 1 ? `"${first.title}"` : `${missed.length} of the deleted pages`;
  const title = `${count(linkers.size, 'page')} ${linkers.size === 1 ? 'links' : 'link'} to ${what}`;
  const answer = await session.connection.window.showInformationMessage(title, SHOW);
  if (answer?.title !== SHOW.title) return;
  const places = missed.flatMap(({ wiki, places: all }) =>
    all.map(place => locationOf(session, wiki, place)),
  );
  await showPlaces(session, { title, places });
}

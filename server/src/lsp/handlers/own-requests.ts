import { newPage, pageTypesOf } from '../../features/new-page.ts';
import { UserError } from '../../host/user-error.ts';
import { lineStartsOf, positionAt } from '../../text/line-starts.ts';
import { guard } from '../guard.ts';
import {
  CHECK_WIKI,
  type CheckWikiResult,
  NEW_PAGE,
  type NewPageParams,
  type NewPageResult,
  PAGE_TYPES,
  type PageTypesResult,
  PREVIEW,
  type PreviewData,
  type PreviewParams,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { uriOf } from '../uris.ts';

/** Requests beside LSP, for our VS Code client; see `protocol.ts`. */
export function handleOwnRequests(session: Session): void {
  const { connection, wikis, queue } = session;
  const log = connection.console;

  connection.onRequest(
    PREVIEW,
    guard(log, PREVIEW, null, async ({ uri }: PreviewParams): Promise<PreviewData | null> => {
      const place = await session.readyPlace(uri);
      return place ? session.previews.answer(place.wiki, place.path) : null;
    }),
  );

  connection.onRequest(
    PAGE_TYPES,
    guard(log, PAGE_TYPES, { wikis: [] }, async (): Promise<PageTypesResult> => {
      await Promise.all(wikis.all().map(({ whenReady }) => whenReady));
      return {
        wikis: wikis.all().map(({ host }) => ({
          rootUri: uriOf(host.root),
          name: host.root.slice(host.root.lastIndexOf('/') + 1),
          types: pageTypesOf(host.wiki),
        })),
      };
    }),
  );

  connection.onRequest(
    NEW_PAGE,
    guard(
      log,
      NEW_PAGE,
      null,
      async ({ rootUri, type, title, folder }: NewPageParams): Promise<NewPageResult | null> => {
        const wiki = wikis.all().find(({ host }) => uriOf(host.root) === rootUri);
        if (!wiki) throw new UserError('this wiki is not open');
        await wiki.whenReady;
        const { path, text, cursor } = newPage(wiki.host.wiki, type, title, folder);
        if (wiki.host.wiki.files.hasFile(path) || wiki.host.wiki.sources.exists(path))
          throw new UserError(`"${path}" exists already`);
        return { uri: wikis.uriOf(wiki, path), text, position: positionAt(lineStartsOf(text), cursor) };
      },
    ),
  );

  connection.onRequest(
    CHECK_WIKI,
    guard(log, CHECK_WIKI, nothingChecked, async (): Promise<CheckWikiResult> => {
      await Promise.all(wikis.all().map(({ whenReady }) => whenReady));
      queue.markAll(wikis.all());
      await queue.runAll();
      const checks = wikis.all().flatMap(wiki => [...queue.resultsOf(wiki).values()]);
      const count = (severity: string) =>
        checks.flatMap(({ diagnostics }) => diagnostics).filter(found => found.severity === severity).length;
      return {
        pages: checks.filter(({ numbers }) => numbers !== undefined).length,
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
        numbersChecked: checks.reduce(
          (sum, { numbers }) => sum + (numbers ? numbers.supported + numbers.contradicted : 0),
          0,
        ),
      };
    }),
  );
}

const nothingChecked: CheckWikiResult = { pages: 0, errors: 0, warnings: 0, infos: 0, numbersChecked: 0 };

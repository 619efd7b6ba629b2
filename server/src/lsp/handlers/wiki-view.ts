import { type Grouping, pageGroups, pagesOfGroup } from '../../features/views/page-groups.ts';
import { parted } from '../../features/views/parts.ts';
import type { FileCheck } from '../../host/check-wiki.ts';
import type { Page } from '../../wiki/page.ts';
import { baseName } from '../../wiki/path.ts';
import { guard } from '../guard.ts';
import {
  type ViewPage,
  type ViewProblems,
  WIKI_GROUPS,
  WIKI_PAGES,
  type WikiGroupsParams,
  type WikiGroupsResult,
  type WikiPagesParams,
  type WikiPagesResult,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { uriOf } from '../uris.ts';
import type { OpenWiki } from '../wikis.ts';

/** What the view *Wiki* asks: the pages of each wiki, group by group. */
export function handleWikiView(session: Session): void {
  const { connection, wikis, views } = session;
  const log = connection.console;

  connection.onRequest<WikiGroupsResult, void>(
    WIKI_GROUPS,
    guard(
      log,
      WIKI_GROUPS,
      { wikis: [] },
      async ({ by, filter }: WikiGroupsParams): Promise<WikiGroupsResult> => {
        await Promise.all(wikis.all().map(({ whenReady }) => whenReady));
        views.asked();
        return { wikis: wikis.all().map(wiki => groupsOf(session, wiki, by, filter)) };
      },
    ),
  );

  connection.onRequest<WikiPagesResult, void>(
    WIKI_PAGES,
    guard(
      log,
      WIKI_PAGES,
      { parts: [], pages: [] },
      async ({ rootUri, by, filter, group, part }: WikiPagesParams): Promise<WikiPagesResult> => {
        const wiki = wikis.all().find(({ host }) => uriOf(host.root) === rootUri);
        await wiki?.whenReady;
        views.asked();
        if (!wiki) return { parts: [], pages: [] };
        const all = pagesOfGroup(wiki.host.wiki, by, group, filter);
        const { parts, items } = parted(all, ({ title }) => title, part);
        return {
          parts: parts.map(({ key, label, items: pages }) => ({
            key,
            label,
            pages: pages.length,
            ...problemsIn(session, wiki, pages),
          })),
          pages: items.map(page => viewPage(session, wiki, page)),
        };
      },
    ),
  );
}

function groupsOf(session: Session, wiki: OpenWiki, by: Grouping, filter: string) {
  const core = wiki.host.wiki;
  const groups = pageGroups(core, by, filter).map(({ key, pages }) => ({
    key,
    pages: pages.length,
    isType: by === 'type' && core.schema.pages.has(key),
    ...problemsIn(session, wiki, pages),
  }));
  return {
    rootUri: uriOf(wiki.host.root),
    name: baseName(wiki.host.root),
    pages: groups.reduce((sum, { pages }) => sum + pages, 0),
    groups,
  };
}

/** A page as a row of a list. */
export function viewPage(session: Session, wiki: OpenWiki, page: Page): ViewPage {
  const { path, title, typeName, status } = page;
  return {
    uri: session.documents.uriOf(wiki, path),
    title,
    path,
    ...(typeName === undefined ? {} : { type: typeName }),
    ...(status === undefined ? {} : { status }),
    ...problemsOf(session.queue.resultsOf(wiki).get(path)),
  };
}

function problemsIn(session: Session, wiki: OpenWiki, pages: readonly Page[]): ViewProblems {
  const results = session.queue.resultsOf(wiki);
  const sum = { errors: 0, warnings: 0, infos: 0 };
  for (const { path } of pages) {
    const { errors, warnings, infos } = problemsOf(results.get(path));
    sum.errors += errors;
    sum.warnings += warnings;
    sum.infos += infos;
  }
  return sum;
}

const NONE: ViewProblems = { errors: 0, warnings: 0, infos: 0 };
const counted = new WeakMap<FileCheck, ViewProblems>();

/** What is known of a file by now; nothing of one that was not checked yet. */
function problemsOf(check: FileCheck | undefined): ViewProblems {
  if (!check || check.diagnostics.length === 0) return NONE;
  let counts = counted.get(check);
  if (!counts) {
    const count = (wanted: string) => check.diagnostics.filter(({ severity }) => severity === wanted).length;
    counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
    counted.set(check, counts);
  }
  return counts;
}

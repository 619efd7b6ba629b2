import { NUMBER_GROUPS as GROUPS, type NumberGroup } from '../../features/views/number-groups.ts';
import { listedNumbers } from '../../features/views/page-numbers.ts';
import { parted } from '../../features/views/parts.ts';
import type { Page } from '../../wiki/page.ts';
import { guard } from '../guard.ts';
import {
  NUMBER_GROUPS,
  NUMBER_PAGES,
  type NumberGroupsResult,
  type NumberPagesParams,
  type NumberPagesResult,
  PAGE_NUMBERS,
  type PageNumbersResult,
  type PageParams,
} from '../protocol.ts';
import { locationOf, rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';
import { pageOf } from './page-of.ts';

/** What the view *Claims* asks: of one page all numbers, of whole wikis what the background check has counted. */
export function handleClaimsView(session: Session): void {
  const { connection, wikis, views } = session;
  const log = connection.console;

  const nothing: NumberGroupsResult = { groups: [], known: 0, pages: 0 };
  connection.onRequest<NumberGroupsResult, void>(
    NUMBER_GROUPS,
    guard(log, NUMBER_GROUPS, nothing, async (): Promise<NumberGroupsResult> => {
      await Promise.all(wikis.all().map(({ whenReady }) => whenReady));
      views.asked();
      return allGroups(session);
    }),
  );

  connection.onRequest<NumberPagesResult, void>(
    NUMBER_PAGES,
    guard(
      log,
      NUMBER_PAGES,
      { parts: [], pages: [] },
      async ({ group, part }: NumberPagesParams): Promise<NumberPagesResult> => {
        await Promise.all(wikis.all().map(({ whenReady }) => whenReady));
        views.asked();
        const { parts, items } = parted(pagesWith(session, group), ({ page }) => page.title, part);
        const sum = (pages: readonly PageWithNumbers[]) =>
          pages.reduce((all, { numbers }) => all + numbers, 0);
        return {
          parts: parts.map(({ key, label, items: pages }) => ({
            key,
            label,
            pages: pages.length,
            numbers: sum(pages),
          })),
          pages: items.map(({ wiki, page, numbers }) => ({
            uri: session.documents.uriOf(wiki, page.path),
            title: page.title,
            path: page.path,
            numbers,
          })),
        };
      },
    ),
  );

  connection.onRequest<PageNumbersResult | null, void>(
    PAGE_NUMBERS,
    guard(log, PAGE_NUMBERS, null, async ({ uri }: PageParams): Promise<PageNumbersResult | null> => {
      const found = await pageOf(session, uri);
      views.asked();
      if (!found) return null;
      const { wiki, page } = found;
      return {
        numbers: listedNumbers(wiki.host.wiki, page).map(({ span, cell, ...number }) => ({
          ...number,
          range: rangeIn(page.facts.lineStarts, span),
          ...(cell ? { cell: { label: cell.label, ...locationOf(session, wiki, cell.place) } } : {}),
        })),
      };
    }),
  );
}

function allGroups({ wikis, queue }: Session): NumberGroupsResult {
  const sums = new Map(GROUPS.map(group => [group, { numbers: 0, pages: 0 }]));
  let known = 0;
  let pages = 0;
  for (const wiki of wikis.all()) {
    const results = queue.resultsOf(wiki);
    pages += wiki.host.wiki.pages.size;
    for (const path of wiki.host.wiki.pages.keys()) {
      const counts = results.get(path)?.numberGroups;
      if (!counts) continue;
      known++;
      for (const [group, numbers] of Object.entries(counts)) {
        const sum = sums.get(group as NumberGroup)!;
        sum.numbers += numbers;
        sum.pages++;
      }
    }
  }
  const groups = [...sums].map(([group, sum]) => ({ group, ...sum }));
  return { groups: groups.filter(({ numbers }) => numbers > 0), known, pages };
}

interface PageWithNumbers {
  readonly wiki: OpenWiki;
  readonly page: Page;
  readonly numbers: number;
}

function pagesWith({ wikis, queue }: Session, group: NumberGroup): readonly PageWithNumbers[] {
  return wikis.all().flatMap(wiki => {
    const results = queue.resultsOf(wiki);
    return [...wiki.host.wiki.pages.values()].flatMap(page => {
      const numbers = results.get(page.path)?.numberGroups?.[group];
      return numbers === undefined ? [] : { wiki, page, numbers };
    });
  });
}

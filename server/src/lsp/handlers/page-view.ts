import { titleSpansOf } from '../../features/navigation/page-at.ts';
import { numberGroupsOf } from '../../features/views/number-groups.ts';
import { backlinkPlaces, countBacklinks } from '../../features/views/page-backlinks.ts';
import { pageRelations, type RelatedPage } from '../../features/views/page-relations.ts';
import { pageSections } from '../../features/views/page-sections.ts';
import { tablesOfPage } from '../../features/views/page-tables.ts';
import { guard } from '../guard.ts';
import {
  PAGE_BACKLINKS,
  PAGE_PARTS,
  PAGE_RELATIONS,
  type PageBacklinksResult,
  type PageParams,
  type PagePartsResult,
  type PageRelationsResult,
  type ViewRelated,
} from '../protocol.ts';
import { locationOf, rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';
import { pageOf } from './page-of.ts';
import { viewPage } from './wiki-view.ts';

/** What the view *This Page* asks, each when it is unfolded. */
export function handlePageView(session: Session): void {
  const { connection, views } = session;
  const log = connection.console;

  connection.onRequest<PagePartsResult | null, void>(
    PAGE_PARTS,
    guard(log, PAGE_PARTS, null, async ({ uri }: PageParams): Promise<PagePartsResult | null> => {
      const found = await pageOf(session, uri);
      views.asked();
      if (!found) return null;
      const { wiki, page } = found;
      const core = wiki.host.wiki;
      const { path: _path, ...head } = viewPage(session, wiki, page);
      const title = titleSpansOf(page)[0];
      return {
        ...head,
        ...(title ? { titleAt: rangeIn(page.facts.lineStarts, title.span) } : {}),
        sections: pageSections(page).map(section =>
          'missing' in section
            ? { title: section.title, entry: section.entry }
            : {
                title: section.title,
                range: rangeIn(page.facts.lineStarts, section.span),
                empty: section.empty,
              },
        ),
        tables: tablesOfPage(core, page).map(({ place, ...table }) => ({
          ...table,
          path: place.path,
          ...locationOf(session, wiki, place),
        })),
        numbers: numberGroupsOf(core, page),
        backlinks: countBacklinks(core, page),
      };
    }),
  );

  connection.onRequest<PageRelationsResult, void>(
    PAGE_RELATIONS,
    guard(log, PAGE_RELATIONS, { groups: [] }, async ({ uri }: PageParams): Promise<PageRelationsResult> => {
      const found = await pageOf(session, uri);
      views.asked();
      if (!found) return { groups: [] };
      const groups = pageRelations(found.wiki.host.wiki, found.page);
      return {
        groups: groups.map(({ section, links, ...group }) => ({
          ...group,
          ...(section === undefined ? {} : { section }),
          links: links.map(link => viewRelated(session, found.wiki, link)),
        })),
      };
    }),
  );

  const nothing: PageBacklinksResult = { title: '', places: [], more: 0 };
  connection.onRequest<PageBacklinksResult, void>(
    PAGE_BACKLINKS,
    guard(log, PAGE_BACKLINKS, nothing, async ({ uri }: PageParams): Promise<PageBacklinksResult> => {
      const found = await pageOf(session, uri);
      views.asked();
      if (!found) return nothing;
      const { places, more } = backlinkPlaces(found.wiki.host.wiki, found.page);
      return {
        title: found.page.title,
        places: places.map(place => ({
          ...locationOf(session, found.wiki, place),
          title: place.from.title,
          section: place.section,
          sentence: place.sentence,
        })),
        more,
      };
    }),
  );
}

function viewRelated(
  session: Session,
  wiki: OpenWiki,
  { page, text, place, notListedIn }: RelatedPage,
): ViewRelated {
  return {
    ...locationOf(session, wiki, place),
    title: text,
    ...(page ? { pageUri: session.documents.uriOf(wiki, page.path) } : {}),
    ...(page?.typeName === undefined ? {} : { type: page.typeName }),
    ...(notListedIn === undefined ? {} : { notListedIn }),
  };
}

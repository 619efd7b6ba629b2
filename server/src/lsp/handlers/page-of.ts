import type { Page } from '../../wiki/page.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';

export interface PageInWiki {
  readonly wiki: OpenWiki;
  readonly page: Page;
}

/** The page that a document is, once its wiki is read; undefined where it is none. */
export async function pageOf(session: Session, uri: string): Promise<PageInWiki | undefined> {
  const place = await session.readyPlace(uri);
  const page = place?.wiki.host.wiki.pages.get(place.path);
  return place && page ? { wiki: place.wiki, page } : undefined;
}

import { type SourceId, sourceIdsOf } from '../../wiki/source-ids.ts';
import { ofWholeWiki } from '../whole-wiki.ts';

/** Identity → paths of the sources that have it, sorted. */
export const sourcesById = ofWholeWiki(wiki => {
  const found = new Map<string, string[]>();
  for (const page of wiki.pages.values()) {
    for (const id of new Set(sourceIdsOf(page).map(source => source.id))) {
      const paths = found.get(id);
      if (paths) paths.push(page.path);
      else found.set(id, [page.path]);
    }
  }
  for (const paths of found.values()) paths.sort();
  return found as ReadonlyMap<string, readonly string[]>;
});

export const KIND_NAMES: Readonly<Record<SourceId['kind'], string>> = {
  arxiv: 'arXiv id',
  doi: 'DOI',
  url: 'URL',
};

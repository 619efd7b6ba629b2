import type { Page } from '../../wiki/page.ts';
import { folderOf } from '../../wiki/path.ts';
import type { Schema } from '../../wiki/schema/schema.ts';
import type { Wiki } from '../../wiki/wiki.ts';

export type Grouping = 'type' | 'status' | 'folder';

/** Pages that have a type, a status or a folder in common. */
export interface PageGroup {
  /** Empty for pages that have none, and for those in the wiki's root. */
  readonly key: string;
  readonly pages: readonly Page[];
}

/** The pages of a wiki that fit a filter, in groups: the schema's order of types and statuses, folders by name. */
export function pageGroups(wiki: Wiki, by: Grouping, filter: string): readonly PageGroup[] {
  const keyOf = KEYS[by];
  const groups = new Map<string, Page[]>(orderOf(wiki.schema, by).map(key => [key, []]));
  const known = groups.size;
  for (const page of pagesThatFit(wiki, filter)) {
    const key = keyOf(page);
    const group = groups.get(key);
    if (group) group.push(page);
    else groups.set(key, [page]);
  }
  const all = [...groups].map(([key, pages]) => ({ key, pages }));
  const others = all.slice(known).sort((a, b) => rankOf(a, by) - rankOf(b, by) || (a.key < b.key ? -1 : 1));
  return [...all.slice(0, known), ...others].filter(({ pages }) => pages.length > 0);
}

/** The pages of one group that fit a filter. */
export const pagesOfGroup = (wiki: Wiki, by: Grouping, key: string, filter: string): readonly Page[] =>
  [...pagesThatFit(wiki, filter)].filter(page => KEYS[by](page) === key);

const KEYS: Readonly<Record<Grouping, (page: Page) => string>> = {
  type: ({ typeName }) => typeName ?? '',
  status: ({ status }) => status ?? '',
  folder: ({ path }) => folderOf(path),
};

/** Pages without a type or a status come last, those in the root first. */
const rankOf = ({ key }: PageGroup, by: Grouping): number => (key !== '' ? 0 : by === 'folder' ? -1 : 1);

/** Every word of the filter must stand in the page's title, aliases, path, type or status. */
function* pagesThatFit(wiki: Wiki, filter: string): Iterable<Page> {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  for (const page of wiki.pages.values()) {
    if (words.length === 0) yield page;
    else {
      const { title, aliases, path, typeName = '', status = '' } = page;
      const text = [title, ...aliases, path, typeName, status].join('\n').toLowerCase();
      if (words.every(word => text.includes(word))) yield page;
    }
  }
}

function orderOf(schema: Schema, by: Grouping): readonly string[] {
  if (by === 'folder') return [];
  if (by === 'type') return [...schema.pages.keys()];
  const properties = [schema.allPages, ...[...schema.pages.values()].map(({ fields }) => fields)].map(
    fields => fields.properties.status as { readonly enum?: readonly unknown[] } | undefined,
  );
  const statuses = properties.flatMap(property => property?.enum ?? []);
  return [...new Set(statuses.filter(status => typeof status === 'string').map(name => name.toLowerCase()))];
}

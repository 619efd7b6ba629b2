import { slug } from 'github-slugger';
import { titleOfPath } from '../rules/create-page.ts';
import { ofWholeWiki } from '../rules/whole-wiki.ts';
import { newPageText } from '../wiki/new-page-text.ts';
import { folderOf, isIndexPath } from '../wiki/path.ts';
import { isReadOnly, typeOfPath } from '../wiki/schema/page-type.ts';
import type { PageType } from '../wiki/schema/schema.ts';
import type { Template } from '../wiki/template.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** The page types of a wiki with the folder that new pages of each go into. */
export const pageTypesOf = (wiki: Wiki): readonly { readonly name: string; readonly folder: string }[] =>
  [...wiki.schema.pages.values()].map(type => ({ name: type.name, folder: folderFor(wiki, type) }));

/** Path and text of a new page. Nothing is written; whether the path is free is for the caller to see. */
export function newPage(
  wiki: Wiki,
  typeName: string,
  title: string,
  folder: string | undefined,
): Template & { readonly path: string } {
  return {
    path: newPagePath(wiki, typeName, title, folder),
    ...newPageText(wiki, typeName, title),
  };
}

/** What an empty page at a path needs by its type; undefined where the path tells no type, or no fix may write there. */
export function templateFor(wiki: Wiki, path: string): string | undefined {
  const typeName = typeOfPath(wiki.schema, path);
  if (typeName === undefined || isIndexPath(path) || isReadOnly(wiki.schema, path)) return undefined;
  return newPageText(wiki, typeName, titleOfPath(path)).text;
}

/** Where a new page goes: in `folder`, else in the folder of its type. */
export function newPagePath(wiki: Wiki, typeName: string, title: string, folder: string | undefined): string {
  const type = wiki.schema.pages.get(typeName);
  const into = folder ?? (type ? folderFor(wiki, type) : '');
  const name = fileName(wiki, type, title);
  return into === '' ? `${name}.md` : `${into}/${name}.md`;
}

/** The folder where most pages of the type lie; else what its first pattern begins with. */
function folderFor(wiki: Wiki, type: PageType): string {
  const most = usualFolders(wiki).get(type.name);
  if (most !== undefined) return most;
  const literal = type.files[0]?.split('/').slice(0, -1) ?? [];
  const fixed = literal.filter(part => !/[*?{[]/.test(part));
  return fixed.join('/') || `${type.name}s`;
}

/** Type → the folder that holds most of its pages. */
const usualFolders = ofWholeWiki((wiki): ReadonlyMap<string, string> => {
  const counts = new Map<string, Map<string, number>>();
  for (const { path, typeName } of wiki.pages.values()) {
    if (typeName === undefined) continue;
    const folders = counts.get(typeName) ?? new Map<string, number>();
    counts.set(typeName, folders);
    folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([typeName, folders]) => [typeName, [...folders].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
});

/** The title as a file name, with what the schema's pattern asks before it. */
function fileName(wiki: Wiki, type: PageType | undefined, title: string): string {
  const name =
    slug(title)
      .replace(/-{2,}/g, '-')
      .replace(/^-+|-+$/g, '') || 'untitled';
  const pattern = type?.filePattern;
  if (!pattern || pattern.test(name)) return name;
  const withYear = `${wiki.sources.today().slice(0, 4)}-${name}`;
  return pattern.test(withYear) ? withYear : name;
}

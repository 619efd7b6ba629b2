import { slug } from 'github-slugger';
import type { PageType } from '../wiki/schema/schema.ts';
import { pageTemplate, type Template } from '../wiki/template.ts';
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
  const type = wiki.schema.pages.get(typeName);
  const into = folder ?? (type ? folderFor(wiki, type) : '');
  const name = fileName(wiki, type, title);
  return {
    path: into === '' ? `${name}.md` : `${into}/${name}.md`,
    ...pageTemplate(wiki.schema, typeName, title, wiki.sources.today()),
  };
}

/** The folder where most pages of the type lie; else what its first pattern begins with. */
function folderFor(wiki: Wiki, type: PageType): string {
  const counts = new Map<string, number>();
  for (const { path, typeName } of wiki.pages.values()) {
    if (typeName !== type.name) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (most) return most[0];
  const literal = type.files[0]?.split('/').slice(0, -1) ?? [];
  const fixed = literal.filter(part => !/[*?{[]/.test(part));
  return fixed.join('/') || `${type.name}s`;
}

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

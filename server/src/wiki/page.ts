import type { PageFacts } from '../markdown/facts.ts';
import { type Destination, readDestination } from './destination.ts';
import { type PageName, pageNamesOf } from './page-names.ts';
import { type PageTable, pageTablesOf } from './page-tables.ts';
import { isIndexPath, stem } from './path.ts';
import { typeOf } from './schema/page-type.ts';
import type { PageType, Schema } from './schema/schema.ts';

/** A page of the wiki: its facts at a path, seen through the schema. Immutable. */
export interface Page {
  readonly path: string;
  readonly facts: PageFacts;
  /** The page type's name; undefined for index pages and files outside of all types. */
  readonly typeName: string | undefined;
  /** The type's description; undefined also when the front matter names a type that the schema does not know. */
  readonly type: PageType | undefined;
  readonly title: string;
  readonly status: string | undefined;
  readonly aliases: readonly string[];
  /** Parallel to `facts.links`. */
  readonly destinations: readonly Destination[];
  /** Fields that name pages. */
  readonly names: readonly PageName[];
  /** The front matter's `tables:`. */
  readonly tables: readonly PageTable[];
}

/** Index pages and README have links and anchors but no structure. */
export function makePage(path: string, facts: PageFacts, schema: Schema): Page {
  const data = facts.frontMatter?.data ?? {};
  const declared = typeof data.type === 'string' ? data.type : undefined;
  const typeName = isIndexPath(path) ? undefined : typeOf(schema, path, declared);
  const type = typeName === undefined ? undefined : schema.pages.get(typeName);
  return {
    path,
    facts,
    typeName,
    type,
    title: titleOf(path, facts),
    status: typeof data.status === 'string' ? data.status.toLowerCase() : undefined,
    aliases: stringsOf(data.aliases ?? data.alias),
    destinations: facts.links.map(link => readDestination(path, link.destination)),
    names: pageNamesOf(facts.frontMatter, type, schema),
    tables: pageTablesOf(path, facts.frontMatter, schema),
  };
}

/** The front matter's title, else the first heading of level 1, else the file's name. */
function titleOf(path: string, facts: PageFacts): string {
  const written = facts.frontMatter?.data.title;
  if (typeof written === 'string' && written.trim() !== '') return written.trim();
  return facts.headings.find(heading => heading.depth === 1 && heading.text !== '')?.text ?? stem(path);
}

function stringsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

/** True for a title or alias of the page, upper and lower case aside. */
export const hasName = (page: Page, name: string): boolean =>
  [page.title, ...page.aliases].some(own => own.toLowerCase() === name.toLowerCase());

const anchorSets = new WeakMap<PageFacts, ReadonlySet<string>>();

/** All anchors of a page in lower case: GitHub's slugs of its headings and the ids of its HTML. */
export function anchorsOf(facts: PageFacts): ReadonlySet<string> {
  let anchors = anchorSets.get(facts);
  if (!anchors) {
    anchors = new Set([
      ...facts.headings.map(heading => heading.slug),
      ...facts.htmlIds.map(id => id.toLowerCase()),
    ]);
    anchorSets.set(facts, anchors);
  }
  return anchors;
}

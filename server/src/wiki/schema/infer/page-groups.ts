import type { PageFacts } from '../../../markdown/facts.ts';
import { baseName, folderOf, isIndexPath, stem } from '../../path.ts';

/** A page as `init` finds it. */
export interface FoundPage {
  readonly path: string;
  readonly facts: PageFacts;
}

/** Pages of one kind, and where pages of that kind lie. */
export interface PageGroup {
  readonly name: string;
  /** Empty where no pattern tells these pages from others: then the front matter alone says what they are. */
  readonly files: readonly string[];
  readonly pages: readonly FoundPage[];
}

/** As many pages make a kind where none of them says its type. */
const ENOUGH = 3;

/** The kinds of pages of a wiki: by the type that they declare, else by their folder. Largest first. */
export function pageGroups(all: readonly FoundPage[]): readonly PageGroup[] {
  const pages = all.filter(({ path, facts }) => !isIndexPath(path) && !facts.partial && !facts.mergeConflict);
  const declared = groupBy(
    pages.filter(page => typeOf(page) !== undefined),
    page => typeOf(page)!.toLowerCase(),
  );
  const undeclared = pages.filter(page => typeOf(page) === undefined);
  const groups = [...declared.values()].map(own => declaredGroup(own, pages, undeclared));
  const taken = new Set(groups.flatMap(group => group.pages));
  const names = new Set(groups.map(({ name }) => name.toLowerCase()));
  const folders = groupBy(
    undeclared.filter(page => !taken.has(page) && folderOf(page.path) !== ''),
    ({ path }) => folderOf(path),
  );
  for (const [folder, own] of folders) {
    const name = singular(baseName(folder));
    const alone = pages.every(page => folderOf(page.path) !== folder || own.includes(page));
    if (own.length < ENOUGH || !alone || names.has(name)) continue;
    names.add(name);
    groups.push({ name, files: [`${folder}/*.md`], pages: own });
  }
  return groups.sort((a, b) => b.pages.length - a.pages.length || a.name.localeCompare(b.name));
}

/** What a page says it is. */
export function typeOf({ facts }: FoundPage): string | undefined {
  const type = facts.frontMatter?.data.type;
  return typeof type === 'string' && type.trim() !== '' ? type.trim() : undefined;
}

/** The pages of one declared type, with those that lie among them and say nothing. */
function declaredGroup(
  own: readonly FoundPage[],
  pages: readonly FoundPage[],
  undeclared: readonly FoundPage[],
): PageGroup {
  const name = mostFrequent(own.map(page => typeOf(page)!));
  const folders = [...new Set(own.map(({ path }) => folderOf(path)))].sort();
  const prefix = `${name}-`;
  const named =
    own.every(({ path }) => stem(path).startsWith(prefix)) &&
    !undeclared.some(({ path }) => isIn(folders, path) && stem(path).startsWith(prefix));
  const silent = named ? [] : undeclared.filter(({ path }) => isIn(folders, path));
  const group = [...own, ...silent];
  const mixed = pages.some(
    page => isIn(folders, page.path) && !group.includes(page) && !(named && typeOf(page) === undefined),
  );
  if (mixed) return { name, files: [], pages: own };
  return { name, files: patterns(folders, named ? `${prefix}*.md` : '*.md', group, pages), pages: group };
}

const isIn = (folders: readonly string[], path: string): boolean => folders.includes(folderOf(path));

/** One pattern for all folders where they have a parent that holds nothing else by that name; else one for each. */
function patterns(
  folders: readonly string[],
  name: string,
  own: readonly FoundPage[],
  pages: readonly FoundPage[],
): readonly string[] {
  const parent = commonParent(folders);
  if (folders.length > 1 && parent !== '') {
    const prefix = name.slice(0, name.indexOf('*'));
    const others = pages.filter(page => page.path.startsWith(`${parent}/`) && !own.includes(page));
    if (others.every(({ path }) => !baseName(path).startsWith(prefix))) return [`${parent}/**/${name}`];
  }
  return folders.map(folder => (folder === '' ? name : `${folder}/${name}`));
}

function commonParent(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  const parts = first.split('/');
  const length = rest.reduce((shared, folder) => {
    const other = folder.split('/');
    const differs = parts.findIndex((part, index) => part !== other[index]);
    return Math.min(shared, differs < 0 ? parts.length : differs);
  }, parts.length);
  return parts.slice(0, length).join('/');
}

/** Pages or values by a key, in the order in which each key is first met. */
function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** The value that is there most often; of equals the first. */
export function mostFrequent(values: readonly string[]): string {
  const counts = groupBy(values, value => value);
  return [...counts].reduce((best, each) => (each[1].length > best[1].length ? each : best))[0];
}

/** `findings` → `finding`, `lenses` → `lens`, `studies` → `study`. */
export function singular(plural: string): string {
  const lower = plural.toLowerCase();
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ns|ss|x|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower;
}

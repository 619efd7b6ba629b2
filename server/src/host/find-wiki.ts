import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { GitIgnore } from './git-ignore.ts';
import { readText } from './read-text.ts';

/** The names under which a wiki's configuration may stand in its root. */
export const SCHEMA_NAMES = ['research-wiki.yaml', 'research-wiki.yml'] as const;

export const isSchemaName = (name: string): boolean => (SCHEMA_NAMES as readonly string[]).includes(name);

/** At most this many files are read to tell whether a folder without a configuration is a wiki. */
const MOST_READ = 20;

/** The configuration of the folder, or undefined. */
export const schemaFileIn = (folder: string): string | undefined =>
  SCHEMA_NAMES.find(name => existsSync(`${folder}/${name}`));

/**
 * True for a folder with `research-wiki.yaml`, and for one whose `findings/` (or `*` + `/findings/`) holds a page with
 * `type: finding`. `folder` is absolute.
 */
export const isWiki = (folder: string): boolean =>
  schemaFileIn(folder) !== undefined || hasFinding(findingsFolders(folder));

function hasFinding(folders: Iterable<string>): boolean {
  let left = MOST_READ;
  for (const findings of folders) {
    for (const name of markdownIn(findings)) {
      if (left-- <= 0) return false;
      if (isFinding(`${findings}/${name}`)) return true;
    }
  }
  return false;
}

/**
 * The nearest wiki at or above a folder; never looks below it. A folder above that has no configuration is one only by
 * its own `findings/`, or within the Git repository that the search began in: what else lies in a home directory is
 * none of ours.
 */
export function wikiAbove(folder: string): string | undefined {
  const repository = repositoryOf(folder);
  for (let at = folder; ; at = dirname(at)) {
    const isOurs = at === folder || (repository !== undefined && at.startsWith(repository));
    if (isOurs ? isWiki(at) : schemaFileIn(at) || hasFinding([`${at}/findings`])) return at;
    if (dirname(at) === at) return undefined;
  }
}

function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(`${at}/.git`)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** How many folders are looked into for wikis below a workspace folder; generated trees can be endless. */
const MOST_FOLDERS = 5000;

/** Folders below `folder`, at any depth, that have a configuration; what Git ignores is left out. */
export function wikisBelow(folder: string): readonly string[] {
  const ignored = new GitIgnore(folder);
  const found: string[] = [];
  const left = [''];
  for (
    let looked = 0, path = left.pop();
    path !== undefined && looked < MOST_FOLDERS;
    looked++, path = left.pop()
  ) {
    for (const entry of entriesOf(`${folder}/${path}`)) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !ignored.ignoresEntry(below, 'folder')) left.push(below);
      else if (path !== '' && isSchemaName(entry.name)) found.push(`${folder}/${path}`);
    }
  }
  return [...new Set(found)].sort();
}

function isFinding(file: string): boolean {
  const read = readText(file);
  if (!read || 'trouble' in read) return false;
  const frontMatter = /^---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(read.text)?.[1];
  return frontMatter !== undefined && /^type:[ \t]*["']?finding["']?[ \t]*(?:#.*)?\r?$/m.test(frontMatter);
}

function* findingsFolders(folder: string): Iterable<string> {
  yield `${folder}/findings`;
  for (const entry of entriesOf(folder)) {
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      yield `${folder}/${entry.name}/findings`;
  }
}

const markdownIn = (folder: string): readonly string[] =>
  entriesOf(folder)
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => name)
    .sort();

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Folders, with `/` at their end, below the root that have a configuration of their own. */
export const nestedWikis = (files: Iterable<string>): readonly string[] =>
  [...files]
    .filter(path => path.includes('/') && isSchemaName(basename(path)))
    .map(path => path.slice(0, path.lastIndexOf('/') + 1));

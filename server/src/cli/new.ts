import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { newPage, pageTypesOf } from '../features/new-page.ts';
import { UserError } from '../host/user-error.ts';
import { listOf } from '../rules/words.ts';
import { readWiki } from './load-wiki.ts';

export interface NewCommandOptions {
  readonly folder?: string;
  readonly config?: string;
}

/** `research-wiki new TYPE TITLE`: writes a page from the template of its type and prints its path. Never overwrites. */
export async function newCommand(type: string, title: string, options: NewCommandOptions): Promise<number> {
  if (title.trim() === '') throw new UserError('a page needs a title');
  const { host, bar } = await readWiki([], options.config);
  bar.stop();
  const types = pageTypesOf(host.wiki).map(({ name }) => name);
  const name = types.find(each => each.toLowerCase() === type.toLowerCase());
  if (name === undefined)
    throw new UserError(`this wiki has no page type "${type}"`, `it can be ${listOf(types, 'or')}`);
  const { path, text } = newPage(host.wiki, name, title.trim(), folderIn(host.root, options.folder));
  const file = `${host.root}/${path}`;
  const shown = relative('.', file);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new UserError(`"${shown}" exists already`);
    throw error;
  }
  process.stdout.write(`${shown}\n`);
  return 0;
}

/** The folder as a wiki path; undefined for that of the type. */
function folderIn(root: string, folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const path = relative(root, folder).replaceAll('\\', '/');
  if (path === '..' || path.startsWith('../'))
    throw new UserError(`"${folder}" is not in the wiki at "${root}"`);
  return path;
}

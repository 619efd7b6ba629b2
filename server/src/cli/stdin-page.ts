import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { UserError } from '../host/user-error.ts';
import { type CommandWiki, wikiOfPaths } from './wiki-of-paths.ts';

/** A page whose text comes from standard input, as editors and hooks hand over what is not saved or not committed. */
export interface StdinPage {
  /** Wiki path. */
  readonly path: string;
  readonly text: string;
}

/** The wiki that holds the path of `--stdin-path`, which need not exist itself; its folder must. */
export function wikiOfStdin(
  path: string,
  config: string | undefined,
): CommandWiki & { readonly page: StdinPage } {
  const folder = dirname(path);
  const wiki = wikiOfPaths(config === undefined ? [folder] : [], config);
  const own = relative(wiki.root, join(realpathSync(folder), basename(path))).replaceAll('\\', '/');
  if (own.startsWith('../')) throw new UserError(`"${path}" is not in the wiki at "${wiki.root}"`);
  return { ...wiki, only: [own], page: { path: own, text: readFileSync(0, 'utf8') } };
}

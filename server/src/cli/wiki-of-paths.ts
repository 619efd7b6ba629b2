import { realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { wikiAbove } from '../host/find-wiki.ts';
import { UserError } from '../host/user-error.ts';

/** The wiki that a command works on. */
export interface CommandWiki {
  /** Absolute. */
  readonly root: string;
  /** Absolute path of the configuration given by `--config`. */
  readonly schemaFile: string | undefined;
  /** Wiki paths that limit what is reported; empty for everything. */
  readonly only: readonly string[];
}

/**
 * The wiki of a command is the nearest folder at or above its first path (else the working directory) that is one. With
 * `--config` it is the first path if that is a folder, else the working directory.
 */
export function wikiOfPaths(paths: readonly string[], config: string | undefined): CommandWiki {
  const absolute = paths.map(real);
  const first = absolute[0] ?? { path: realpathSync('.'), isFolder: true };
  let root: string | undefined;
  if (config === undefined) root = wikiAbove(first.isFolder ? first.path : dirname(first.path));
  else root = first.isFolder ? first.path : realpathSync('.');
  if (root === undefined) throw new UserError('no research wiki here', 'try research-wiki init');
  const only = absolute.map(({ path }) => relative(root, path).replaceAll('\\', '/'));
  const outside = only.findIndex(path => path === '..' || path.startsWith('../'));
  if (outside >= 0)
    throw new UserError(`"${paths[outside]}" is not in the wiki at "${root}"`, 'check one wiki at a time');
  const schemaFile = config === undefined ? undefined : real(config).path;
  return { root: root.replaceAll('\\', '/'), schemaFile, only: only.includes('') ? [] : only };
}

function real(path: string): { path: string; isFolder: boolean } {
  try {
    const found = realpathSync(resolve(path));
    return { path: found, isFolder: statSync(found).isDirectory() };
  } catch {
    throw new UserError(`"${path}" does not exist`);
  }
}

/** Whether a path is one of those that a command was limited to, or lies below one. */
export const isWanted = (only: readonly string[], path: string): boolean =>
  only.length === 0 || only.some(wanted => path === wanted || path.startsWith(`${wanted}/`));

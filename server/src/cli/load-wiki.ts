import { UserError } from '../host/user-error.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import type { Page } from '../wiki/page.ts';
import { type ProgressBar, progressBar } from './progress-bar.ts';
import { readHost } from './read-host.ts';
import { isWanted, wikiOfPaths } from './wiki-of-paths.ts';

/** A wiki that is read for a command. */
export interface LoadedWiki {
  readonly host: WikiHost;
  /** The pages that the command is limited to, by path. */
  readonly pages: readonly Page[];
  /** To be stopped before anything is printed. */
  readonly bar: ProgressBar;
}

/** Reads the wiki of a command's paths, whether it has pages or not. Throws a `UserError` where there is no wiki. */
export async function readWiki(
  paths: readonly string[],
  config: string | undefined,
): Promise<{ readonly host: WikiHost; readonly only: readonly string[]; readonly bar: ProgressBar }> {
  const wiki = wikiOfPaths(paths, config);
  const bar = await progressBar();
  return { host: await readHost(wiki, { bar }), only: wiki.only, bar };
}

/** The same, with the pages among the paths. Throws a `UserError` also where there is none. */
export async function loadWiki(paths: readonly string[], config: string | undefined): Promise<LoadedWiki> {
  const { host, only, bar } = await readWiki(paths, config);
  const pages = [...host.wiki.pages.values()]
    .filter(({ path }) => isWanted(only, path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (pages.length > 0) return { host, pages, bar };
  bar.stop();
  throw new UserError(
    'no page found',
    only.length > 0 ? 'the paths given hold none' : 'see include and exclude in research-wiki.yaml',
  );
}

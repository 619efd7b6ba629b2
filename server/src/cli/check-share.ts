import { parentPort } from 'node:worker_threads';
import type { FileCheck } from '../host/check-wiki.ts';
import { GitRenames } from '../host/git-renames.ts';
import { allRules } from '../rules/all.ts';
import type { Overrides } from '../rules/severity.ts';
import { hashOf } from '../text/hash.ts';
import { CheckRun } from './check-run.ts';
import { SILENT } from './progress-bar.ts';
import { readHost } from './read-host.ts';
import { type CommandWiki, isWanted } from './wiki-of-paths.ts';

/** What one of several threads has to check. Plain data, which goes from thread to thread. */
export interface CheckShare {
  readonly wiki: CommandWiki;
  readonly overrides: Overrides;
  /** Whether hints are left out. */
  readonly unseen: boolean;
  /** Counts from 0, which is the thread that was there before. */
  readonly index: number;
  readonly of: number;
}

/** Whether a file is in a share. By its path alone, so that threads that see different files still leave none out. */
export const isInShare = ({ index, of }: Pick<CheckShare, 'index' | 'of'>, path: string): boolean =>
  hashOf(path) % of === index;

/** Checks a share with a wiki of its own, and posts what it found. To be called in a worker thread. */
export async function checkShare(share: CheckShare): Promise<void> {
  const { wiki, overrides, unseen } = share;
  const renames = new GitRenames(wiki.root);
  const host = await readHost(wiki, { bar: SILENT, renames, readAhead: () => undefined });
  const run = new CheckRun(
    host,
    renames,
    path => isWanted(wiki.only, path) && isInShare(share, path),
    { rules: allRules, overrides, scope: 'wiki', unseen },
    SILENT,
  );
  await run.all();
  const found: readonly FileCheck[] = run.results();
  parentPort!.postMessage(found);
}

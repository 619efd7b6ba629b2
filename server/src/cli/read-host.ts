import { breather } from '../host/breathe.ts';
import type { GitRenames } from '../host/git-renames.ts';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { ReadAhead } from '../host/read-ahead.ts';
import { WikiHost } from '../host/wiki-host.ts';
import type { ProgressBar } from './progress-bar.ts';
import type { CommandWiki } from './wiki-of-paths.ts';

export interface ReadHostOptions {
  readonly bar: ProgressBar;
  readonly renames?: GitRenames;
  /** Asked once for threads that help to read, before the first page is read; by itself as many as the pages are worth. */
  readonly readAhead?: typeof ReadAhead.of;
}

/** Reads all pages of a wiki. */
export async function readHost(
  { root, schemaFile }: Pick<CommandWiki, 'root' | 'schemaFile'>,
  { bar, renames, readAhead = ReadAhead.of }: ReadHostOptions,
): Promise<WikiHost> {
  const host = new WikiHost(root, {
    parser: await loadMarkdownParser(),
    ...(renames ? { renames } : {}),
    ...(schemaFile ? { schemaFile } : {}),
  });
  const breathe = breather();
  for (const progress of host.load(readAhead)) {
    bar.update('reading', progress);
    await breathe();
  }
  return host;
}

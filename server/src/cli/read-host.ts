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
  /** Told once how many pages there are, before the first of them is read. */
  readonly counted?: (pages: number) => void;
}

/** Reads all pages of a wiki. */
export async function readHost(
  { root, schemaFile }: Pick<CommandWiki, 'root' | 'schemaFile'>,
  { bar, renames, counted }: ReadHostOptions,
): Promise<WikiHost> {
  const host = new WikiHost(root, {
    parser: await loadMarkdownParser(),
    ...(renames ? { renames } : {}),
    ...(schemaFile ? { schemaFile } : {}),
  });
  const breathe = breather();
  let total = 0;
  for (const progress of host.load(ReadAhead.of)) {
    if (total === 0 && progress.total > 0) counted?.((total = progress.total));
    bar.update('reading', progress);
    await breathe();
  }
  return host;
}

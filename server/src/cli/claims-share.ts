import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { claimsOf } from '../claims/claims-of.ts';
import { type PageVerdicts, quietVerdicts } from '../claims/verdicts-of.ts';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { WikiHost } from '../host/wiki-host.ts';
import { makePage } from '../wiki/page.ts';
import type { CommandWiki } from './wiki-of-paths.ts';

/** What a thread is given whose only work is the numbers of pages. Plain data, but for the counts that both threads change. */
export interface ClaimsShare {
  readonly wiki: CommandWiki;
  /** Pages whose claims rest on their text and their tables alone. */
  readonly paths: readonly string[];
  /** How many of the paths are taken from the front, here, and from the back, by the thread that has the wiki. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What was found out of a page with the text of this length and hash. */
export interface VerdictsAhead {
  readonly path: string;
  readonly length: number;
  readonly textHash: number;
  readonly verdicts: PageVerdicts;
}

/** Pages that are taken at once. */
const PAGES_A_MESSAGE = 16;

/** Works out claims of pages of which it reads nothing but the page and its tables. To be called in a worker thread. */
export async function claimsShare({ wiki, paths, taken }: ClaimsShare): Promise<void> {
  const host = new WikiHost(wiki.root, {
    parser: await loadMarkdownParser(),
    ...(wiki.schemaFile ? { schemaFile: wiki.schemaFile } : {}),
  });
  for (;;) {
    const from = Atomics.add(taken, 0, PAGES_A_MESSAGE);
    const to = Math.min(from + PAGES_A_MESSAGE, paths.length - Atomics.load(taken, 1));
    if (from >= to) return;
    const found: readonly VerdictsAhead[] = paths
      .slice(from, to)
      .flatMap(path => verdictsAt(host, path) ?? []);
    parentPort!.postMessage(found);
    // The native parser's buffers are given back between turns only.
    await setImmediate();
  }
}

function verdictsAt({ pageFiles, wiki }: WikiHost, path: string): VerdictsAhead | undefined {
  const facts = pageFiles.readWithContent(path);
  const claims = facts && claimsOf(wiki, makePage(path, facts, wiki.schema));
  const verdicts = claims && quietVerdicts(claims);
  return verdicts && { path, length: facts.length, textHash: facts.textHash, verdicts };
}
